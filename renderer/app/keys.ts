import type { Command, CommandId } from '../../shared/commands.ts'
import { commands, findCommand } from '../../shared/commands.ts'
import { typesText } from './commands/text-focus.ts'

const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.userAgent)

interface Keys {
  readonly ctrl: boolean
  readonly shift: boolean
  readonly alt: boolean
  readonly key: string
}

/** A shortcut in Electron's spelling, taken apart. `?` and the like say their own Shift. */
function parse(shortcut: string): Keys {
  const parts = shortcut.split('+').filter((part) => part !== '')
  const key = shortcut.endsWith('+') ? '+' : (parts.at(-1) ?? '')
  return {
    ctrl: parts.includes('CmdOrCtrl'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
    key: key === 'Plus' ? '+' : key.toLowerCase(),
  }
}

const bindings: readonly (Keys & { readonly id: CommandId })[] = commands.flatMap(({ id }) => {
  const { shortcut, alsoShortcuts = [] } = findCommand(id)
  return [...(shortcut === undefined ? [] : [shortcut]), ...alsoShortcuts].map((each) => ({ ...parse(each), id }))
})

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** The command that a key press asks for. */
export function commandOfKey(press: KeyPress, mac = isMac): CommandId | undefined {
  const ctrl = mac ? press.metaKey : press.ctrlKey
  if (mac ? press.ctrlKey : press.metaKey) return undefined
  const pressed = press.key.toLowerCase()
  // With Shift or Alt held, `key` is another sign than the digit or letter under it.
  const plain = /^(Digit|Key)(.)$/.exec(press.code)?.[2]?.toLowerCase()
  const found = bindings.find((binding) => {
    if (binding.ctrl !== ctrl || binding.alt !== press.altKey) return false
    if (binding.key === pressed && (binding.shift === press.shiftKey || isSign(binding.key))) return true
    return binding.key === plain && binding.shift === press.shiftKey
  })
  return found?.id
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
  return !ctrl || ['z', 'y', 'x', 'c', 'v', 'a', 'backspace', 'delete', 'i', 'b', 'u'].includes(press.key.toLowerCase())
}

/** As people read it: "Ctrl+Shift+S". */
export function shortcutWords({ shortcut }: Pick<Command, 'shortcut'>, mac = isMac): string | undefined {
  if (shortcut === undefined) return undefined
  return mac
    ? shortcut.replace('CmdOrCtrl+', '⌘').replace('Shift+', '⇧').replace('Alt+', '⌥')
    : shortcut.replace('CmdOrCtrl', 'Ctrl').replace('Plus', '+')
}
