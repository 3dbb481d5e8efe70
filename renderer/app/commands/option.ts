import { adoptVariantAsBase, makeVariant, showNextSide, showSide } from '../../options/option-edits.ts'
import { freezeNow, nextName } from '../../panels/baselines/baseline-edits.ts'
import { designStore } from '../../store/design-store.ts'
import { viewStore } from '../../store/view-store.ts'
import { showToast } from '../../ui/toasts.ts'
import type { CommandHandlers } from './handler.ts'

export const optionCommands: CommandHandlers = {
  'insert.option': { run: () => void makeVariant('option') },
  'insert.phase': { run: () => void makeVariant('phase') },
  'view.next-option': { run: () => showNextSide(1) },
  'view.previous-option': { run: () => showNextSide(-1) },
  'view.base': { run: () => showSide(null) },
  'edit.adopt-option': {
    run: () => {
      const { shown } = designStore.getState().document
      if (shown === undefined) showToast('The base is drawn. Draw an option first, then adopt it.')
      else adoptVariantAsBase(shown)
    },
  },
  'go.baselines': { run: () => viewStore.getState().showPanel('baselines') },
  'insert.baseline': {
    run: async () => {
      const id = await freezeNow(nextName(designStore.getState().document.baselines ?? []))
      if (id !== undefined) viewStore.getState().showPanel('baselines')
    },
  },
  'insert.decision-records': {
    run: () => {
      viewStore.getState().showPanel('decisions')
      // The panel loads with the next picture; its field asks for the files.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => document.querySelector<HTMLInputElement>('.record-files')?.click()),
      )
    },
  },
  'go.options': { run: () => viewStore.getState().showPanel('options') },
}
