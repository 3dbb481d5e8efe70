import { readFileSync } from 'node:fs'
import { vi } from 'vitest'
import { openStudy } from '../../../shared/analyse.ts'
import type { Design } from '../../../shared/design/design.ts'
import { rename } from '../../../shared/design/edit/index.ts'
import { designStore, editDesign, openedState, showDesign } from '../../store/design-store.ts'
import type { AnalysisReply, AnalysisRequest } from '../analysis-message.ts'
import { analysisStore, clearAnalysis } from '../analysis-store.ts'
import { answerRequests } from '../answer-requests.ts'
import type { SentDesign } from '../send-design.ts'
import { startAnalysis } from '../start-analysis.ts'

const knowledge = {
  prices: JSON.parse(
    readFileSync(new URL('../../../resources/prices/price-book.json', import.meta.url), 'utf8'),
  ) as object,
  today: '2026-11-21',
}
/** How often governance was worked out, and the last prices, standards and catalogues that a worker was told to use. */
export const told = {
  governed: 0,
  book: undefined as object | undefined,
  standards: undefined as object | undefined,
  catalogues: undefined as object | undefined,
}

export const study = (design: Design) => {
  const opened = openStudy(design, knowledge)
  const govern: typeof opened.govern = (analysis) => {
    told.governed += 1
    return opened.govern(analysis)
  }
  return { ...opened, govern }
}
const template = JSON.parse(
  readFileSync(new URL('../../../resources/templates/customer-support-agent.lintel.json', import.meta.url), 'utf8'),
) as Design

/** The real steps of the worker; the test says when it hears and when it goes on. */
export class HandWorker extends EventTarget {
  readonly requests: AnalysisRequest[] = []
  terminated = false
  private answers = 0
  private readonly steps: (() => void)[] = []
  private unheard: AnalysisRequest[] = []
  private readonly hear = answerRequests({
    study,
    usePrices: (book) => (told.book = book),
    useStandards: (standards) => (told.standards = standards),
    useCatalogues: (update) => (told.catalogues = update),
    post: (data: AnalysisReply) => {
      this.answers += 1
      this.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }))
    },
    later: (step) => this.steps.push(step),
  })
  postMessage(request: AnalysisRequest): void {
    this.requests.push(request)
    this.unheard.push(request)
  }
  terminate(): void {
    this.terminated = true
  }
  /** Hears what was asked, and does the first step of it. */
  listen(): void {
    const heard = this.unheard
    this.unheard = []
    for (const request of heard) this.hear(request)
  }
  /** Does what is left up to the next answer. */
  goOn(): void {
    const before = this.answers
    while (this.steps.length > 0 && this.answers === before) this.steps.shift()?.()
  }
  /** Does one step, and hears what was asked meanwhile. */
  doStep(): void {
    this.steps.shift()?.()
    this.listen()
  }
  finish(): void {
    this.listen()
    while (this.steps.length > 0) this.goOn()
  }
  fail(failure: string): void {
    const request = this.requests.at(-1)
    if (request?.type !== 'design') throw new Error('no design was asked for')
    const { id } = designStore.getState().document
    const data: AnalysisReply = { type: 'failure', revision: request.revision, designId: id, failure }
    this.unheard = []
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

let workers: HandWorker[] = []

/** The template opened and its analysis started, with workers that move by hand; gives what ends it. */
export function startByHand(): () => void {
  vi.useFakeTimers()
  workers = []
  clearAnalysis()
  showDesign(openedState({ ...template, id: 'd-1', name: 'One' }))
  const stop = startAnalysis(() => {
    const started = new HandWorker()
    workers.push(started)
    return started as unknown as Worker
  })
  return () => {
    stop()
    vi.useRealTimers()
  }
}

/** The worker that was started last. */
export function worker(): HandWorker {
  const last = workers.at(-1)
  if (last === undefined) throw new Error('no worker was started')
  return last
}

export const startedWorkers = (): readonly HandWorker[] => workers

export const state = () => analysisStore.getState()

/** What was judged last. */
export function latest() {
  const { stated } = state()
  if (stated === undefined) throw new Error('nothing was judged')
  return stated
}

/** Which designs, by name, and which traffic the last worker was asked about. */
export function named(): unknown[] {
  return worker().requests.flatMap((request) => {
    if (request.type !== 'design' && request.type !== 'traffic') return []
    return [request.type === 'design' ? nameIn(request.design) : request.traffic]
  })
}

/** The name that crosses: an edit of it is all of the edit. */
const nameIn = (sent: SentDesign): unknown => ('whole' in sent ? sent.whole.name : sent.edit.values['name'])

export const renameTo = (name: string) => editDesign('Rename', (design) => rename(design, design.id, name))
