import type { MenuItemConstructorOptions } from 'electron'
import { expect, test, vi } from 'vitest'
import type { CommandShape } from '../shared/commands/command-shape.ts'
import { commands } from '../shared/commands.ts'
import { menuTemplate } from './menu-template.ts'

const items = (list: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  list.flatMap((item) => (Array.isArray(item.submenu) ? items(item.submenu) : [item]))
const template = (platform: NodeJS.Platform, run = vi.fn()) => menuTemplate(commands, platform, run)
const labels = (platform: NodeJS.Platform) => template(platform).map((item) => item.label ?? item.role)
const all: readonly CommandShape[] = commands

test.each(['linux', 'win32', 'darwin'] as const)('on %s every command with a menu stands in it once', (platform) => {
  const ids = items(template(platform)).flatMap((item) => (item.id === undefined ? [] : [item.id]))
  expect(ids.toSorted()).toEqual(all.flatMap((command) => (command.menu === undefined ? [] : [command.id])).toSorted())
})

test('recent files stand below the command that opens one', () => {
  const open = vi.fn()
  const files = [{ handle: 'h', fileName: 'r&d.lintel.json', folder: '~' }]
  const menu = menuTemplate(commands, 'linux', vi.fn(), { files, open, clear: vi.fn() })
  const item = items(menu).find(({ label }) => label === 'r&&d.lintel.json (~)')
  const choose: Function | undefined = item?.click
  choose?.()
  expect(open).toHaveBeenCalledWith('h')
  const file = template('linux')[0]?.submenu
  expect(Array.isArray(file) && file.find(({ label }) => label === 'Open recent')?.enabled).toBe(false)
})

test('menus come in the usual order', () => {
  expect(labels('linux')).toEqual(['File', 'Edit', 'View', 'Insert', 'Arrange', 'Share', 'Go', 'Help'])
  expect(labels('darwin').at(0)).toBe('Lintel')
  expect(labels('darwin').slice(-2)).toEqual(['windowMenu', 'Help'])
})

test('choosing an item runs its command, and no item acts by a role of Electron', () => {
  const run = vi.fn()
  const undo = items(template('linux', run)).find((item) => item.id === 'edit.undo')
  const choose: Function | undefined = undo?.click
  choose?.()
  expect(run).toHaveBeenCalledWith('edit.undo')
  expect(items(template('linux')).flatMap((item) => item.role ?? [])).toEqual(['quit'])
})

test('keys are shown but left to the page; macOS shows no bare keys', () => {
  expect(
    items(template('linux'))
      .filter((item) => item.accelerator)
      .every((item) => item.registerAccelerator === false),
  ).toBe(true)
  const mac = items(template('darwin')).flatMap((item) => item.accelerator ?? [])
  expect(mac).toContain('CmdOrCtrl+Z')
  expect(mac).not.toContain('/')
  expect(mac).not.toContain('Delete')
  expect(mac).not.toContain('Shift+1')
})

test('no menu begins with a line', () => {
  for (const menu of template('linux')) {
    expect(Array.isArray(menu.submenu) && menu.submenu[0]?.type).not.toBe('separator')
  }
})
