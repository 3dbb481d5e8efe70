import type { MenuItemConstructorOptions } from 'electron'
import type { FileHandle, FileName } from '../shared/ipc.ts'
import type { CommandShape } from '../shared/commands/command-shape.ts'
import type { CommandId } from '../shared/commands.ts'

/** The files of one workspace that were open before. */
export interface RecentMenu {
  files: readonly FileName[]
  open: (handle: FileHandle) => void
  clear: () => void
}

/**
 * Builds the native menu from the list of commands.
 *
 * Keys: the page handles all of them, as only it knows whether the canvas or a text field has the focus. So on Linux and
 * Windows the menu shows its shortcuts without registering them. macOS has no such choice, but offers every key to the
 * page first and to the menu only if the page left it alone; bare keys (`/`, `?`, Delete) are left out there, or the
 * menu would take them from text fields. A menu item chosen by mouse sends its command to the page, which acts on the
 * canvas or, through `editText`, on the text field in focus.
 */
export function menuTemplate(
  commands: readonly (CommandShape & { id: CommandId })[],
  platform: NodeJS.Platform,
  run: (id: CommandId) => void,
  recent: RecentMenu = { files: [], open: () => undefined, clear: () => undefined },
): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin'
  const top: MenuItemConstructorOptions[] = mac ? [appMenu(commands, run)] : []
  for (const command of commands) {
    if (command.menu === undefined) continue
    if (mac && command.id === 'help.about') continue
    const items = submenu(top, command.menu.split('/'))
    if (command.startsSection === true && items.length > 0) items.push({ type: 'separator' })
    items.push({
      id: command.id,
      label: command.label,
      type: command.toggles === true ? 'checkbox' : 'normal',
      registerAccelerator: false,
      click: () => run(command.id),
      ...accelerator(command.shortcut, mac),
    })
    if (command.id === 'file.open') items.push(recentMenu(recent))
  }
  if (mac) top.splice(-1, 0, { role: 'windowMenu' })
  else submenu(top, ['File']).push({ type: 'separator' }, { role: 'quit' })
  return top
}

function appMenu(commands: readonly CommandShape[], run: (id: CommandId) => void): MenuItemConstructorOptions {
  const about = commands.find((command) => command.id === 'help.about')
  return {
    label: 'Lintel',
    submenu: [
      { id: 'help.about', label: about?.label ?? 'About', click: () => run('help.about') },
      { type: 'separator' },
      { role: 'services' },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit' },
    ],
  }
}

function recentMenu({ files, open, clear }: RecentMenu): MenuItemConstructorOptions {
  return {
    label: 'Open recent',
    enabled: files.length > 0,
    submenu: [
      ...files.map(({ handle, fileName, folder }) => ({
        // An ampersand would underline the letter behind it.
        label: `${fileName} (${folder})`.replaceAll('&', '&&'),
        click: () => open(handle),
      })),
      { type: 'separator' },
      { label: 'Clear the list', click: clear },
    ],
  }
}

/** The items at a path such as `File/Export`, made where missing. */
function submenu(items: MenuItemConstructorOptions[], path: readonly string[]): MenuItemConstructorOptions[] {
  const [label, ...rest] = path
  if (label === undefined) return items
  let menu = items.find((item) => item.label === label)
  if (menu === undefined) {
    menu = { label, submenu: [] }
    items.push(menu)
  }
  if (!Array.isArray(menu.submenu)) throw new Error(`The menu ${label} is also a command`)
  return submenu(menu.submenu, rest)
}

function accelerator(shortcut: string | undefined, mac: boolean): { accelerator?: string } {
  if (shortcut === undefined) return {}
  const bare = !/^(CmdOrCtrl|Alt)\+|^F\d+$/.test(shortcut)
  return mac && bare ? {} : { accelerator: shortcut }
}
