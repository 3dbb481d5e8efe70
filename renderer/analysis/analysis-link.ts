import { cataloguesStore } from '../store/catalogues-store.ts'
import { priceStore } from '../store/price-store.ts'
import { standardsStore } from '../store/standards-store.ts'
import type { AnalysisReply, AnalysisRequest } from './analysis-message.ts'
import { analysisStore } from './analysis-store.ts'

/** A worker that answers nothing for so long is replaced. */
const longestMs = 20_000

/** What is heard of the worker. */
export interface AnalysisListener {
  readonly hear: (reply: AnalysisReply) => void
  /** The worker broke or hangs; `failure` is the sentence to show. */
  readonly breakDown: (failure: string) => void
}

/** The worker of the engines at the other end: told things, watched while an answer is due, and replaced by a new one. */
export class AnalysisLink {
  private worker: Worker
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly createWorker: () => Worker
  private readonly listener: AnalysisListener

  constructor(createWorker: () => Worker, listener: AnalysisListener) {
    this.createWorker = createWorker
    this.listener = listener
    this.worker = createWorker()
    this.listen()
  }

  tell(request: AnalysisRequest): void {
    // A worker has no origin to name.
    // eslint-disable-next-line unicorn/require-post-message-target-origin
    this.worker.postMessage(request)
  }

  /** What the page reads beside the numbers; a worker begins without any of it. */
  tellOfReader(): void {
    const { detailReaders, isGovernanceRead, sideReaders, inquiries } = analysisStore.getState()
    if (detailReaders > 0) this.tell({ type: 'details', isRead: true })
    if (isGovernanceRead) this.tell({ type: 'governance', isRead: true })
    if (sideReaders > 0) this.tell({ type: 'sides', isRead: true })
    if (inquiries.size > 0) this.tellInquiries()
  }

  tellInquiries(): void {
    const { inquiries } = analysisStore.getState()
    this.tell({ type: 'inquiries', inquiries: [...inquiries.values()].map(({ inquiry }) => inquiry) })
  }

  /** Watches from now on for the next answer, or for none any more. */
  watch(isDue: boolean): void {
    clearTimeout(this.timer)
    if (!isDue) return
    const hang = () => this.listener.breakDown('The analysis took longer than 20 seconds and was stopped.')
    this.timer = setTimeout(hang, longestMs)
  }

  /** A worker anew, with the prices, standards and catalogues that count: nothing that the old one still says is of them. */
  renew(): void {
    this.stop()
    this.worker = this.createWorker()
    this.listen()
    const { imported } = priceStore.getState()
    if (imported !== undefined) this.tell({ type: 'prices', book: imported.book })
    const { standards } = standardsStore.getState()
    if (standards !== undefined) this.tell({ type: 'standards', standards })
    const { update } = cataloguesStore.getState()
    if (update !== undefined) this.tell({ type: 'catalogues', update })
    this.tellOfReader()
  }

  stop(): void {
    clearTimeout(this.timer)
    this.worker.terminate()
  }

  private listen(): void {
    const { worker } = this
    worker.addEventListener('error', ({ message }) => this.listener.breakDown(`The analysis could not run: ${message}`))
    worker.addEventListener('message', ({ data }: MessageEvent<AnalysisReply>) => this.listener.hear(data))
  }
}
