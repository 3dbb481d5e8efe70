import type { CommandId } from '../../shared/commands.ts'
import { commands } from '../../shared/commands.ts'
import type { OwnShortcuts } from '../../shared/shortcuts.ts'
import { keysOf } from '../../shared/shortcuts.ts'
import { shortcutStore, useShortcuts } from '../store/shortcut-store.ts'
import { typesText } from './commands/text-focus.ts'

const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.userAgent)

interface Keys {
  readonly ctrl: boolean
  readonly shift: boolean
  readonly alt: boolean
  readonly key: string
}

/** What Electron calls otherwise than the page does. */
const keyNames: Readonly<Record<string, string>> = {
  Plus: '+',
  Left: 'arrowleft',
  Right: 'arrowright',
  Up: 'arrowup',
  Down: 'arrowdown',
}

/** Keys that edit text while Ctrl is held. */
const textKeys = new Set(['z', 'y', 'x', 'c', 'v', 'a', 'i', 'b', 'u', 'backspace', 'delete'])

/** A shortcut in Electron's spelling, taken apart. `?` and the like say their own Shift. */
function parse(shortcut: string): Keys {
  const parts = shortcut.split('+').filter((part) => part !== '')
  const key = shortcut.endsWith('+') ? '+' : (parts.at(-1) ?? '')
  return {
    ctrl: parts.includes('CmdOrCtrl'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
    key: keyNames[key] ?? key.toLowerCase(),
  }
}

type Binding = Keys & { readonly id: CommandId }

let bound: { readonly own: OwnShortcuts; readonly bindings: readonly Binding[] } | undefined

/** The keys of all commands, taken apart once for each change of them. */
function bindingsOf(own: OwnShortcuts): readonly Binding[] {
  if (bound?.own !== own) {
    bound = { own, bindings: commands.flatMap(({ id }) => keysOf(id, own).map((keys) => ({ ...parse(keys), id }))) }
  }
  return bound.bindings
}

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** The command that a key press asks for. */
export function commandOfKey(
  press: KeyPress,
  mac = isMac,
  own: OwnShortcuts = shortcutStore.getState().own,
): CommandId | undefined {
  const ctrl = mac ? press.metaKey : press.ctrlKey
  if (mac ? press.ctrlKey : press.metaKey) return undefined
  const pressed = press.key.toLowerCase()
  // With Shift or Alt held, `key` is another sign than the digit or letter under it.
  const plain = signUnder(press.code)?.toLowerCase()
  const found = bindingsOf(own).find((binding) => {
    if (binding.ctrl !== ctrl || binding.alt !== press.altKey) return false
    if (binding.key === pressed && (binding.shift === press.shiftKey || (isSign(binding.key) && !binding.shift)))
      return true
    return binding.key === plain && binding.shift === press.shiftKey
  })
  return found?.id
}

/** Signs on keys of their own, which mean something else with Shift. */
const signs: Readonly<Record<string, string>> = { BracketLeft: '[', BracketRight: ']', Quote: "'" }

const shifted = new Set(Object.values(signs))

/** The letter, digit or sign that a key has without Shift or Alt. */
function signUnder(code: string): string | undefined {
  return signs[code] ?? /^(Digit|Key)(.)$/.exec(code)?.[2]
}

/** Keys that need Shift on some keyboards and not on others. */
function isSign(key: string): boolean {
  return key.length === 1 && !/[a-z0-9]/.test(key)
}

/** Whether a key press is left to the text field in focus: bare keys, and the keys of editing. */
export function belongsToText(press: KeyPress, focused: Element | null): boolean {
  if (!typesText(focused)) return false
  if (/^F\d+$/.test(press.key)) return false
  const ctrl = press.ctrlKey || press.metaKey
  return !ctrl || textKeys.has(press.key.toLowerCase()) || press.key.startsWith('Arrow')
}

/** Keys as people read them: "Ctrl+Shift+S". */
export function keyWords(keys: string, mac = isMac): string {
  return mac
    ? keys.replace('CmdOrCtrl+', '⌘').replace('Shift+', '⇧').replace('Alt+', '⌥')
    : keys.replace('CmdOrCtrl', 'Ctrl').replace('Plus', '+')
}

/** The keys of a command as people read them; undefined where it has none. */
export function shortcutWords(
  { id }: { readonly id: CommandId },
  mac = isMac,
  own: OwnShortcuts = shortcutStore.getState().own,
): string | undefined {
  const [shown] = keysOf(id, own)
  return shown === undefined ? undefined : keyWords(shown, mac)
}

/** The same, again when somebody changes them. */
export function useShortcutWords(id: CommandId): string | undefined {
  return useShortcuts((own) => shortcutWords({ id }, isMac, own))
}

/** What is pressed in Electron's spelling; undefined while only Ctrl, Shift or Alt are held. */
export function shortcutOfPress(press: KeyPress, mac = isMac): string | undefined {
  if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph'].includes(press.key)) return undefined
  const plain = signUnder(press.code)
  // With Alt or Shift held, letters and digits may be other signs, yet the keys are the same.
  const sign = /^[a-z0-9]$/i.test(press.key) ? press.key : (plain ?? press.key)
  const known = Object.entries(keyNames).find(([, name]) => name === sign.toLowerCase())?.[0]
  const key = known ?? (sign === ' ' ? 'Space' : sign.length === 1 ? sign.toUpperCase() : sign)
  const ctrl = mac ? press.metaKey : press.ctrlKey
  return [
    ...(ctrl ? ['CmdOrCtrl'] : []),
    ...(press.altKey ? ['Alt'] : []),
    ...(press.shiftKey && (!isSign(sign.toLowerCase()) || shifted.has(sign)) ? ['Shift'] : []),
    key,
  ].join('+')
}
