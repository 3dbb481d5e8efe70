/**
 * Shortcuts that a person changed. Every command has the keys of its list until somebody chooses others; no keys ever
 * belong to two commands.
 */

import { commands, findCommand, isCommandId, type CommandId } from './commands.ts'

/** The keys of the commands that were changed, the one that is shown first; an empty list: none. */
export type OwnShortcuts = Readonly<Partial<Record<CommandId, readonly string[]>>>

const ids = commands.map(({ id }) => id)

/** The browser hands these over as events of the clipboard, whatever keys a person chooses. */
const fixed: ReadonlySet<CommandId> = new Set(['edit.cut', 'edit.copy', 'edit.paste'])

/** Keys that act on every screen, or on whatever the canvas has in focus, and what they do there. */
const reserved: Readonly<Record<string, string>> = {
  Escape: 'Esc cancels and closes everywhere',
  Tab: 'Tab walks from one control to the next',
  'Shift+Tab': 'Shift+Tab walks from one control to the one before',
  Enter: 'Enter presses what has the focus',
  Space: 'Space presses what has the focus, and pans on the canvas',
  Left: 'the arrow keys move what is selected',
  Right: 'the arrow keys move what is selected',
  Up: 'the arrow keys move what is selected',
  Down: 'the arrow keys move what is selected',
  'Shift+Left': 'the arrow keys move what is selected',
  'Shift+Right': 'the arrow keys move what is selected',
  'Shift+Up': 'the arrow keys move what is selected',
  'Shift+Down': 'the arrow keys move what is selected',
  Plus: 'plus and minus zoom on the canvas',
  '-': 'plus and minus zoom on the canvas',
  'Alt+F4': 'the system closes the window with Alt+F4',
  'CmdOrCtrl+Q': 'the system ends the program with it',
}

const spelling =
  /^(CmdOrCtrl\+)?(Alt\+)?(Shift\+)?([A-Z0-9]|F([1-9]|1[0-2])|Plus|Delete|Backspace|Left|Right|Up|Down|PageUp|PageDown|Home|End|[.,=/?;'[\]\\-])$|^CmdOrCtrl\+(Shift\+)?Tab$/

/** Whether a text spells keys that the menus of every system take. */
export const isShortcut = (text: string): boolean => spelling.test(text)

/** Whether a person may choose the keys of a command. */
export const canChange = (id: CommandId): boolean => !fixed.has(id)

/** The keys of a command in Electron's spelling, the one that is shown first. */
export function keysOf(id: CommandId, own: OwnShortcuts): readonly string[] {
  return own[id] ?? listed(id)
}

/** The command that has these keys. */
export function holderOf(keys: string, own: OwnShortcuts): CommandId | undefined {
  return ids.find((id) => keysOf(id, own).includes(keys))
}

/** Why no command can have these keys, as the end of a sentence; undefined when one can. */
export function refusalOf(keys: string, own: OwnShortcuts): string | undefined {
  const taken = reserved[keys]
  if (taken !== undefined) return taken
  if (!isShortcut(keys)) return 'the menus do not know these keys'
  const holder = holderOf(keys, own)
  return holder === undefined || canChange(holder) ? undefined : 'the clipboard has these keys on every system'
}

/** Gives a command these keys in place of the ones that were shown; whoever had them loses them. */
export function withKeys(own: OwnShortcuts, id: CommandId, keys: string): OwnShortcuts {
  const further = keysOf(id, own).slice(1)
  return setKeys(own, id, [keys, ...further.filter((each) => each !== keys)])
}

/** Leaves a command without keys. */
export function withoutKeys(own: OwnShortcuts, id: CommandId): OwnShortcuts {
  return setKeys(own, id, [])
}

/** Gives a command the keys of the list again; whoever was given them loses them. */
export function withListedKeys(own: OwnShortcuts, id: CommandId): OwnShortcuts {
  return setKeys(own, id, listed(id))
}

/** Reads what was stored: commands that are gone, keys that cannot be and keys given twice are left out. */
export function readOwnShortcuts(stored: unknown): OwnShortcuts {
  if (typeof stored !== 'object' || stored === null) return {}
  let own: OwnShortcuts = {}
  for (const [id, keys] of Object.entries(stored)) {
    if (!isCommandId(id) || !canChange(id) || !Array.isArray(keys)) continue
    const before = own
    const good = keys.filter(
      (each): each is string => typeof each === 'string' && refusalOf(each, before) === undefined,
    )
    own = setKeys(own, id, [...new Set(good)])
  }
  return own
}

function listed(id: CommandId): readonly string[] {
  const { shortcut, alsoShortcuts = [] } = findCommand(id)
  return shortcut === undefined ? alsoShortcuts : [shortcut, ...alsoShortcuts]
}

/** What equals the list is not kept: a later version may list better keys. */
function setKeys(own: OwnShortcuts, id: CommandId, keys: readonly string[]): OwnShortcuts {
  const after: Partial<Record<CommandId, readonly string[]>> = {}
  for (const each of ids) {
    const left = each === id ? keys : keysOf(each, own).filter((one) => !keys.includes(one))
    const usual = listed(each)
    if (left.length !== usual.length || left.some((one, at) => one !== usual[at])) after[each] = left
  }
  return after
}
