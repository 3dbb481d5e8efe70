import { Menu } from 'electron'
import { commands, type CommandId } from '../shared/commands.ts'
import type { MenuState } from '../shared/ipc.ts'
import { menuTemplate } from './menu-template.ts'

export interface NativeMenu {
  setState: (state: MenuState) => void
}

export function installMenu(run: (id: CommandId) => void): NativeMenu {
  const menu = Menu.buildFromTemplate(menuTemplate(commands, process.platform, run))
  Menu.setApplicationMenu(menu)
  return {
    setState: ({ disabled, checked }) => {
      for (const { id } of commands) {
        const item = menu.getMenuItemById(id)
        if (item === null) continue
        item.enabled = !disabled.includes(id)
        if (item.type === 'checkbox') item.checked = checked.includes(id)
      }
    },
  }
}
