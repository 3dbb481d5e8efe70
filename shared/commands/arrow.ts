import type { CommandShape } from './command-shape.ts'

/** The commands that draw and shape arrows; a part of `commands`. */
export const arrowCommands = [
  {
    id: 'insert.right',
    label: 'Add on the right, connected...',
    words: ['next', 'after', 'connect', 'arrow'],
    group: 'insert',
    shortcut: 'CmdOrCtrl+Right',
    when: 'selection',
  },
  {
    id: 'insert.below',
    label: 'Add below, connected...',
    words: ['under', 'connect', 'arrow'],
    group: 'insert',
    shortcut: 'CmdOrCtrl+Down',
    when: 'selection',
  },
  {
    id: 'insert.above',
    label: 'Add above, connected...',
    words: ['over', 'connect', 'arrow'],
    group: 'insert',
    shortcut: 'CmdOrCtrl+Up',
    when: 'selection',
  },
  {
    id: 'insert.left',
    label: 'Add on the left, connected...',
    words: ['before', 'caller', 'connect', 'arrow'],
    group: 'insert',
    shortcut: 'CmdOrCtrl+Left',
    when: 'selection',
  },
  {
    id: 'insert.on-arrow',
    label: 'Insert on this arrow...',
    words: ['split', 'between', 'middle'],
    group: 'insert',
    menu: 'Insert',
    when: 'selection',
  },
  {
    id: 'arrange.straighten',
    label: 'Straighten the arrow',
    words: ['waypoint', 'bend', 'route', 'reset', 'line'],
    group: 'arrange',
    menu: 'Arrange',
    when: 'selection',
  },
  {
    id: 'arrange.turn-around',
    label: 'Turn the arrow around',
    words: ['reverse', 'flip', 'direction'],
    group: 'arrange',
    menu: 'Arrange',
    when: 'selection',
  },
] as const satisfies readonly CommandShape[]
