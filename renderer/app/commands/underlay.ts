import { adjustUnderlay, chooseUnderlay, toggleUnderlay } from '../../underlay/lay-picture.ts'
import { removeUnderlay, underlayStore } from '../../underlay/underlay-store.ts'
import type { CommandHandlers } from './handler.ts'

/** The picture that is traced. */
export const underlayCommands: CommandHandlers = {
  'insert.underlay': { run: chooseUnderlay },
  'view.adjust-underlay': { run: adjustUnderlay },
  'view.toggle-underlay': {
    run: toggleUnderlay,
    checked: () =>
      underlayStore.getState().underlay !== undefined && underlayStore.getState().underlay?.hidden !== true,
  },
  'edit.remove-underlay': { run: removeUnderlay },
}
