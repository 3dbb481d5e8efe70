import { array, assert, constantFrom, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commands, type CommandId } from './commands.ts'
import {
  canChange,
  holderOf,
  isShortcut,
  keysOf,
  type OwnShortcuts,
  readOwnShortcuts,
  refusalOf,
  withKeys,
  withListedKeys,
  withoutKeys,
} from './shortcuts.ts'

const ids: readonly CommandId[] = commands.map(({ id }) => id)
const changeable = ids.filter(canChange)
const allKeys = (own: OwnShortcuts) => ids.flatMap((id) => keysOf(id, own))

describe('shortcuts that a person changed', () => {
  it('are those of the list until somebody chooses others', () => {
    expect(keysOf('edit.redo', {})).toEqual(['CmdOrCtrl+Shift+Z', 'CmdOrCtrl+Y'])
    const own = withKeys({}, 'edit.redo', 'CmdOrCtrl+Alt+Z')
    expect(keysOf('edit.redo', own)).toEqual(['CmdOrCtrl+Alt+Z', 'CmdOrCtrl+Y'])
    expect(withListedKeys(own, 'edit.redo')).toEqual({})
    expect(keysOf('edit.redo', withoutKeys(own, 'edit.redo'))).toEqual([])
  })

  it('are taken from whoever has them, by its first keys and by its further ones', () => {
    expect(holderOf('CmdOrCtrl+K', {})).toBe('go.palette')
    const own = withKeys(withKeys({}, 'file.import', 'CmdOrCtrl+K'), 'arrange.tidy', 'CmdOrCtrl+Y')
    expect(holderOf('CmdOrCtrl+K', own)).toBe('file.import')
    expect(keysOf('go.palette', own)).toEqual(keysOf('go.palette', {}).slice(1))
    expect(keysOf('edit.redo', own)).toEqual(['CmdOrCtrl+Shift+Z'])
    // Taken back, they are gone from where they were.
    expect(keysOf('file.import', withListedKeys(own, 'go.palette'))).toEqual([])
  })

  it('are refused with the reason where they belong to the studio or the system', () => {
    expect(refusalOf('Escape', {})).toContain('Esc')
    expect(refusalOf('Enter', {})).toContain('presses')
    expect(refusalOf('CmdOrCtrl+V', {})).toContain('clipboard')
    expect(refusalOf('CmdOrCtrl+Dead', {})).toContain('do not know')
    expect(refusalOf('CmdOrCtrl+K', {})).toBeUndefined()
  })

  it.each(changeable.flatMap((id) => keysOf(id, {}).map((keys) => [keys])))('%s could be chosen again', (keys) => {
    expect(isShortcut(keys)).toBe(true)
    expect(refusalOf(keys, {})).toBeUndefined()
  })

  it('never belong to two commands, whatever is done to them', () => {
    const some = ['CmdOrCtrl+K', 'CmdOrCtrl+Y', 'CmdOrCtrl+Shift+Z', 'Delete', 'Backspace', 'F4', 'CmdOrCtrl+Alt+1']
    const change = record({
      id: constantFrom(...changeable),
      keys: constantFrom(...some),
      act: constantFrom('choose', 'clear', 'reset'),
    })
    assert(
      property(array(change, { maxLength: 12 }), (changes) => {
        let own: OwnShortcuts = {}
        for (const { id, keys, act } of changes) {
          own =
            act === 'choose'
              ? withKeys(own, id, keys)
              : act === 'clear'
                ? withoutKeys(own, id)
                : withListedKeys(own, id)
        }
        const keys = allKeys(own)
        expect(new Set(keys).size).toBe(keys.length)
        expect(readOwnShortcuts(JSON.parse(JSON.stringify(own)))).toEqual(own)
      }),
    )
  })

  it('are read from a file that somebody else wrote without taking what cannot be', () => {
    expect(readOwnShortcuts('nonsense')).toEqual({})
    expect(readOwnShortcuts({ 'file.gone': ['F1'], 'edit.copy': ['F1'], 'file.import': ['Escape', 7] })).toEqual({})
    const twice = readOwnShortcuts({ 'file.import': ['F1'], 'file.new': ['F1'] })
    const keys = allKeys(twice)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
