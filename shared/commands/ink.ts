import type { CommandShape } from './command-shape.ts'

/** The commands of the pen that draws over the picture; a part of `commands`. */
export const inkCommands = [
  {
    id: 'view.pen',
    label: 'Draw with the pen',
    words: ['tool', 'annotate', 'ink', 'scribble', 'sketch', 'stylus', 'mark'],
    group: 'view',
    shortcut: 'P',
    keysOnCanvas: true,
    menu: 'View/Pen',
    toggles: true,
    when: 'design',
  },
  {
    id: 'view.eraser',
    label: 'Erase pen strokes',
    words: ['tool', 'rubber', 'wipe', 'ink', 'annotation'],
    group: 'view',
    shortcut: 'E',
    keysOnCanvas: true,
    menu: 'View/Pen',
    toggles: true,
    when: 'design',
  },
  {
    id: 'view.toggle-ink',
    label: 'Pen strokes',
    words: ['annotation', 'ink', 'show', 'hide', 'layer'],
    group: 'view',
    menu: 'View/Pen',
    startsSection: true,
    toggles: true,
    when: 'design',
  },
  {
    id: 'view.stylus-draws',
    label: 'A stylus always draws',
    words: ['pen', 'tablet', 'ink', 'touch'],
    group: 'view',
    menu: 'View/Pen',
    toggles: true,
  },
  {
    id: 'edit.erase-ink',
    label: 'Erase all pen strokes',
    words: ['annotation', 'ink', 'clear', 'wipe'],
    group: 'edit',
    menu: 'View/Pen',
    startsSection: true,
    when: 'design',
  },
] as const satisfies readonly CommandShape[]
