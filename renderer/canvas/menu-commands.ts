import type { CommandId } from '../../shared/commands.ts'
import type { Design, Id } from '../../shared/design/design.ts'

/** What the right button was pressed on. */
export type MenuSubject = 'canvas' | 'component' | 'boundary' | 'arrow' | 'several'

type Sections = readonly (readonly CommandId[])[]

const clipboard: Sections[number] = ['edit.cut', 'edit.copy', 'edit.duplicate', 'edit.delete']
const sight: Sections[number] = ['view.hide', 'view.only', 'view.neighbours']

/** The commands that make sense there, in sections. */
export const menuCommands: Readonly<Record<MenuSubject, Sections>> = {
  canvas: [
    ['insert.quick-add', 'edit.paste'],
    ['edit.select-all', 'edit.select-loose', 'arrange.tidy', 'view.fit'],
    ['view.show-all', 'view.save-view'],
    ['edit.copy-as-picture'],
  ],
  component: [
    ['edit.rename', 'insert.right', 'insert.below', 'insert.left', 'insert.boundary'],
    clipboard,
    ['edit.copy-style', 'edit.paste-style', 'arrange.lock', 'arrange.front', 'arrange.back'],
    [...sight, 'view.fit-selection'],
  ],
  boundary: [
    ['edit.rename', 'arrange.collapse', 'edit.select-inside', 'insert.boundary', 'arrange.ungroup'],
    clipboard,
    ['arrange.tidy', 'arrange.lock', 'edit.copy-style', 'edit.paste-style'],
    [...sight, 'view.fit-selection'],
    ['edit.copy-as-picture'],
  ],
  arrow: [
    ['edit.rename', 'insert.on-arrow', 'arrange.turn-around', 'arrange.straighten'],
    ['edit.delete'],
    ['view.neighbours', 'view.fit-selection'],
  ],
  several: [
    ['insert.boundary', 'arrange.tidy', 'arrange.lock'],
    ['arrange.align-left', 'arrange.align-top', 'arrange.distribute-across', 'arrange.distribute-down'],
    clipboard,
    [...sight, 'view.fit-selection'],
    ['edit.copy-as-picture'],
  ],
}

/** What the menu is about: what is selected by the time that it opens. */
export function menuSubject(design: Design, selection: readonly Id[]): MenuSubject {
  const [only, ...others] = selection
  if (only === undefined) return 'canvas'
  if (others.length > 0) return 'several'
  if (design.flows?.some(({ id }) => id === only) === true) return 'arrow'
  return design.boundaries?.some(({ id }) => id === only) === true ? 'boundary' : 'component'
}
