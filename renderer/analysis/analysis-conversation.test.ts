import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { blankDesign } from '../../shared/design/edit/index.ts'
import { designStore, editDesign, openedState, showDesign } from '../store/design-store.ts'
import { analysisStore, askTraffic } from './analysis-store.ts'
import { latest, named, renameTo, startByHand, startedWorkers, state, worker } from './testing/hand-worker.ts'

let stop = (): void => undefined
beforeEach(() => {
  stop = startByHand()
})
afterEach(() => stop())

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
    expect(state().earlyRevision).toBe(before.revision + 1)
    expect(state()).toMatchObject({ numbers: before.numbers, revision: before.revision, pending: true })
    worker().goOn()
    expect(state().numbers?.estimate.totalUsdPerMonth).toBe(state().early?.estimate.totalUsdPerMonth)
    expect(state()).toMatchObject({ revision: before.revision + 1, pending: false })
    expect(state().analysis).toBe(before.analysis)
    worker().goOn()
    expect(state().analysis?.estimate).toBe(state().numbers?.estimate)
    expect(state()).toMatchObject({ statedRevision: before.revision + 1 })
    // What says the same stays the object that it was: nothing that shows it is drawn again.
    expect(state().analysis?.findings).toBe(before.analysis?.findings)
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
    expect(startedWorkers()[0]?.terminated).toBe(true)
    expect(startedWorkers()).toHaveLength(2)
    expect(state().failure).toContain('20 seconds')
  })
})

describe('what if', () => {
  it('is answered by numbers alone: nobody waits for findings of it, and the worker stays', () => {
    worker().finish()
    askTraffic(5)
    worker().finish()
    vi.advanceTimersByTime(21_000)
    expect(startedWorkers()).toHaveLength(1)
    expect(state()).toMatchObject({ failure: undefined, pending: false })
  })

  it('of a worker that hangs is given up as every question is', () => {
    worker().finish()
    askTraffic(5)
    vi.advanceTimersByTime(21_000)
    expect(startedWorkers()).toHaveLength(2)
    expect(state().failure).toContain('20 seconds')
  })

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
