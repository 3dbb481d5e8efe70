import { describe, expect, it } from 'vitest'
import type { KeyPress } from './keys.ts'
import { commandOfKey, shortcutWords } from './keys.ts'

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
    expect(shortcutWords({ shortcut: 'CmdOrCtrl+Shift+S' }, false)).toBe('Ctrl+Shift+S')
    expect(shortcutWords({ shortcut: 'CmdOrCtrl+Shift+S' }, true)).toBe('⌘⇧S')
    expect(shortcutWords({}, false)).toBeUndefined()
  })
})
