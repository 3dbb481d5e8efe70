import type { Study } from '../../shared/analyse.ts'
import type { Analysis, Judgement, Numbers } from '../../shared/analysis.ts'
import type { Design, Id } from '../../shared/design/design.ts'
import type { GovernanceAssessment } from '../../shared/governance/assess-governance.ts'
import type { PriceBookFile } from '../../shared/prices/price-row.ts'
import { type Outcome, outcomeOf, type Side } from '../../shared/options/outcome.ts'
import type { Standards } from '../../shared/standards/standards.ts'
import type { CatalogueUpdate } from '../../shared/threats/frameworks/read-update.ts'
import type { AnalysisReply, AnalysisRequest } from './analysis-message.ts'
import { answerInquiry } from './inquiry.ts'
import { type Inquiry, keyOfInquiry } from './inquiry-message.ts'
import { keepUnchanged } from './keep-unchanged.ts'
import { holdSides } from './hold-sides.ts'
import { earlyIn, memoryOf, packDetailsInSteps, packInSteps } from './pack-numbers.ts'
import { createTeller } from './send-change.ts'
import { receiveDesign } from './send-design.ts'

interface Surroundings {
  readonly study: (design: Design, today: string) => Study
  /** The prices that studies to come are made with; undefined: those that ship. */
  readonly usePrices: (book: PriceBookFile | undefined) => void
  /** The standards that studies to come are made with; undefined: none. */
  readonly useStandards: (standards: Standards | undefined) => void
  /** What studies to come add to the catalogues that ship; undefined: nothing. */
  readonly useCatalogues: (update: CatalogueUpdate | undefined) => void
  /** `memory` is handed over with the reply: whoever posts it has it no longer. */
  readonly post: (reply: AnalysisReply, memory?: ArrayBuffer[]) => void
  /** Runs the next step after messages that came meanwhile were heard, and no sooner than in so many milliseconds. */
  readonly later: (step: () => void, restMs: number) => void
}

/**
 * While the page shows the numbers that an edit waits for, what follows them rests: page, compositor and worker would share
 * two cores. A message of the page ends the rest, so that no edit waits for it.
 */
const showingMs = 6

interface Held {
  readonly revision: number
  readonly designId: Id
  readonly design: Design
  readonly today: string
  readonly study: () => Study
  /** Undefined until its findings are there. */
  readonly governance: () => GovernanceAssessment | undefined
  /** Undefined until its findings are there. */
  readonly judged: () => Analysis | undefined
  /** Steps that are still to be done for it. */
  readonly steps: (() => void)[]
}

/**
 * Answers requests in steps: the short parts of the numbers that somebody looks at, the long ones, their details while
 * somebody reads those, the stated numbers if those were others, the findings, and while somebody reads it what governance
 * says.
 * A newer design drops what is left of an older one; a change of traffic goes before what is left.
 */
