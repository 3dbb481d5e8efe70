import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Id } from '../../shared/design/design.ts'
import type { DocumentChoices } from '../../shared/documents/brand.ts'
import type { DocumentPart } from '../../shared/documents/choices/parts-of.ts'
import type { OpenPlace } from '../../shared/documents/choices/open-places.ts'
import { answerPlaces, type PlaceAnswer } from '../../shared/documents/choices/needs.ts'
import type { DocumentFormat } from '../../shared/documents/document.ts'
import { brandStore, keepChoices } from '../store/brand-store.ts'
import { designStore, editDesign } from '../store/design-store.ts'
import { forgetDrafts } from '../store/drafts.ts'
import { endMaking, knowledgeNow, orderFile } from './export-engine.ts'
import type { ExportKnowledge, ExportOrder, ExportReply, MadeFile } from './export-message.ts'
import { saveFile } from './save-file.ts'

/** What the export screen shows. */
export interface ExportState {
  readonly documentId: string
  readonly format: DocumentFormat
  readonly decisionId?: Id
  readonly findingId?: string
  readonly phase: 'idle' | 'making' | 'made' | 'stopped' | 'failed' | 'saving'
  /** The file and its questions are there, or nothing comes any more. */
  readonly settled: boolean
  /** What is being done, while it is being made. */
  readonly step: string
  /** Never older than the design: gone as soon as the next one is begun. */
  readonly made?: MadeFile
  /** Of the document as it was made last, until it is made anew; undefined until they are known. */
  readonly needs?: readonly OpenPlace[]
  readonly parts?: readonly DocumentPart[]
  readonly dropped?: readonly string[]
  /** Why there is no file. */
  readonly problem?: string
  /** The file that was saved last, while it is still what the screen shows. */
  readonly saved?: { readonly handle: string; readonly fileName: string }
}

const first: ExportState = { documentId: 'one-pager', format: 'docx', phase: 'idle', settled: false, step: '' }

export const exportStore = createStore<ExportState>(() => first)

export function useExport<T>(select: (state: ExportState) => T): T {
  return useStore(exportStore, select)
}

type Chosen = Pick<ExportState, 'documentId' | 'format' | 'decisionId' | 'findingId'>

/** Shows another document, format or decision, and makes it. */
export function choose(chosen: Partial<Chosen>): void {
  const { documentId, format, decisionId, findingId } = { ...exportStore.getState(), ...chosen }
  const isOther = documentId !== exportStore.getState().documentId
  const about = {
    ...(decisionId === undefined || (isOther && chosen.decisionId === undefined) ? {} : { decisionId }),
    ...(findingId === undefined || (isOther && chosen.findingId === undefined) ? {} : { findingId }),
  }
  exportStore.setState(
    {
      documentId,
      format,
      ...about,
      ...(isOther ? {} : listsOf(exportStore.getState())),
      phase: 'idle',
      settled: false,
      step: '',
    },
    true,
  )
  make()
}

function listsOf({ needs, parts, dropped }: ExportState): Pick<ExportState, 'needs' | 'parts' | 'dropped'> {
  return {
    ...(needs === undefined ? {} : { needs }),
    ...(parts === undefined ? {} : { parts }),
    ...(dropped === undefined ? {} : { dropped }),
  }
}

/** What the last file was made from. */
let last: { readonly knowledge: ExportKnowledge; readonly order: ExportOrder } | undefined

/** Makes what is chosen anew where the design, the prices, the standards, the look or the choices are others by now. */
export function makeIfChanged(): void {
  const order = orderOf(chosenNow())
  if (
    last?.knowledge === knowledgeNow() &&
    last.order.brand === order.brand &&
    JSON.stringify(last.order.choices ?? {}) === JSON.stringify(order.choices ?? {})
  )
    return
  make()
}

/** Makes what is chosen anew from the design as it stands. */
export function make(): void {
  const chosen = chosenNow()
  const order = orderOf(chosen)
  // What is being switched and answered stays under the hands; only what comes out is gone.
  const lists = listsOf(exportStore.getState())
  exportStore.setState({ ...chosen, ...lists, phase: 'making', settled: false, step: 'Reading the design' }, true)
  last = { knowledge: orderFile(order, hear), order }
}

/** With the brand of the workspace, and what was chosen there for the document. */
function orderOf(chosen: Chosen): ExportOrder {
  const { brand, choices } = brandStore.getState()
  const own = choices[chosen.documentId]
  return {
    ...chosen,
    ...(brand === undefined ? {} : { brand }),
    ...(own === undefined ? {} : { choices: own }),
  }
}

function hear(reply: ExportReply): void {
  if (reply.type === 'step') exportStore.setState({ step: reply.words })
  if (reply.type === 'made') {
    const { made } = reply
    exportStore.setState({ phase: 'made', made, parts: made.parts, dropped: made.dropped })
  }
  if (reply.type === 'needs') exportStore.setState({ needs: reply.needs, settled: true })
  if (reply.type === 'failed') exportStore.setState({ phase: 'failed', problem: reply.problem, settled: true })
}

export function stopMaking(): void {
  endMaking()
  exportStore.setState({ phase: 'stopped', step: '', settled: true })
}

/** Leaves the screen: what is still being made is not waited for. */
export function leaveExport(): void {
  if (exportStore.getState().phase === 'making') endMaking()
  const { documentId, format } = exportStore.getState()
  exportStore.setState({ ...first, documentId, format }, true)
}

function chosenNow(): Chosen {
  const { documentId, format, decisionId, findingId } = exportStore.getState()
  return {
    documentId,
    format,
    ...(decisionId === undefined ? {} : { decisionId }),
    ...(findingId === undefined ? {} : { findingId }),
  }
}

export function changeChoices(choices: DocumentChoices): void {
  void keepChoices(exportStore.getState().documentId, choices)
}

/** The answers in their places, as one edit that can be taken back. */
export function answer(answers: readonly PlaceAnswer[]): void {
  const done = editDesign('Answer what a document asks', (design) => {
    const answered = answerPlaces(design, answers)
    return JSON.stringify(answered) === JSON.stringify(design) ? design : answered
  })
  if (!done) return
  forgetDrafts(
    designStore.getState().design.id,
    answers.map(({ place }) => place.key),
  )
}

/** Saves what the preview shows, byte for byte. A refusal stands on the screen, and nothing is lost. */
export async function save(): Promise<void> {
  const { made, documentId, format } = exportStore.getState()
  if (made === undefined) return
  const { document } = designStore.getState()
  exportStore.setState(({ problem: _problem, saved: _saved, ...state }) => ({ ...state, phase: 'saving' }), true)
  const saved = await saveFile(made, format)
  const shown = exportStore.getState()
  if (shown.made !== made || designStore.getState().document !== document) return
  if (saved.ok) {
    const { handle, fileName } = saved
    exportStore.setState({ phase: 'made', saved: { handle, fileName } })
    // Whoever has been through the form once gets the file at once the next time.
    void keepChoices(documentId, brandStore.getState().choices[documentId] ?? {})
  } else if (saved.reason === 'cancelled') exportStore.setState({ phase: 'made' })
  else exportStore.setState({ phase: 'made', problem: saved.problems.join(' ') })
}
