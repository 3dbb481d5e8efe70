import type { Cursor } from './cursor.ts'
import { take, takeUntil } from './cursor.ts'

/** A node as one statement mentions it: what it does not say about it, another one may. */
export interface Mention {
  readonly id: string
  /** As it is written, with its quotes. */
  readonly label?: string
  readonly isStore?: boolean
  readonly classes: readonly string[]
}

/** Brackets around a label, the longest first: each begins as a shorter one does. Only cylinders say something. */
const brackets: readonly { readonly open: string; readonly close: readonly string[]; readonly isStore?: boolean }[] = [
  { open: '(((', close: [')))'] },
  { open: '((', close: ['))'] },
  { open: '([', close: ['])'] },
  { open: '(-', close: ['-)'] },
  { open: '[[', close: [']]'] },
  { open: '[(', close: [')]'], isStore: true },
  { open: '[/', close: ['/]', '\\]'] },
  { open: '[\\', close: ['\\]', '/]'] },
  { open: '{{', close: ['}}'] },
  { open: '(', close: [')'] },
  { open: '[', close: [']'] },
  { open: '{', close: ['}'] },
  { open: '>', close: [']'] },
]

/** Names of shapes that keep something, as `@{ shape: cyl }` gives them. */
const storeShapes: ReadonlySet<string> = new Set(
  'cyl cylinder database db h-cyl horizontal-cylinder das lin-cyl lined-cylinder disk datastore data-store'.split(' '),
)

/** Hyphens and equals signs belong to an id unless they begin an arrow; an ampersand not at its beginning. */
const idPattern =
  /(?:[\p{L}\p{N}\p{M}\p{Emoji}_!$%'*+.`?\\/#]|-(?![-.>])|=(?!=))(?:[\p{L}\p{N}\p{M}\p{Emoji}_!$%&'*+.`?\\/#]|-(?![-.>])|=(?!=))*/uy
const className = /\s*:::([\w-]+)/y

/** The node that is mentioned here; undefined when there is none, or its brackets are not closed. */
export function takeNode(cursor: Cursor): Mention | undefined {
  const id = take(cursor, idPattern)?.[0]
  if (id === undefined) return undefined
  const classes: string[] = []
  let mention: Mention = { id, classes }
  for (;;) {
    const styled = take(cursor, className)?.[1]
    if (styled !== undefined) classes.push(styled)
    else {
      const said = cursor.text.startsWith('@{', cursor.at) ? takeAttributes(cursor) : takeBrackets(cursor)
      if (said === undefined) return undefined
      if (said === 'nothing') return mention
      mention = { ...mention, ...said }
    }
  }
}

type Said = Pick<Mention, 'label' | 'isStore'>

function takeBrackets(cursor: Cursor): Said | 'nothing' | undefined {
  const { text, at } = cursor
  const shape = brackets.find(({ open }) => text.startsWith(open, at))
  if (shape === undefined) return 'nothing'
  cursor.at += shape.open.length
  const label = takeUntil(cursor, shape.close)
  return label === undefined ? undefined : { label, isStore: shape.isStore === true }
}

/** `@{ shape: cyl, label: "Orders" }`: of what can stand there, shape and label say something. */
function takeAttributes(cursor: Cursor): Said | undefined {
  const block = take(cursor, /@\{((?:[^{}"']|"[^"]*"|'[^']*')*)\}/y)?.[1]
  if (block === undefined) return undefined
  const shape = /(?:^|[\s,])shape\s*:\s*["']?([\w-]+)/.exec(block)?.[1]
  const label = /(?:^|[\s,])label\s*:\s*("[^"]*"|'[^']*'|[^,\n]+)/.exec(block)?.[1]
  return {
    ...(label === undefined ? {} : { label: label.replace(/^'([\s\S]*)'$/, '$1') }),
    ...(shape === undefined ? {} : { isStore: storeShapes.has(shape) }),
  }
}
