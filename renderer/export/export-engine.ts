import { cataloguesStore } from '../store/catalogues-store.ts'
import { designStore } from '../store/design-store.ts'
import { priceStore } from '../store/price-store.ts'
import { standardsStore } from '../store/standards-store.ts'
import { todayIso } from '../store/today.ts'
import type { ExportKnowledge, ExportOrder, ExportReply, ExportRequest } from './export-message.ts'

let worker: Worker | undefined
let known: ExportKnowledge | undefined
let turn = 0
/** An order is being worked on. */
let isBusy = false
let hear: (reply: ExportReply) => void = () => undefined

/** What files of the active design are made from now. The same design gives the same object. */
export function knowledgeNow(): ExportKnowledge {
  const now: ExportKnowledge = {
    design: designStore.getState().document,
    prices: priceStore.getState().imported?.book,
    standards: standardsStore.getState().standards,
    catalogues: cataloguesStore.getState().update,
    today: todayIso(),
  }
  return known !== undefined && isSame(known, now) ? known : now
}

function isSame(one: ExportKnowledge, other: ExportKnowledge): boolean {
  return (
    one.design === other.design &&
    one.prices === other.prices &&
    one.standards === other.standards &&
    one.catalogues === other.catalogues &&
    one.today === other.today
  )
}

/**
 * Makes a file of the design as it stands now and tells how far it is. Only the newest order counts; a worker that is busy
 * with a design of before is ended rather than waited for. Returns what the file is made from.
 */
export function orderFile(order: ExportOrder, listener: (reply: ExportReply) => void): ExportKnowledge {
  const knowledge = knowledgeNow()
  if (isBusy && knowledge !== known) endMaking()
  worker ??= startWorker()
  turn += 1
  hear = listener
  isBusy = true
  if (knowledge !== known) {
    known = knowledge
    tell({ type: 'know', knowledge })
  }
  tell({ type: 'make', turn, order })
  return knowledge
}

/** Stops whatever is being made, in the midst of it. */
export function endMaking(): void {
  worker?.terminate()
  worker = undefined
  known = undefined
  isBusy = false
  hear = () => undefined
}

function startWorker(): Worker {
  const started = new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module' })
  started.addEventListener('message', ({ data }: MessageEvent<ExportReply>) => {
    if (data.turn !== turn) return
    if (data.type === 'needs' || data.type === 'failed') isBusy = false
    hear(data)
  })
  started.addEventListener('error', ({ message }) => {
    const listener = hear
    endMaking()
    listener({ type: 'failed', turn, problem: `The document could not be made: ${message}` })
  })
  return started
}

function tell(request: ExportRequest): void {
  // A worker has no origin to name.
  // eslint-disable-next-line unicorn/require-post-message-target-origin
  worker?.postMessage(request)
}
