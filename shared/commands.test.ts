import { describe, expect, test } from 'vitest'
import { commandGroups, type CommandShape } from './commands/command-shape.ts'
import { commands, findCommand, isCommandId } from './commands.ts'
import { isShortcut } from './shortcuts.ts'

const all: readonly CommandShape[] = commands
const keys = all.flatMap((command) => [
  ...(command.shortcut ? [command.shortcut] : []),
  ...(command.alsoShortcuts ?? []),
])

describe('the list of commands', () => {
  test('gives every command an id of its own', () => {
    expect(new Set(all.map((command) => command.id)).size).toBe(all.length)
  })

  test('never gives the same keys to two commands', () => {
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('never shows two commands under the same label', () => {
    expect(new Set(all.map((command) => command.label)).size).toBe(all.length)
  })

  test.each(all.map((command) => [command.id, command] as const))('%s begins with its group', (id, command) => {
    expect(id).toMatch(/^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(id.startsWith(`${command.group}.`)).toBe(true)
    expect(commandGroups[command.group]).toBeTruthy()
  })

  test.each(keys)('%s is spelled as Electron spells accelerators', (shortcut) => {
    expect(isShortcut(shortcut)).toBe(true)
  })

  test('finds a command by its id, and knows a stranger', () => {
    expect(findCommand('file.save').label).toBe('Save to file')
    expect(isCommandId('file.save')).toBe(true)
    expect(isCommandId('file.format-disk')).toBe(false)
  })
})
