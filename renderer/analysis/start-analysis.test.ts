import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Analysis } from '../../shared/analysis.ts'
import { blankDesign, rename } from '../../shared/design/edit/index.ts'
import { editDesign, openedState, showDesign } from '../store/design-store.ts'
import type { AnalysisReply, AnalysisRequest } from './analysis-message.ts'
import { analysisStore } from './analysis-store.ts'
import { startAnalysis } from './start-analysis.ts'

/** A worker whose answers the test gives. */
class HandWorker extends EventTarget {
  readonly requests: AnalysisRequest[] = []
  terminated = false
  postMessage(request: AnalysisRequest): void {
    this.requests.push(request)
  }
  terminate(): void {
    this.terminated = true
  }
  answer(reply: AnalysisReply): void {
    this.dispatchEvent(new MessageEvent('message', { data: reply }))
  }
}

const result = { findings: [] } as unknown as Analysis
let workers: HandWorker[] = []
let stop = (): void => undefined
const renameTo = (name: string) => editDesign('Rename', (design) => rename(design, design.id, name))
const answerLast = (worker = workers[0]): void => {
  const request = worker?.requests.at(-1)
  if (request !== undefined)
    worker?.answer({ revision: request.revision, designId: request.design.id, analysis: result })
}

beforeEach(() => {
  vi.useFakeTimers()
  workers = []
  analysisStore.setState({ analysis: undefined, designId: undefined, failure: undefined })
  showDesign(openedState(blankDesign('d-1', 'One')))
  stop = startAnalysis(() => {
    const worker = new HandWorker()
    workers.push(worker)
    return worker as unknown as Worker
  })
  vi.advanceTimersByTime(100)
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

describe('the analysis beside the page', () => {
  it('asks once for edits in quick succession, and shows the answer', () => {
    answerLast()
    renameTo('A')
    renameTo('B')
    vi.advanceTimersByTime(100)
    expect(workers[0]?.requests.map((request) => request.design.name)).toEqual(['One', 'B'])
    answerLast()
    expect(analysisStore.getState()).toMatchObject({ analysis: result, designId: 'd-1', pending: false })
  })

  it('asks again when the design changed while the worker was busy', () => {
    renameTo('Newer')
    vi.advanceTimersByTime(100)
    expect(workers[0]?.requests).toHaveLength(1)
    answerLast()
    expect(analysisStore.getState().pending).toBe(true)
    vi.advanceTimersByTime(100)
    expect(workers[0]?.requests.at(-1)?.design.name).toBe('Newer')
  })

  it('never shows the numbers of another design', () => {
    showDesign(openedState(blankDesign('d-2', 'Two')))
    answerLast()
    expect(analysisStore.getState().analysis).toBeUndefined()
  })

  it('says why there are no numbers when an engine fails, and keeps the design', () => {
    const request = workers[0]?.requests[0]
    workers[0]?.answer({ revision: request?.revision ?? 0, designId: 'd-1', failure: 'a bug' })
    expect(analysisStore.getState().failure).toBe('a bug')
  })

  it('replaces a worker that answers nothing', () => {
    vi.advanceTimersByTime(21_000)
    expect(workers[0]?.terminated).toBe(true)
    expect(workers).toHaveLength(2)
    expect(analysisStore.getState().failure).toContain('20 seconds')
  })
})
