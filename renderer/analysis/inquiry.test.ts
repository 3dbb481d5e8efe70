import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openStudy, readGraph } from '../../shared/analyse.ts'
import type { Design } from '../../shared/design/design.ts'
import { addElement } from '../../shared/design/edit/index.ts'
import { applyPatch } from '../../shared/design/patch.ts'
import { placementOf } from '../../shared/threats/place-control.ts'
import type { AnalysisReply } from './analysis-message.ts'
import { answerRequests } from './answer-requests.ts'
import type { Inquiry } from './inquiry-message.ts'

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as unknown
const knowledge = { prices: read('../../resources/prices/price-book.json') as object, today: '2026-11-21' }
const template = read('../../resources/templates/customer-support-agent.lintel.json') as Design
const study = (design: Design) => openStudy(design, knowledge)

/** The worker by hand: what it was asked is worked through before it is asked the next. */
function openWorker() {
  const replies: AnalysisReply[] = []
  const steps: (() => void)[] = []
  const hear = answerRequests({
    study,
    usePrices: () => undefined,
    useStandards: () => undefined,
    useCatalogues: () => undefined,
    post: (reply) => replies.push(structuredClone(reply)),
    later: (step) => steps.push(step),
  })
  const finish = () => {
    while (steps.length > 0) steps.shift()?.()
  }
  return {
    show: (design: Design, revision: number) => {
      hear({ type: 'design', revision, design: { whole: design }, today: knowledge.today, traffic: 1 })
      finish()
    },
    ask: (...inquiries: Inquiry[]) => {
      hear({ type: 'inquiries', inquiries })
      finish()
    },
    answers: (revision: number) =>
      replies.flatMap((reply) => (reply.type === 'answer' && reply.revision === revision ? [reply] : [])),
  }
}

describe('what somebody looks further into', () => {
  it('is answered once it is asked, and again after each edit', () => {
    const worker = openWorker()
    worker.show(template, 1)
    expect(worker.answers(1)).toEqual([])
    worker.ask({ kind: 'coverage' })
    worker.ask({ kind: 'coverage' }, { kind: 'trace', asset: 'order' })
    expect(worker.answers(1).map(({ key }) => key)).toEqual(['coverage', 'trace order'])
    worker.show(template, 2)
    expect(worker.answers(2).map(({ key }) => key)).toEqual(['coverage', 'trace order'])
    worker.ask()
    worker.show(template, 3)
    expect(worker.answers(3)).toEqual([])
  })

  it('is the price of the variant that is shown: the numbers that stand there once the control is placed', () => {
    const id = 'P-02@agent'
    const variant = { id: 'v-dear', name: 'Dear', type: 'option', changes: { components: { spare: null } } } as const
    const design: Design = { ...addElement(template, 'variants', variant), shown: 'v-dear' }
    const worker = openWorker()
    worker.ask({ kind: 'price', finding: id })
    worker.show(design, 1)
    const drawn = applyPatch(template, variant.changes)
    const opened = study(drawn)
    const finding = opened.judge(opened.compute()).findings.find((each) => each.id === id)
    const placement = finding && placementOf(readGraph(drawn), finding)
    const after = study(applyPatch(drawn, placement?.patch ?? {})).compute().estimate
    const [answered] = worker.answers(1)
    expect(answered?.answer).toMatchObject({ totalUsdPerMonth: { after: after.totalUsdPerMonth.value } })
  })

  it('is nothing where what it was asked about is gone', () => {
    const worker = openWorker()
    worker.show(template, 1)
    worker.ask({ kind: 'price', finding: 'X-99@nobody' }, { kind: 'trace', asset: 'nothing' })
    expect(worker.answers(1).map(({ answer }) => answer)).toEqual([undefined, undefined])
  })
})
