import type { Numbers } from '../../shared/analysis.ts'
import type { Design } from '../../shared/design/design.ts'
import { designStore } from '../store/design-store.ts'
import { priceStore } from '../store/price-store.ts'
import { cataloguesStore } from '../store/catalogues-store.ts'
import { standardsStore } from '../store/standards-store.ts'
import { todayIso } from '../store/today.ts'
import {
  acceptAnswer,
  acceptEarly,
  acceptGovernance,
  acceptJudgement,
  acceptNumbers,
  acceptSide,
  type Reply,
} from './accept-reply.ts'
import type { AnalysisReply, AnalysisRequest } from './analysis-message.ts'
import { analysisStore, clearAnalysis } from './analysis-store.ts'
import { type EarlyNumbers, joinNumbers } from './pack-numbers.ts'
import { sendDesign } from './send-design.ts'

/** A worker that answers nothing for so long is replaced. */
const longestMs = 20_000

interface Asked {
  readonly revision: number
  readonly traffic: number
}

/**
 * Analyses the active design after every change. The first edit of a burst is sent at once; what comes while numbers are
 * being worked on waits for the short parts of them, and only the newest counts: while somebody edits on, the long parts
 * and the findings of what has passed are not waited for.
 */
export function startAnalysis(createWorker: () => Worker = defaultWorker): () => void {
  let worker = createWorker()
  /** What numbers are being worked on. */
  let running: Asked | undefined
  /** What the worker holds: the revision, and the design as it was sent. */
  let held: number | undefined
  let sent: Design | undefined
  /** Short parts that wait for the long ones of the same numbers, by revision and traffic. */
  const early = new Map<string, EarlyNumbers>()
  /** Numbers at the stated traffic that wait for their findings. */
  let unjudged: { readonly revision: number; readonly numbers: Numbers } | undefined
  let watch: ReturnType<typeof setTimeout> | undefined

  const listen = (): void => {
    worker.addEventListener('error', ({ message }) => {
      if (running !== undefined) replace(`The analysis could not run: ${message}`)
    })
    worker.addEventListener('message', ({ data }: MessageEvent<AnalysisReply>) => hear(data))
  }
  const hear = (reply: AnalysisReply): void => {
    watchAgain((reply.type === 'early' || reply.type === 'numbers') && held === reply.revision)
    switch (reply.type) {
      case 'early':
        return hearEarly(reply)
      case 'numbers':
        return hearNumbers(reply)
      case 'judgement':
        if (unjudged?.revision === reply.revision) acceptJudgement(reply, unjudged.numbers)
        return
      case 'governance':
        return acceptGovernance(reply)
      case 'answer':
        return acceptAnswer(reply)
      case 'side':
        return acceptSide(reply)
      case 'failure':
        return hearFailure(reply)
    }
  }
  const isAsked = ({ revision, traffic }: Asked): boolean =>
    running?.revision === revision && running.traffic === traffic
  const hearEarly = (reply: Reply<'early'>): void => {
    early.set(keyOf(reply), reply.early)
    if (!isAsked(reply)) return
    acceptEarly(reply)
    if (isNewest(reply)) return
    running = undefined
    sendNewest()
  }
  const hearNumbers = (reply: Reply<'numbers'>): void => {
    const wasAsked = isAsked(reply)
    if (wasAsked) running = undefined
    const short = early.get(keyOf(reply))
    if (short === undefined) return
    early.delete(keyOf(reply))
    const numbers = joinNumbers(short, reply.rest)
    // The stated numbers under a "what if" are for the findings alone.
    if (reply.traffic === 1) unjudged = { revision: reply.revision, numbers }
    if (!wasAsked) return
    acceptNumbers(reply, numbers)
    sendNewest()
  }
  const hearFailure = ({ revision, failure }: Reply<'failure'>): void => {
    const wasAsked = running?.revision === revision
    if (wasAsked) running = undefined
    // What the worker holds after a bug is not relied on: the next edit takes the whole design along.
    sent = undefined
    analysisStore.setState({ failure, pending: false })
    if (wasAsked) sendNewest()
  }
  const watchAgain = (more: boolean): void => {
    clearTimeout(watch)
    if (more) watch = setTimeout(() => replace('The analysis took longer than 20 seconds and was stopped.'), longestMs)
  }
  const replace = (failure: string): void => {
    const failed = running
    renew()
    analysisStore.setState({ pending: false, failure })
    if (failed?.revision !== designStore.getState().revision) sendNewest()
  }
  /** A worker anew, with the prices, standards and catalogues that count: nothing that the old one still says is of them. */
  const renew = (): void => {
    clearTimeout(watch)
    worker.terminate()
    worker = createWorker()
    listen()
    running = undefined
    held = undefined
    sent = undefined
    early.clear()
    unjudged = undefined
    const { imported } = priceStore.getState()
    if (imported !== undefined) tell({ type: 'prices', book: imported.book })
    const { standards } = standardsStore.getState()
    if (standards !== undefined) tell({ type: 'standards', standards })
    const { update } = cataloguesStore.getState()
    if (update !== undefined) tell({ type: 'catalogues', update })
    tellOfReader()
  }
  /** A worker begins without one. */
  const tellOfReader = (): void => {
    if (analysisStore.getState().isGovernanceRead) tell({ type: 'governance', isRead: true })
    if (analysisStore.getState().sideReaders > 0) tell({ type: 'sides', isRead: true })
    if (analysisStore.getState().inquiries.size > 0) tellInquiries()
  }
  const tellInquiries = (): void => {
    const { inquiries } = analysisStore.getState()
    tell({ type: 'inquiries', inquiries: [...inquiries.values()].map(({ inquiry }) => inquiry) })
  }
  const tell = (request: AnalysisRequest): void => {
    // A worker has no origin to name.
    // eslint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(request)
  }
  const sendNewest = (): void => {
    const { open, document, revision } = designStore.getState()
    const { traffic, numbers, revision: shown, failure } = analysisStore.getState()
    const isShown = shown === revision && (numbers?.estimate.traffic ?? 1) === traffic && numbers !== undefined
    const isFailed = failure !== undefined && held === revision
    if (!open || isShown || isFailed) {
      analysisStore.setState({ pending: false })
      return
    }
    analysisStore.setState({ pending: true })
    if (running !== undefined) return
    running = { revision, traffic }
    if (held === revision) tell({ type: 'traffic', revision, traffic })
    else {
      const design = withoutCopies(document)
      tell({ type: 'design', revision, design: sendDesign(sent, design), today: todayIso(), traffic })
      held = revision
      sent = design
      // What is left of an older revision is dropped by the worker.
      early.clear()
    }
    watchAgain(true)
  }

  listen()
  tellOfReader()
  sendNewest()
  const stopDesign = designStore.subscribe((state, before) => {
    if (state.document === before.document) return
    if (state.document.id !== before.document.id) clearAnalysis()
    sendNewest()
  })
  const startAnew = (): void => {
    renew()
    analysisStore.setState({ revision: -1, statedRevision: -1, stated: undefined, failure: undefined })
    sendNewest()
  }
  const stopPrices = priceStore.subscribe((state, before) => {
    if (state.imported !== before.imported) startAnew()
  })
  const stopStandards = standardsStore.subscribe((state, before) => {
    if (state.standards !== before.standards) startAnew()
  })
  const stopCatalogues = cataloguesStore.subscribe((state, before) => {
    if (state.update !== before.update) startAnew()
  })
  const stopAsking = analysisStore.subscribe((state, before) => {
    if (state.traffic !== before.traffic) sendNewest()
    if (state.inquiries !== before.inquiries) tellInquiries()
    const isRead = state.sideReaders > 0
    if (isRead !== before.sideReaders > 0) tell({ type: 'sides', isRead })
    if (state.isGovernanceRead !== before.isGovernanceRead) tell({ type: 'governance', isRead: state.isGovernanceRead })
  })
  return () => {
    stopDesign()
    stopAsking()
    stopPrices()
    stopStandards()
    stopCatalogues()
    clearTimeout(watch)
    worker.terminate()
  }
}

/** Baselines hold copies of whole designs, which no engine reads and every edit would send. */
function withoutCopies(document: Design): Design {
  if (document.baselines === undefined) return document
  return { ...document, baselines: document.baselines.map((baseline) => ({ ...baseline, frozen: {} })) }
}

/** Whether nobody has asked for anything else meanwhile. */
function isNewest({ revision, traffic }: Asked): boolean {
  return revision === designStore.getState().revision && traffic === analysisStore.getState().traffic
}

function keyOf({ revision, traffic }: Asked): string {
  return `${revision}/${traffic}`
}

function defaultWorker(): Worker {
  return new Worker(new URL('./analysis-worker.ts', import.meta.url), { type: 'module', name: 'analysis' })
}
