import { cataloguesStore } from '../store/catalogues-store.ts'
import { designStore } from '../store/design-store.ts'
import { priceStore } from '../store/price-store.ts'
import { standardsStore } from '../store/standards-store.ts'
import { AnalysisConversation } from './analysis-conversation.ts'
import { analysisStore, clearAnalysis } from './analysis-store.ts'

/**
 * Keeps what the page shows in step with the active design: every change of it, of the traffic asked about and of what it is
 * computed with goes to the worker of the engines. Gives what ends it.
 */
export function startAnalysis(createWorker: () => Worker = defaultWorker): () => void {
  const conversation = new AnalysisConversation(createWorker)
  conversation.link.tellOfReader()
  conversation.askNewest()
  const stops = [
    followDesign(conversation),
    followQuestions(conversation),
    priceStore.subscribe((state, before) => {
      if (state.imported !== before.imported) conversation.startAnew()
    }),
    standardsStore.subscribe((state, before) => {
      if (state.standards !== before.standards) conversation.startAnew()
    }),
    cataloguesStore.subscribe((state, before) => {
      if (state.update !== before.update) conversation.startAnew()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    conversation.link.stop()
  }
}

function followDesign(conversation: AnalysisConversation): () => void {
  return designStore.subscribe((state, before) => {
    if (state.document === before.document) return
    if (state.document.id !== before.document.id) clearAnalysis()
    conversation.askNewest()
  })
}

/** What is asked of the design beside its numbers. */
function followQuestions(conversation: AnalysisConversation): () => void {
  const { link } = conversation
  return analysisStore.subscribe((state, before) => {
    if (state.traffic !== before.traffic) conversation.askNewest()
    if (state.inquiries !== before.inquiries) link.tellInquiries()
    const areDetailsRead = state.detailReaders > 0
    if (areDetailsRead !== before.detailReaders > 0) link.tell({ type: 'details', isRead: areDetailsRead })
    const isRead = state.sideReaders > 0
    if (isRead !== before.sideReaders > 0) link.tell({ type: 'sides', isRead })
    const { isGovernanceRead } = state
    if (isGovernanceRead !== before.isGovernanceRead) link.tell({ type: 'governance', isRead: isGovernanceRead })
  })
}

function defaultWorker(): Worker {
  return new Worker(new URL('./analysis-worker.ts', import.meta.url), { type: 'module', name: 'analysis' })
}
