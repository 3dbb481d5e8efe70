import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Design } from '../../shared/design/design.ts'
import { blankDesign } from '../../shared/design/edit/index.ts'
import type { PriceBookFile } from '../../shared/prices/price-row.ts'
import type { Standards } from '../../shared/standards/standards.ts'
import type { CatalogueUpdate } from '../../shared/threats/frameworks/read-update.ts'
import { cataloguesStore } from '../store/catalogues-store.ts'
import { designStore, editDesign, editDocument, openedState, showDesign } from '../store/design-store.ts'
import { priceStore } from '../store/price-store.ts'
import { standardsStore } from '../store/standards-store.ts'
import { analysisStore, askTraffic, readDetails, readGovernance, readSides } from './analysis-store.ts'
import { latest, renameTo, startByHand, startedWorkers, state, study, told, worker } from './testing/hand-worker.ts'

let stop = (): void => undefined
beforeEach(() => {
  stop = startByHand()
})
afterEach(() => stop())

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
    const again = study(designStore.getState().document)
    expect(opened).toEqual(again.govern({ ...latest(), ...again.compute() }))
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
    const asked = told.governed
    closePage()
    closePage = readGovernance()
    worker().finish()
    expect(told.governed).toBe(asked)
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

describe('details of the numbers', () => {
  const costs = (traffic = 1) => study(designStore.getState().document).compute(traffic).estimate.lines
  let closePanel = (): void => undefined
  afterEach(() => closePanel())

  it('are told while somebody reads them, of the numbers that are shown, and not before or after', () => {
    worker().finish()
    expect(state().detailed).toBeUndefined()
    closePanel = readDetails()
    worker().finish()
    const opened = state().detailed
    expect(opened?.of).toBe(state().numbers)
    expect(opened?.numbers.estimate.lines).toEqual(costs())
    editDesign('Faster', (design) => ({ ...design, components: (design.components ?? []).slice(1) }))
    worker().listen()
    while (state().revision < designStore.getState().revision) worker().goOn()
    expect(state().detailed).toBe(opened)
    worker().goOn()
    expect(state().detailed?.of).toBe(state().numbers)
    expect(state().detailed?.numbers.estimate.lines).toEqual(costs())
    closePanel()
    closePanel = () => undefined
    expect(state().detailed).toBeUndefined()
    renameTo('A')
    worker().finish()
    expect(state().detailed).toBeUndefined()
  })

  it('are there also when the panel opens while numbers are on their way', () => {
    worker().finish()
    renameTo('A')
    worker().listen()
    expect(state().earlyRevision).toBeGreaterThan(state().revision)
    closePanel = readDetails()
    worker().finish()
    expect(state().detailed?.of).toBe(state().numbers)
  })

  it('are those of the traffic that is asked about', () => {
    closePanel = readDetails()
    worker().finish()
    askTraffic(3)
    worker().finish()
    expect(state().detailed?.numbers.estimate.lines).toEqual(costs(3))
    renameTo('A')
    worker().finish()
    expect(state().detailed?.of).toBe(state().numbers)
    expect(state().detailed?.numbers.estimate.traffic).toBe(3)
  })

  it('are asked for again of a new worker', () => {
    closePanel = readDetails()
    worker().finish()
    standardsStore.setState({ standards: { format: 'lintel/standards', version: 1 } })
    expect(worker().requests.map(({ type }) => type)).toEqual(['standards', 'details', 'design'])
    worker().finish()
    expect(state().detailed?.of).toBe(state().numbers)
    standardsStore.setState({ standards: undefined })
  })
})

describe('prices, standards and catalogues of the house', () => {
  it('start a worker with the prices that were imported, and ask again', () => {
    worker().finish()
    const book = { date: '2026-11-01' } as PriceBookFile
    priceStore.setState({ imported: { workspaceId: 'w', fileName: 'list.csv', importedAt: 0, book } })
    expect(startedWorkers()[0]?.terminated).toBe(true)
    expect(worker().requests).toMatchObject([{ type: 'prices' }, { type: 'design' }])
    worker().finish()
    expect(told.book).toBe(book)
    expect(analysisStore.getState()).toMatchObject({ pending: false, failure: undefined })
    expect(analysisStore.getState().stated).toBeDefined()
    priceStore.setState({ imported: undefined })
    expect(worker().requests).toMatchObject([{ type: 'design' }])
  })

  it('start a worker with the standards of the house, and ask again', () => {
    worker().finish()
    const standards: Standards = { format: 'lintel/standards', version: 1, rules: { 'P-02': { off: true } } }
    standardsStore.setState({ standards })
    expect(startedWorkers()[0]?.terminated).toBe(true)
    expect(worker().requests).toMatchObject([{ type: 'standards' }, { type: 'design' }])
    worker().finish()
    expect(told.standards).toBe(standards)
    expect(analysisStore.getState()).toMatchObject({ pending: false, failure: undefined })
    standardsStore.setState({ standards: undefined })
    expect(worker().requests).toMatchObject([{ type: 'design' }])
  })

  it('start a worker with the catalogues that were imported, and ask again', () => {
    worker().finish()
    const update: CatalogueUpdate = { format: 'lintel/catalogues', version: 1, catalogues: [], aliases: [] }
    cataloguesStore.setState({ update, fileName: 'december.json' })
    expect(startedWorkers()[0]?.terminated).toBe(true)
    expect(worker().requests).toMatchObject([{ type: 'catalogues' }, { type: 'design' }])
    worker().finish()
    expect(told.catalogues).toBe(update)
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
