import { Menu } from 'electron'
import { type Command, type CommandId, commands, findCommand } from '../shared/commands.ts'
import type { FileHandle, MenuState, RecentFile } from '../shared/ipc.ts'
import { menuTemplate } from './menu-template.ts'

export interface NativeMenu {
  setState: (state: MenuState) => void
  /** Shows the recent files anew, after one was added or left out. */
  refreshRecent: () => void
}

export interface MenuActions {
  run: (id: CommandId) => void
  recentFiles: (workspaceId: string) => RecentFile[]
  openRecent: (workspaceId: string, handle: FileHandle) => void
  clearRecent: (workspaceId: string) => void
}

export function installMenu({ run, recentFiles, openRecent, clearRecent }: MenuActions): NativeMenu {
  let state: MenuState = { disabled: [], checked: [] }
  let menu = build([], '')
  let shown = ''

  function build(files: RecentFile[], workspaceId: string): Menu {
    return Menu.buildFromTemplate(
      menuTemplate(withShortcuts(state.shortcuts), process.platform, run, {
        files,
        open: (handle) => openRecent(workspaceId, handle),
        clear: () => {
          clearRecent(workspaceId)
          refreshRecent()
        },
      }),
    )
  }

  /** Items of a native menu cannot be taken out nor get other keys, so another list of files or keys is another menu. */
  function refreshRecent(): void {
    const { workspaceId, shortcuts } = state
    const files = workspaceId === undefined ? [] : recentFiles(workspaceId)
    const wanted = JSON.stringify([workspaceId, files.map(({ handle }) => handle), shortcuts])
    if (wanted === shown) return
    shown = wanted
    menu = build(files, workspaceId ?? '')
    showState()
    Menu.setApplicationMenu(menu)
  }

  function showState(): void {
    for (const { id } of commands) {
      const item = menu.getMenuItemById(id)
      if (item === null) continue
      item.enabled = !state.disabled.includes(id)
      if (item.type === 'checkbox') item.checked = state.checked.includes(id)
    }
  }

  Menu.setApplicationMenu(menu)
  return {
    setState: (next) => {
      state = next
      showState()
      refreshRecent()
    },
    refreshRecent,
  }
}

/** The commands with the keys that a person chose for them. */
function withShortcuts(chosen: MenuState['shortcuts'] = []): readonly Command[] {
  return commands.map(({ id }) => {
    const { shortcut: listed, ...command } = findCommand(id)
    const own = chosen.find((each) => each.id === id)
    const keys = own === undefined ? listed : own.keys
    return keys === undefined ? command : { ...command, shortcut: keys }
  })
}
