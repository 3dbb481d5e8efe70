import { findKind } from '../../kinds/index.ts'
import { recogniseKind, recogniseStore } from '../recognise-kind.ts'
import type { Recognised } from '../recognise-kind.ts'

/** The style of a cell by key; a bare word, as `text` or `ellipse`, stands there with an empty value. */
export type Style = ReadonlyMap<string, string>

/** `shape=cylinder3;html=1;` and the like as pairs. */
export function readStyle(text: string): Style {
  const pairs = text.split(';').flatMap((part): readonly (readonly [string, string])[] => {
    const at = part.indexOf('=')
    const key = (at < 0 ? part : part.slice(0, at)).trim()
    return key === '' ? [] : [[key, at < 0 ? '' : part.slice(at + 1).trim()]]
  })
  return new Map(pairs)
}

/** Words beside the drawing: they name no part of the system. */
export function isOnlyText(style: Style): boolean {
  return style.has('text') || style.has('note') || /^note\d?$/.test(style.get('shape') ?? '')
}

/** Made to hold other shapes, whether it does or not. */
export function isContainer(style: Style): boolean {
  return style.get('container') === '1' || style.has('swimlane') || /group/i.test(style.get('grIcon') ?? '')
}

/** A table names one thing; its rows and cells are words about it. */
export function isTable(style: Style): boolean {
  return style.get('shape') === 'table'
}

/** Shapes that say nothing about what they are. */
const mute =
  /^(resource ?icon|product ?icon|group|group ?center|image|label|icon|ellipse|rhombus|rounded|rectangle|rect|ext|swimlane|text|note|line|table|html|shadow|hexagon|parallelogram|trapezoid|step|cube|card|double ?ellipse|triangle|partial ?rectangle|curly ?bracket)?$/

/** What the shape or its icon is called: "lambda function", "cylinder"; empty where that says nothing. */
export function shapeWords(style: Style): string {
  const image = style.get('image') ?? ''
  const named = [
    ...['resIcon', 'prIcon', 'grIcon', 'shape'].map((key) => style.get(key) ?? ''),
    image.startsWith('data:') ? '' : image.replace(/^.*\//, '').replace(/\.\w+$/, ''),
    ...[...style].filter(([, value]) => value === '').map(([key]) => key),
  ]
  for (const name of named) {
    const words = name
      .slice(0, 200)
      .replace(/^.*\./, '')
      .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
      .replaceAll(/[_-]+|(?<=[a-z]{3})\d+$/gi, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
      .toLowerCase()
      .replace(/^group (?=\w)/, '')
    if (!mute.test(words)) return words
  }
  return ''
}

/** Forms that say what a thing is, and which; its name may say it better. */
const kindOfShape: readonly (readonly [RegExp, string])[] = [
  [/\b(cylinder|data ?store|datastore)\b/, 'relational-db'],
  [/\bcloud\b/, 'external-system'],
  [/\b(phone|laptop|tablet|pc|desktop|computer)\b/, 'client'],
  [/\b(ec2|virtual machine|compute engine)\b/, 'virtual-machine'],
]

/** Kinds that run whatever they are given: what is drawn as one is what its name says. */
const hosts: ReadonlySet<string> = new Set(['orchestrator', 'client'])
/** Kinds that words name which stand in many names: "customer events", "order service". */
const general: ReadonlySet<string> = new Set(['orchestrator', 'client', 'user'])

/**
 * The kind of a shape. The name says it, unless the icon knows better: a bucket named "Audit logs" keeps something, and a
 * queue named "Customer events" is no customer. Where neither says anything, the form does.
 */
export function recogniseShape(name: string, words: string): Recognised {
  const nothing = 'Neither its name nor its icon says what it is.'
  const icon = recogniseKind('', words, 'unknown', nothing, 'icon')
  const form = kindOfShape.find(([pattern]) => pattern.test(words))?.[1]
  if (icon.kind === 'unknown' && form !== undefined) {
    const drawn = `It is drawn as "${words}"`
    if (isStore(form)) return recogniseStore(name, '', drawn)
    return recogniseKind(name, '', form, `${drawn}; its name says nothing more.`)
  }
  const named = recogniseKind(name, '', 'unknown', nothing)
  if (named.kind === 'unknown') return icon
  if (icon.kind === 'unknown' || hosts.has(icon.kind)) return named
  return general.has(named.kind) || (isStore(icon.kind) && !isStore(named.kind)) ? icon : named
}

function isStore(kind: string): boolean {
  return findKind(kind).traits.includes('stores-data')
}
