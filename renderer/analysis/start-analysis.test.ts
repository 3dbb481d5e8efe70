import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openStudy } from '../../shared/analyse.ts'
import type { Design } from '../../shared/design/design.ts'
import { blankDesign, rename } from '../../shared/design/edit/index.ts'
import type { PriceBookFile } from '../../shared/prices/price-row.ts'
import type { Standards } from '../../shared/standards/standards.ts'
import type { CatalogueUpdate } from '../../shared/threats/frameworks/read-update.ts'
import { priceStore } from '../store/price-store.ts'
import { cataloguesStore } from '../store/catalogues-store.ts'
import { standardsStore } from '../store/standards-store.ts'
import { designStore, editDesign, editDocument, openedState, showDesign } from '../store/design-store.ts'
import type { AnalysisReply, AnalysisRequest } from './analysis-message.ts'
import { analysisStore, askTraffic, clearAnalysis, readGovernance, readSides } from './analysis-store.ts'
import { answerRequests } from './answer-requests.ts'
import type { SentDesign } from './send-design.ts'
import { startAnalysis } from './start-analysis.ts'

const knowledge = {
  prices: JSON.parse(
    readFileSync(new URL('../../resources/prices/price-book.json', import.meta.url), 'utf8'),
  ) as object,
  today: '2026-11-21',
}
/** How often governance was worked out. */
let governed = 0
const study = (design: Design) => {
  const opened = openStudy(design, knowledge)
  const govern: typeof opened.govern = (analysis) => {
    governed += 1
    return opened.govern(analysis)
  }
  return { ...opened, govern }
}
const template = JSON.parse(
  readFileSync(new URL('../../resources/templates/customer-support-agent.lintel.json', import.meta.url), 'utf8'),
) as Design

