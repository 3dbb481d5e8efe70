/**
 * Every command of the studio, once: the native menu, the palette, the buttons and the shortcut sheet read this list.
 *
 * To add a command: one line here (or in the list of its group) and its action in `renderer/app/commands/`.
 * Order is the order of the native menu.
 */

import { arrowCommands } from './commands/arrow.ts'
import { arrangeCommands } from './commands/arrange.ts'
import type { CommandShape } from './commands/command-shape.ts'
import { fileCommands } from './commands/file.ts'
import { goCommands } from './commands/go.ts'
import { inkCommands } from './commands/ink.ts'
import { optionCommands } from './commands/option.ts'
import { selectionCommands } from './commands/selection.ts'
import { shareCommands } from './commands/share.ts'
import { sightCommands } from './commands/sight.ts'
import { viewCommands } from './commands/view.ts'

export const commands = [
  ...fileCommands,

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
  {
    id: 'edit.select-loose',
    label: 'Select what is in no boundary',
    words: ['rest', 'loose', 'outside', 'remaining'],
    group: 'edit',
    menu: 'Edit',
    when: 'design',
  },
  { id: 'edit.rename', label: 'Rename', group: 'edit', shortcut: 'F2', menu: 'Edit', when: 'selection' },
  ...selectionCommands,
  { id: 'edit.find', label: 'Find...', group: 'edit', shortcut: 'CmdOrCtrl+F', menu: 'Edit', when: 'design' },

  ...viewCommands,
  ...inkCommands,
  ...sightCommands,

  {
    id: 'insert.quick-add',
    label: 'Add a component...',
    group: 'insert',
    shortcut: '/',
    menu: 'Insert',
    onDrawing: true,
    when: 'design',
  },
  ...arrowCommands,
  {
    id: 'insert.boundary',
    label: 'Boundary around the selection',
    group: 'insert',
    shortcut: 'CmdOrCtrl+G',
    menu: 'Insert',
    when: 'selection',
  },
  {
    id: 'insert.capture',
    label: 'Write down what was said...',
    words: ['capture', 'note', 'minutes', 'decision', 'assumption', 'question', 'risk', 'park'],
    group: 'insert',
    shortcut: 'F4',
    menu: 'Insert',
    when: 'design',
  },
  { id: 'insert.workload', label: 'Workload', group: 'insert', menu: 'Insert', startsSection: true, when: 'design' },
  { id: 'insert.data-asset', label: 'Data asset', group: 'insert', menu: 'Insert', when: 'design' },
  { id: 'insert.requirement', label: 'Requirement', group: 'insert', menu: 'Insert', when: 'design' },
  { id: 'insert.decision', label: 'Decision', group: 'insert', menu: 'Insert', when: 'design' },
  {
    id: 'insert.threat',
    label: 'Threat...',
    words: ['risk', 'attack', 'write', 'manual'],
    group: 'insert',
    menu: 'Insert',
    when: 'design',
  },
  {
    id: 'insert.place-control',
    label: 'Place the proposed control',
    words: ['break', 'gate', 'remedy', 'mitigate', 'threat'],
    group: 'insert',
    menu: 'Insert',
    when: 'design',
  },
  {
    id: 'insert.threat-review',
    label: 'Mark the threats as reviewed',
    words: ['review', 'sign off', 'since'],
    group: 'insert',
    menu: 'Insert',
    when: 'design',
  },
  {
    id: 'insert.rows',
    label: 'Paste rows of a spreadsheet...',
    words: ['table', 'excel', 'csv', 'import', 'list'],
    group: 'insert',
    menu: 'Insert',
    when: 'design',
  },
  {
    id: 'insert.underlay',
    label: 'Lay a picture under the drawing...',
    words: ['trace', 'background', 'image', 'photo', 'whiteboard', 'scan'],
    group: 'insert',
    menu: 'Insert',
    when: 'design',
  },
  { id: 'insert.measurements', label: 'Paste measurements...', group: 'insert', menu: 'Insert', when: 'design' },

  ...arrangeCommands,

  ...shareCommands,

  ...goCommands,
  ...optionCommands,

  {
    id: 'help.shortcuts',
    label: 'Keyboard shortcuts',
    words: ['keys', 'settings', 'preferences'],
    group: 'help',
    shortcut: '?',
    menu: 'Help',
  },
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
