import { describe, expect, it } from 'vitest'
import type { KeyPress } from './keys.ts'
import { commands } from '../../shared/commands.ts'
import { keysOf } from '../../shared/shortcuts.ts'
import { commandOfKey, keyWords, shortcutOfPress, shortcutWords } from './keys.ts'

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held }
}

describe('keys', () => {
  it.each([
    [press('z', { ctrlKey: true }), 'edit.undo'],
    [press('Z', { ctrlKey: true, shiftKey: true }), 'edit.redo'],
    [press('y', { ctrlKey: true }), 'edit.redo'],
    [press('Delete'), 'edit.delete'],
    [press('Backspace'), 'edit.delete'],
    [press('!', { shiftKey: true, code: 'Digit1' }), 'view.fit'],
    [press('/'), 'insert.quick-add'],
    [press('?', { shiftKey: true }), 'help.shortcuts'],
    [press('.', { ctrlKey: true }), 'view.canvas-only'],
    [press('F9'), 'view.room-mode'],
    [press('k', { ctrlKey: true }), 'go.palette'],
    [press('å', { altKey: true, code: 'KeyA' }), 'arrange.align-left'],
    [press('+', { ctrlKey: true, shiftKey: true }), 'view.zoom-in'],
  ])('finds the command of %j', (pressed, id) => {
    expect(commandOfKey(pressed, false)).toBe(id)
  })

  it('answers nothing for keys that mean nothing', () => {
    expect(commandOfKey(press('q'), false)).toBeUndefined()
    expect(commandOfKey(press('z'), false)).toBeUndefined()
    expect(commandOfKey(press('z', { metaKey: true }), false)).toBeUndefined()
  })

  it('uses the command key on a Mac', () => {
    expect(commandOfKey(press('z', { metaKey: true }), true)).toBe('edit.undo')
    expect(commandOfKey(press('z', { ctrlKey: true }), true)).toBeUndefined()
  })

  it('writes shortcuts as people read them', () => {
    expect(keyWords('CmdOrCtrl+Shift+S', false)).toBe('Ctrl+Shift+S')
    expect(keyWords('CmdOrCtrl+Shift+S', true)).toBe('⌘⇧S')
    expect(shortcutWords({ id: 'go.palette' }, false, {})).toBe('Ctrl+K')
    expect(shortcutWords({ id: 'file.import' }, false, {})).toBeUndefined()
  })

  it('asks for a command by the keys that a person chose, and by no others', () => {
    const own = { 'go.palette': ['F1'] }
    expect(commandOfKey(press('F1'), false, own)).toBe('go.palette')
    expect(commandOfKey(press('k', { ctrlKey: true }), false, own)).toBeUndefined()
    expect(shortcutWords({ id: 'go.palette' }, false, own)).toBe('F1')
  })

  it.each([
    [press('k', { ctrlKey: true, code: 'KeyK' }), 'CmdOrCtrl+K'],
    [press('!', { shiftKey: true, code: 'Digit1' }), 'Shift+1'],
    [press('å', { altKey: true, code: 'KeyA' }), 'Alt+A'],
    [press('?', { shiftKey: true, code: 'Slash' }), '?'],
    [press('+', { ctrlKey: true, shiftKey: true, code: 'Equal' }), 'CmdOrCtrl+Plus'],
    [press('ArrowUp', { ctrlKey: true, code: 'ArrowUp' }), 'CmdOrCtrl+Up'],
    [press('F12', { code: 'F12' }), 'F12'],
    [press(' ', { code: 'Space' }), 'Space'],
  ])('records %j', (pressed, keys) => {
    expect(shortcutOfPress(pressed, false)).toBe(keys)
  })

  it('records nothing while only Shift is held', () => {
    expect(shortcutOfPress(press('Shift', { shiftKey: true }), false)).toBeUndefined()
  })

  it.each(commands.flatMap(({ id }) => keysOf(id, {}).map((keys) => [keys] as const)))(
    'means the same by %s, recorded and asked for',
    (keys) => {
      const key = keys.split('+').at(-1) ?? ''
      const named: Readonly<Record<string, string>> = {
        Plus: '+',
        Left: 'ArrowLeft',
        Right: 'ArrowRight',
        Up: 'ArrowUp',
        Down: 'ArrowDown',
      }
      const pressed = press(named[key] ?? key, {
        ctrlKey: keys.includes('CmdOrCtrl'),
        altKey: keys.includes('Alt+'),
        shiftKey: keys.includes('Shift+'),
      })
      expect(shortcutOfPress(pressed, false)).toBe(keys)
    },
  )
})