export function answerRequests({
  study,
  usePrices,
  useStandards,
  useCatalogues,
  post,
  later,
}: Surroundings): (request: AnalysisRequest) => void {
  let held: Held | undefined
  let last: Design | undefined
  /** The traffic that was asked last, and the numbers that were told of it. */
  let trafficAsked = 1
  let shown: Numbers | undefined
  let areDetailsRead = false
  let isGovernanceRead = false
  let areSidesRead = false
  let inquiries: readonly Inquiry[] = []
  const sides = holdSides(study)
  let waiting = false
  let isShowing = false
  let tellEarly = createTeller()
  let tellJudgement = createTeller()

  const step = (): void => {
    const next = held?.steps.shift()
    if (held === undefined || next === undefined) return
    const { revision, designId } = held
    try {
      next()
    } catch (error) {
      held.steps.length = 0
      // Whether the page heard what was told last is not relied on: the next answers are told whole.
      tellEarly = createTeller()
      tellJudgement = createTeller()
      post({ type: 'failure', revision, designId, failure: error instanceof Error ? error.message : String(error) })
    }
    if (held.steps.length > 0) rest()
  }
  const rest = (): void => {
    const restMs = isShowing ? showingMs : 0
    isShowing = false
    if (waiting) return
    waiting = true
    later(() => {
      waiting = false
      step()
    }, restMs)
  }
  const detail = ({ revision, designId, steps }: Held): void => {
    if (!areDetailsRead || shown === undefined) return
    const traffic = trafficAsked
    steps.unshift(
      ...packDetailsInSteps(shown.estimate, (details) =>
        post({ type: 'details', revision, designId, traffic, details }, memoryOf(details)),
      ),
    )
  }
  const answer = (current: Held, traffic: number): Numbers => {
    const { revision, designId, steps } = current
    const numbers = current.study().compute(traffic)
    post({ type: 'early', revision, designId, traffic, early: tellEarly(earlyIn(numbers)) })
    isShowing = true
    steps.unshift(
      ...packInSteps(numbers.estimate, (parts) => {
        post({ type: 'numbers', revision, designId, traffic, rest: parts }, memoryOf(parts))
        if (traffic !== trafficAsked) return
        shown = numbers
        detail(current)
      }),
    )
    return numbers
  }
  const govern = ({ revision, designId, governance }: Held): void => {
    const said = isGovernanceRead ? governance() : undefined
    if (said !== undefined) post({ type: 'governance', revision, designId, governance: said })
  }
  const compare = ({ revision, designId, design, today, steps }: Held): void => {
    if (!areSidesRead) return
    const tell = (side: Side, outcome: Outcome): void => post({ type: 'side', revision, designId, side, outcome })
    steps.push(...sides.stepsFor(design, today, tell))
  }
  const inquire = (current: Held, asked: readonly Inquiry[]): void => {
    const { revision, designId, design, today, steps } = current
    for (const inquiry of asked) {
      steps.push(() => {
        const analysis = current.judged()
        const isAsked = inquiries.some((each) => keyOfInquiry(each) === keyOfInquiry(inquiry))
        if (analysis === undefined || !isAsked) return
        const answered = answerInquiry({ design, today, study: current.study(), analysis, open: study }, inquiry)
        post({ type: 'answer', revision, designId, key: keyOfInquiry(inquiry), answer: answered })
      })
    }
  }

  return (request) => {
    if (request.type === 'prices' || request.type === 'standards' || request.type === 'catalogues') {
      sides.forget()
      // The page sends the design again after it: what is left to do for the old ones would not be looked at.
      held = undefined
      if (request.type === 'prices') usePrices(request.book)
      else if (request.type === 'standards') useStandards(request.standards)
      else useCatalogues(request.update)
    } else if (request.type === 'traffic') {
      const current = held
      // The page sends the design with the next edit; an answer for an older one would not be looked at.
      if (current === undefined || current.revision !== request.revision) return
      trafficAsked = request.traffic
      shown = undefined
      current.steps.unshift(() => void answer(current, request.traffic))
    } else if (request.type === 'details') {
      areDetailsRead = request.isRead
      if (held !== undefined) detail(held)
    } else if (request.type === 'governance') {
      isGovernanceRead = request.isRead
      const current = held
      // What is still to be judged is followed by it anyway.
      if (current?.steps.length === 0) current.steps.push(() => govern(current))
    } else if (request.type === 'sides') {
      areSidesRead = request.isRead
      const current = held
      if (current?.steps.length === 0) current.steps.push(() => compare(current))
    } else if (request.type === 'inquiries') {
      const known = new Set(inquiries.map(keyOfInquiry))
      inquiries = request.inquiries
      const current = held
      // What is still to be judged asks for all of them itself.
      if (current?.judged() !== undefined)
        inquire(
          current,
          inquiries.filter((each) => !known.has(keyOfInquiry(each))),
        )
    } else {
      trafficAsked = request.traffic
      shown = undefined
      last = keepUnchanged(last, receiveDesign(last, request.design))
      held = holdDesign(
        { ...request, design: last },
        {
          study,
          answer,
          tell: ({ revision, designId }, judgement) =>
            post({ type: 'judgement', revision, designId, judgement: tellJudgement(judgement) }),
          govern: (judged) => {
            inquire(judged, inquiries)
            govern(judged)
            compare(judged)
          },
          keepShown: (judged) => sides.keep(judged.design, judged.today, judged.design.shown ?? null, judged.outcome),
        },
      )
    }
    step()
  }
}

type Request<Type> = AnalysisRequest & { readonly type: Type }

interface Answering extends Pick<Surroundings, 'study'> {
  readonly answer: (held: Held, traffic: number) => Numbers
  readonly tell: (held: Held, judgement: Judgement) => void
  readonly govern: (held: Held) => void
  /** What was worked out of the variant that is shown need not be worked out again. */
  readonly keepShown: (judged: Pick<Held, 'design' | 'today'> & { readonly outcome: Outcome }) => void
}

function holdDesign(
  { revision, design, today, traffic }: Omit<Request<'design'>, 'type' | 'design'> & { readonly design: Design },
  { study, answer, tell, govern, keepShown }: Answering,
): Held {
  const designId = design.id
  let opened: Study | undefined
  let stated: Numbers | undefined
  let judged: Analysis | undefined
  let governed: GovernanceAssessment | undefined
  const held: Held = {
    revision,
    designId,
    design,
    today,
    study: () => (opened ??= study(design, today)),
    judged: () => judged,
    governance: () => (governed ??= judged && held.study().govern(judged)),
    steps: [],
  }
  const judge = (): void => {
    if (stated === undefined) return
    const numbers = stated
    const judging = held.study().judgeInSteps(numbers)
    const goOn = (): void => {
      const step = judging.next()
      if (step.done !== true) return void held.steps.unshift(goOn)
      judged = { ...numbers, ...step.value }
      keepShown({ design, today, outcome: outcomeOf(judged) })
      tell(held, step.value)
    }
    goOn()
  }
  if (traffic !== 1) held.steps.push(() => void answer(held, traffic))
  held.steps.push(
    () => {
      stated = answer(held, 1)
    },
    judge,
    () => govern(held),
  )
  return held
}
