/** What must be there for a command to make sense; the page reports it to the native menu as well. */
export type CommandCondition =
  /** A design is open. */
  | 'design'
  /** A design is open and something on its canvas is selected. */
  | 'selection'
  /** A design is open, and another one beside it. */
  | 'several-designs'
  /** Of the open designs some stand to the right of the one in front. */
  | 'designs-to-the-right'
  /** A walkthrough is on. */
  | 'walk'
  /** There is something to take back. */
  | 'undo'
  /** There is something to bring back. */
  | 'redo'
  /** The studio runs as the desktop program, with a main process to ask. */
  | 'desktop'

export interface CommandShape {
  id: string
  label: string
  group: CommandGroup
  /** Other words to find it by in the palette. */
  words?: readonly string[]
  /** In Electron's spelling: `CmdOrCtrl+Shift+S`, `Shift+1`, `?`. */
  shortcut?: string
  /** Further keys that do the same; not shown in menus. */
  alsoShortcuts?: readonly string[]
  /** Its keys are bare letters, which choose from a list elsewhere: they hold while the canvas has the focus, or nothing. */
  keysOnCanvas?: boolean
  /** Where it stands in the native menu, such as `File` or `File/Export`; absent: palette and buttons only. */
  menu?: string
  /** Draws a line above it in the native menu. */
  startsSection?: boolean
  /** A command that is on or off; the menu shows a tick. */
  toggles?: boolean
  /** What it does is seen on the drawing alone: panels that cover the drawing make room. */
  onDrawing?: boolean
  when?: CommandCondition
}

export type CommandGroup = 'file' | 'edit' | 'view' | 'insert' | 'arrange' | 'share' | 'go' | 'help'

export const commandGroups: Record<CommandGroup, string> = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  insert: 'Insert',
  arrange: 'Arrange',
  // Whoever types a name wants to see it before they send it away.
  go: 'Go to',
  share: 'Share',
  help: 'Help',
}