/** The real steps of the worker; the test says when it hears and when it goes on. */
class HandWorker extends EventTarget {
  readonly requests: AnalysisRequest[] = []
  terminated = false
  private answers = 0
  private readonly steps: (() => void)[] = []
  private unheard: AnalysisRequest[] = []
  private readonly hear = answerRequests({
    study,
    usePrices: (book) => (lastBook = book),
    useStandards: (standards) => (lastStandards = standards),
    useCatalogues: (update) => (lastCatalogues = update),
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

let lastBook: object | undefined
let lastStandards: object | undefined
let lastCatalogues: object | undefined
let workers: HandWorker[] = []
let stop = (): void => undefined
const worker = (): HandWorker => {
  const last = workers.at(-1)
  if (last === undefined) throw new Error('no worker was started')
  return last
}
const state = () => analysisStore.getState()
const latest = () => {
  const { stated } = state()
  if (stated === undefined) throw new Error('nothing was judged')
  return stated
}
const named = () =>
  worker().requests.flatMap((request) => {
    if (request.type !== 'design' && request.type !== 'traffic') return []
    return [request.type === 'design' ? nameIn(request.design) : request.traffic]
  })
/** The name that crosses: an edit of it is all of the edit. */
const nameIn = (sent: SentDesign): unknown => ('whole' in sent ? sent.whole.name : sent.edit.values['name'])
const renameTo = (name: string) => editDesign('Rename', (design) => rename(design, design.id, name))

beforeEach(() => {
  vi.useFakeTimers()
  workers = []
  clearAnalysis()
  showDesign(openedState({ ...template, id: 'd-1', name: 'One' }))
  stop = startAnalysis(() => {
    const started = new HandWorker()
    workers.push(started)
    return started as unknown as Worker
  })
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

describe('the analysis beside the page', () => {
  it('sends the first edit at once, and of what comes meanwhile only the newest', () => {
    worker().finish()
    renameTo('A')
    expect(named()).toEqual(['One', 'A'])
    renameTo('B')
    renameTo('C')
    expect(named()).toEqual(['One', 'A'])
    worker().finish()
    expect(named()).toEqual(['One', 'A', 'C'])
    expect(state().pending).toBe(true)
    worker().finish()
    expect(state()).toMatchObject({ designId: 'd-1', pending: false })
    expect(state().analysis?.findings.length).toBeGreaterThan(0)
  })

  it('waits for the short parts of an older edit alone, and hears of the next one between the long ones', () => {
    worker().finish()
    renameTo('A')
    renameTo('B')
    worker().listen()
    expect(named()).toEqual(['One', 'A', 'B'])
    worker().listen()
    expect(state()).toMatchObject({ earlyRevision: state().revision + 2, pending: true })
    const { revision } = state()
    worker().finish()
    expect(state().revision).toBe(revision + 2)
    expect(state()).toMatchObject({ statedRevision: revision + 2, pending: false })
  })

  it('shows numbers before findings, and never the parts of two revisions as one', () => {
    worker().finish()
    const before = state()
    editDesign('Drop a flow', (design) => ({ ...design, flows: (design.flows ?? []).slice(0, -1) }))
    worker().listen()
    expect(state().early).not.toBe(before.early)
    expect(state().earlyRevision).toBe(before.revision + 1)
    expect(state()).toMatchObject({ numbers: before.numbers, revision: before.revision, pending: true })
    worker().goOn()
    expect(state().numbers?.estimate.totalUsdPerMonth).toBe(state().early?.estimate.totalUsdPerMonth)
    expect(state()).toMatchObject({ revision: before.revision + 1, pending: false })
    expect(state().analysis).toBe(before.analysis)
    worker().goOn()
    expect(state().analysis?.estimate).toBe(state().numbers?.estimate)
    expect(state().analysis?.findings).not.toBe(before.analysis?.findings)
  })

  it('does not work through all rules before it hears of the next edit', () => {
    worker().finish()
    const { stated } = state()
    renameTo('A')
    worker().listen()
    worker().goOn()
    expect(state()).toMatchObject({ stated, revision: designStore.getState().revision })
    worker().doStep()
    worker().doStep()
    renameTo('B')
    worker().doStep()
    expect(state()).toMatchObject({ stated, earlyRevision: designStore.getState().revision })
    worker().finish()
    expect(state().statedRevision).toBe(designStore.getState().revision)
    expect(latest().findings).toEqual(stated?.findings)
  })

  it('drops the findings of a design that changed again', () => {
    worker().listen()
    const judged = vi.fn<(state: unknown) => void>()
    const end = analysisStore.subscribe(({ stated }, { stated: last }) => stated === last || judged(stated))
    renameTo('A')
    worker().finish()
    end()
    expect(judged).toHaveBeenCalledTimes(1)
    expect(state().statedRevision).toBe(state().revision)
  })

  it('never shows the numbers of another design', () => {
    showDesign(openedState(blankDesign('d-2', 'Two')))
    worker().listen()
    expect(state().early).toBeUndefined()
    const shown = new Set<unknown>()
    const end = analysisStore.subscribe(({ designId }) => shown.add(designId))
    worker().goOn()
    expect(state().numbers).toBeUndefined()
    worker().finish()
    end()
    expect([...shown]).toEqual(['d-2'])
    expect(state()).toMatchObject({ designId: 'd-2', pending: false })
  })

  it('says why there are no numbers when an engine fails, and asks again after the next edit', () => {
    worker().fail('a bug')
    expect(state()).toMatchObject({ failure: 'a bug', pending: false })
    renameTo('Mended')
    worker().finish()
    expect(state()).toMatchObject({ failure: undefined, designId: 'd-1' })
  })

  it('replaces a worker that answers nothing', () => {
    vi.advanceTimersByTime(21_000)
    expect(workers[0]?.terminated).toBe(true)
    expect(workers).toHaveLength(2)
    expect(state().failure).toContain('20 seconds')
  })
})

describe('what if', () => {
  it('asks for numbers alone, all of one traffic, and keeps the findings of the stated one', () => {
    worker().finish()
    const { stated } = state()
    askTraffic(5)
    expect(state().pending).toBe(true)
    askTraffic(6)
    worker().finish()
    worker().finish()
    expect(named()).toEqual(['One', 5, 6])
    expect(state().numbers?.estimate.traffic).toBe(6)
    expect(state().analysis?.estimate).toBe(state().numbers?.estimate)
    expect(state().analysis?.findings).toBe(stated?.findings)
    expect(state().stated).toBe(stated)
    expect(state().pending).toBe(false)
  })

  it('stays while the design changes: its numbers come first, the stated ones are kept for the findings', () => {
    worker().finish()
    askTraffic(3)
    worker().finish()
    renameTo('Next')
    worker().listen()
    expect(state().early?.estimate.traffic).toBe(3)
    worker().finish()
    expect(state().numbers?.estimate.traffic).toBe(3)
    expect(state().stated?.estimate.traffic).toBe(1)
    expect(state().analysis?.estimate.traffic).toBe(3)
    askTraffic(1)
    worker().finish()
    expect(state().analysis?.estimate.traffic).toBe(1)
  })

  it('does not put the findings of an older revision beside numbers of a newer one', () => {
    worker().finish()
    const before = state().analysis
    renameTo('Next')
    worker().listen()
    worker().goOn()
    askTraffic(3)
    worker().listen()
    worker().goOn()
    expect(state().numbers?.estimate.traffic).toBe(3)
    expect(state().analysis).toBe(before)
    worker().finish()
    expect(state().analysis?.estimate.traffic).toBe(3)
    expect(state().statedRevision).toBe(state().revision)
  })

  it('ends with another design, and stays within its limits', () => {
    askTraffic(1e9)
    expect(state().traffic).toBe(100)
    showDesign(openedState(blankDesign('d-2', 'Two')))
    expect(state().traffic).toBe(1)
  })
})

describe('governance', () => {
  const duties = () => state().governance?.obligations
  let closePage = (): void => undefined
  afterEach(() => {
    closePage()
    standardsStore.setState({ standards: undefined })
  })

  it('is worked out while somebody reads it, after the findings, and not before', () => {
    worker().finish()
    renameTo('A')
    worker().finish()
    expect(state().governance).toBeUndefined()
    closePage = readGovernance()
    worker().finish()
    const opened = state().governance
    expect(opened).toEqual(study(designStore.getState().document).govern(latest()))
    editDesign('Answer', (design) => ({ ...design, answers: {} }))
    worker().listen()
    while (state().stated?.findings === latest().findings && state().statedRevision < designStore.getState().revision)
      worker().goOn()
    expect(state().governance).toBe(opened)
    worker().finish()
    expect(state().governance).not.toBe(opened)
    closePage()
    const closed = state().governance
    renameTo('B')
    worker().finish()
    expect(state().governance).toBe(closed)
  })

  it('is worked out once for a design, however often its page is opened', () => {
    closePage = readGovernance()
    worker().finish()
    const asked = governed
    closePage()
    closePage = readGovernance()
    worker().finish()
    expect(governed).toBe(asked)
  })

  it('is asked for again of a new worker, and never shown of another design', () => {
    closePage = readGovernance()
    worker().finish()
    expect(duties()).toBeDefined()
    standardsStore.setState({ standards: { format: 'lintel/standards', version: 1 } })
    expect(worker().requests.map(({ type }) => type)).toEqual(['standards', 'governance', 'design'])
    showDesign(openedState(blankDesign('d-2', 'Two')))
    expect(duties()).toBeUndefined()
    worker().finish()
    expect(duties()).toBeUndefined()
    worker().finish()
    expect(duties()).toEqual([])
  })
})

describe('prices, standards and catalogues of the house', () => {
  it('start a worker with the prices that were imported, and ask again', () => {
    worker().finish()
    const book = { date: '2026-11-01' } as PriceBookFile
    priceStore.setState({ imported: { workspaceId: 'w', fileName: 'list.csv', importedAt: 0, book } })
    expect(workers[0]?.terminated).toBe(true)
    expect(worker().requests).toMatchObject([{ type: 'prices' }, { type: 'design' }])
    worker().finish()
    expect(lastBook).toBe(book)
    expect(analysisStore.getState()).toMatchObject({ pending: false, failure: undefined })
    expect(analysisStore.getState().stated).toBeDefined()
    priceStore.setState({ imported: undefined })
    expect(worker().requests).toMatchObject([{ type: 'design' }])
  })

  it('start a worker with the standards of the house, and ask again', () => {
    worker().finish()
    const standards: Standards = { format: 'lintel/standards', version: 1, rules: { 'P-02': { off: true } } }
    standardsStore.setState({ standards })
    expect(workers[0]?.terminated).toBe(true)
    expect(worker().requests).toMatchObject([{ type: 'standards' }, { type: 'design' }])
    worker().finish()
    expect(lastStandards).toBe(standards)
    expect(analysisStore.getState()).toMatchObject({ pending: false, failure: undefined })
    standardsStore.setState({ standards: undefined })
    expect(worker().requests).toMatchObject([{ type: 'design' }])
  })

  it('start a worker with the catalogues that were imported, and ask again', () => {
    worker().finish()
    const update: CatalogueUpdate = { format: 'lintel/catalogues', version: 1, catalogues: [], aliases: [] }
    cataloguesStore.setState({ update, fileName: 'december.json' })
    expect(workers[0]?.terminated).toBe(true)
    expect(worker().requests).toMatchObject([{ type: 'catalogues' }, { type: 'design' }])
    worker().finish()
    expect(lastCatalogues).toBe(update)
    cataloguesStore.setState({ update: undefined, fileName: undefined })
    expect(worker().requests).toMatchObject([{ type: 'design' }])
  })
})

describe('sides', () => {
  const option = (design: Design): Design => ({
    ...design,
    variants: [{ id: 'v-a', name: 'A', type: 'option', changes: { context: { stage: 'pilot' } } }],
  })

  it('are worked out while somebody compares them, again after an edit, and forgotten with what is gone', () => {
    editDocument('Add an option', option)
    worker().finish()
    expect(state().outcomes.size).toBe(0)
    const stopReading = readSides()
    const alsoReading = readSides()
    worker().finish()
    expect([...state().outcomes.keys()]).toEqual([null, 'v-a'])
    const { totalUsdPerMonth } = latest().estimate
    expect(state().outcomes.get(null)?.outcome.estimate.totalUsdPerMonth).toEqual(totalUsdPerMonth)
    stopReading()
    renameTo('Again')
    worker().finish()
    const { revision } = designStore.getState()
    expect([...state().outcomes.values()].map((each) => each.revision)).toEqual([revision, revision])
    editDocument('Delete', ({ variants: _variants, ...rest }) => rest)
    worker().finish()
    expect([...state().outcomes.keys()]).toEqual([null])
    alsoReading()
    renameTo('Unread')
    worker().finish()
    expect(state().outcomes.get(null)?.revision).toBeLessThan(designStore.getState().revision)
  })

  it('are asked for without the copies that baselines hold', () => {
    const baseline = { id: 'b-1', name: 'B', hash: '', frozen: { name: 'a whole design' } }
    editDocument('Freeze', (design) => ({ ...design, baselines: [baseline] }))
    worker().finish()
    expect(JSON.stringify(worker().requests)).not.toContain('a whole design')
    expect(designStore.getState().document.baselines).toEqual([baseline])
  })
})
