/**
 * Every command of the studio, once: the native menu, the palette, the buttons and the shortcut sheet read this list.
 *
 * To add a command: one line here and its action in `renderer/app/commands/`.
 * Order is the order of the native menu.
 */

import type { CommandShape } from './command-shape.ts'

export const commands = [
  { id: 'file.new', label: 'New design', group: 'file', shortcut: 'CmdOrCtrl+N', menu: 'File' },
  { id: 'file.open', label: 'Open file...', group: 'file', shortcut: 'CmdOrCtrl+O', menu: 'File' },
  { id: 'file.library', label: 'Library', group: 'file', shortcut: 'CmdOrCtrl+Shift+H', menu: 'File' },
  {
    id: 'file.save',
    label: 'Save to file',
    group: 'file',
    shortcut: 'CmdOrCtrl+S',
    menu: 'File',
    startsSection: true,
    when: 'design',
  },
  {
    id: 'file.save-as',
    label: 'Save to file as...',
    group: 'file',
    shortcut: 'CmdOrCtrl+Shift+S',
    menu: 'File',
    when: 'design',
  },
  { id: 'file.import', label: 'Import...', group: 'file', menu: 'File', startsSection: true },
  { id: 'file.restore-backup', label: 'Restore a backup...', group: 'file', menu: 'File', when: 'desktop' },
  {
    id: 'file.close-design',
    label: 'Close design',
    group: 'file',
    shortcut: 'CmdOrCtrl+W',
    menu: 'File',
    startsSection: true,
    when: 'design',
  },

  { id: 'edit.undo', label: 'Undo', group: 'edit', shortcut: 'CmdOrCtrl+Z', menu: 'Edit', when: 'undo' },
  {
    id: 'edit.redo',
    label: 'Redo',
    group: 'edit',
    shortcut: 'CmdOrCtrl+Shift+Z',
    alsoShortcuts: ['CmdOrCtrl+Y'],
    menu: 'Edit',
    when: 'redo',
  },
  { id: 'edit.cut', label: 'Cut', group: 'edit', shortcut: 'CmdOrCtrl+X', menu: 'Edit', startsSection: true },
  { id: 'edit.copy', label: 'Copy', group: 'edit', shortcut: 'CmdOrCtrl+C', menu: 'Edit' },
  {
    id: 'edit.copy-as-picture',
    label: 'Copy as picture',
    group: 'edit',
    shortcut: 'CmdOrCtrl+Shift+C',
    menu: 'Edit',
    when: 'design',
  },
  { id: 'edit.paste', label: 'Paste', group: 'edit', shortcut: 'CmdOrCtrl+V', menu: 'Edit' },
  { id: 'edit.duplicate', label: 'Duplicate', group: 'edit', shortcut: 'CmdOrCtrl+D', menu: 'Edit', when: 'selection' },
  { id: 'edit.delete', label: 'Delete', group: 'edit', shortcut: 'Delete', alsoShortcuts: ['Backspace'], menu: 'Edit' },
  {
    id: 'edit.select-all',
    label: 'Select all',
    group: 'edit',
    shortcut: 'CmdOrCtrl+A',
    menu: 'Edit',
    startsSection: true,
  },
  { id: 'edit.find', label: 'Find...', group: 'edit', shortcut: 'CmdOrCtrl+F', menu: 'Edit', when: 'design' },

  {
    id: 'view.zoom-in',
    label: 'Zoom in',
    group: 'view',
    shortcut: 'CmdOrCtrl+=',
    alsoShortcuts: ['CmdOrCtrl+Plus'],
    menu: 'View',
    when: 'design',
  },
  { id: 'view.zoom-out', label: 'Zoom out', group: 'view', shortcut: 'CmdOrCtrl+-', menu: 'View', when: 'design' },
  { id: 'view.zoom-100', label: 'Zoom to 100 %', group: 'view', shortcut: 'CmdOrCtrl+0', menu: 'View', when: 'design' },
  { id: 'view.fit', label: 'Fit the design', group: 'view', shortcut: 'Shift+1', menu: 'View', when: 'design' },
  {
    id: 'view.fit-selection',
    label: 'Fit the selection',
    group: 'view',
    shortcut: 'Shift+2',
    menu: 'View',
    when: 'selection',
  },
  {
    id: 'view.toggle-palette',
    label: 'Component palette',
    group: 'view',
    shortcut: 'CmdOrCtrl+B',
    menu: 'View',
    startsSection: true,
    toggles: true,
    when: 'design',
  },
  {
    id: 'view.toggle-inspector',
    label: 'Inspector',
    group: 'view',
    shortcut: 'CmdOrCtrl+I',
    menu: 'View',
    toggles: true,
    when: 'design',
  },
  {
    id: 'view.toggle-panels',
    label: 'Bottom panels',
    group: 'view',
    shortcut: 'CmdOrCtrl+J',
    menu: 'View',
    toggles: true,
    when: 'design',
  },
  {
    id: 'view.maximise-panels',
    label: 'Panels over the canvas',
    group: 'view',
    shortcut: 'CmdOrCtrl+Shift+J',
    menu: 'View',
    toggles: true,
    when: 'design',
  },
  {
    id: 'view.canvas-only',
    label: 'Canvas only',
    group: 'view',
    shortcut: 'CmdOrCtrl+.',
    menu: 'View',
    toggles: true,
    when: 'design',
  },
  {
    id: 'view.toggle-minimap',
    label: 'Minimap',
    group: 'view',
    shortcut: 'CmdOrCtrl+M',
    menu: 'View',
    toggles: true,
    when: 'design',
  },
  {
    id: 'view.toggle-source',
    label: 'Text of the design',
    group: 'view',
    shortcut: 'CmdOrCtrl+U',
    menu: 'View',
    toggles: true,
    when: 'design',
  },
  {
    id: 'view.overlay-none',
    label: 'No overlay',
    group: 'view',
    shortcut: 'Alt+Shift+0',
    menu: 'View/Overlay',
    toggles: true,
    when: 'design',
  },
  {
    id: 'view.overlay-cost',
    label: 'Overlay: cost',
    group: 'view',
    shortcut: 'Alt+Shift+1',
    menu: 'View/Overlay',
    toggles: true,
    when: 'design',
  },
  {
    id: 'view.overlay-time',
    label: 'Overlay: share of time',
    group: 'view',
    shortcut: 'Alt+Shift+2',
    menu: 'View/Overlay',
    toggles: true,
    when: 'design',
  },
  {
    id: 'view.overlay-load',
    label: 'Overlay: utilisation',
    group: 'view',
    shortcut: 'Alt+Shift+3',
    menu: 'View/Overlay',
    toggles: true,
    when: 'design',
  },
  { id: 'view.theme-system', label: 'Theme of the system', group: 'view', menu: 'View/Theme', toggles: true },
  { id: 'view.theme-light', label: 'Light theme', group: 'view', menu: 'View/Theme', toggles: true },
  { id: 'view.theme-dark', label: 'Dark theme', group: 'view', menu: 'View/Theme', toggles: true },
  {
    id: 'view.room-mode',
    label: 'Room mode',
    group: 'view',
    shortcut: 'F9',
    menu: 'View',
    startsSection: true,
    toggles: true,
  },
  { id: 'view.full-screen', label: 'Full screen', group: 'view', shortcut: 'F11', menu: 'View' },

  {
    id: 'insert.quick-add',
    label: 'Add a component...',
    group: 'insert',
    shortcut: '/',
    menu: 'Insert',
    when: 'design',
  },
  {
    id: 'insert.boundary',
    label: 'Boundary around the selection',
    group: 'insert',
    shortcut: 'CmdOrCtrl+G',
    menu: 'Insert',
    when: 'selection',
  },
  { id: 'insert.workload', label: 'Workload', group: 'insert', menu: 'Insert', startsSection: true, when: 'design' },
  { id: 'insert.data-asset', label: 'Data asset', group: 'insert', menu: 'Insert', when: 'design' },
  { id: 'insert.requirement', label: 'Requirement', group: 'insert', menu: 'Insert', when: 'design' },
  { id: 'insert.decision', label: 'Decision', group: 'insert', menu: 'Insert', when: 'design' },

  {
    id: 'arrange.tidy',
    label: 'Tidy the layout',
    group: 'arrange',
    shortcut: 'CmdOrCtrl+Shift+L',
    menu: 'Arrange',
    when: 'design',
  },
  {
    id: 'arrange.align-left',
    label: 'Align left',
    group: 'arrange',
    shortcut: 'Alt+A',
    menu: 'Arrange',
    startsSection: true,
    when: 'selection',
  },
  {
    id: 'arrange.align-top',
    label: 'Align top',
    group: 'arrange',
    shortcut: 'Alt+W',
    menu: 'Arrange',
    when: 'selection',
  },
  {
    id: 'arrange.distribute-across',
    label: 'Space evenly across',
    group: 'arrange',
    shortcut: 'Alt+H',
    menu: 'Arrange',
    when: 'selection',
  },
  {
    id: 'arrange.distribute-down',
    label: 'Space evenly down',
    group: 'arrange',
    shortcut: 'Alt+V',
    menu: 'Arrange',
    when: 'selection',
  },

  {
    id: 'share.preview',
    label: 'Documents...',
    group: 'share',
    shortcut: 'CmdOrCtrl+E',
    menu: 'Share',
    when: 'design',
  },
  {
    id: 'share.decision-records',
    label: 'Decision records (ADR)',
    group: 'share',
    menu: 'Share',
    startsSection: true,
    when: 'design',
  },
  {
    id: 'share.threat-model-markdown',
    label: 'Threat model (Markdown)',
    group: 'share',
    menu: 'Share/Threat model',
    when: 'design',
  },
  {
    id: 'share.threat-model-html',
    label: 'Threat model (HTML)',
    group: 'share',
    menu: 'Share/Threat model',
    when: 'design',
  },
  {
    id: 'share.threat-model-pdf',
    label: 'Threat model (PDF)',
    group: 'share',
    menu: 'Share/Threat model',
    when: 'design',
  },
  { id: 'share.deck', label: 'Deck (PowerPoint)', group: 'share', menu: 'Share', when: 'design' },
  { id: 'share.picture', label: 'Picture of the canvas', group: 'share', menu: 'Share', when: 'design' },

  { id: 'go.palette', label: 'Search or run...', group: 'go', shortcut: 'CmdOrCtrl+K', menu: 'Go' },
  {
    id: 'go.findings',
    label: 'Findings',
    group: 'go',
    shortcut: 'Alt+1',
    menu: 'Go',
    startsSection: true,
    when: 'design',
  },
  { id: 'go.estimate', label: 'Estimate', group: 'go', shortcut: 'Alt+2', menu: 'Go', when: 'design' },
  { id: 'go.threats', label: 'Threats', group: 'go', shortcut: 'Alt+3', menu: 'Go', when: 'design' },
  { id: 'go.requirements', label: 'Requirements', group: 'go', shortcut: 'Alt+4', menu: 'Go', when: 'design' },
  { id: 'go.decisions', label: 'Decisions', group: 'go', shortcut: 'Alt+5', menu: 'Go', when: 'design' },
  { id: 'go.questions', label: 'Questions', group: 'go', shortcut: 'Alt+6', menu: 'Go', when: 'design' },
  { id: 'go.assumptions', label: 'Assumptions', group: 'go', shortcut: 'Alt+7', menu: 'Go', when: 'design' },
  { id: 'go.workloads', label: 'Workloads', group: 'go', shortcut: 'Alt+8', menu: 'Go', when: 'design' },
  { id: 'go.data', label: 'Data', group: 'go', shortcut: 'Alt+9', menu: 'Go', when: 'design' },
  { id: 'go.prices', label: 'Price book', group: 'go', menu: 'Go', startsSection: true },

  { id: 'help.shortcuts', label: 'Keyboard shortcuts', group: 'help', shortcut: '?', menu: 'Help' },
  { id: 'help.about', label: 'About Lintel', group: 'help', menu: 'Help' },
] as const satisfies readonly CommandShape[]

export type CommandId = (typeof commands)[number]['id']

/** A command as the rest of the program sees it. */
export interface Command extends CommandShape {
  id: CommandId
}

const byId = new Map<string, Command>(commands.map((command) => [command.id, command]))

/** The command of that id; ids come from the list itself, so there always is one. */
export function findCommand(id: CommandId): Command {
  const command = byId.get(id)
  if (command === undefined) throw new Error(`No command has the id ${id}`)
  return command
}

/** Whether a text from outside (an IPC message, a stored setting) names a command. */
export const isCommandId = (text: string): text is CommandId => byId.has(text)
