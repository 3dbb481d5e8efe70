import { createStore } from 'zustand/vanilla'
import type { Numbers } from '../../shared/analysis.ts'
import type { Id } from '../../shared/design/design.ts'
import type { GovernanceAssessment } from '../../shared/governance/assess-governance.ts'
import type { Outcome, Side } from '../../shared/options/outcome.ts'
import { type Answers, type Inquiry, keyOfInquiry } from './inquiry-message.ts'
import type { EarlyNumbers, ShownAnalysis, ShownNumbers } from './pack-numbers.ts'

export interface AnalysisState {
  /**
   * Everything that is shown of the active design, of one revision; undefined until the first result is there. Numbers
   * and verdicts are those of the traffic that is asked for, findings and questions those of the stated one.
   */
  readonly analysis: ShownAnalysis | undefined
  /** Of the newest numbers the short parts, all of one revision and one traffic; a moment ahead of `numbers`. */
  readonly early: EarlyNumbers | undefined
  /** The revision of the design that `early` belongs to. */
  readonly earlyRevision: number
  /** The newest numbers and verdicts, all of one revision and one traffic; a moment ahead of `analysis`. */
  readonly numbers: ShownNumbers | undefined
  /** The numbers with their details while somebody reads those, a moment behind `numbers`; `of` are those that they belong to. */
  readonly detailed: { readonly of: ShownNumbers; readonly numbers: Numbers } | undefined
  /** How many readers of the details there are: only then they are told. */
  readonly detailReaders: number
  /** Everything at the stated traffic: what is kept and exported. */
  readonly stated: ShownAnalysis | undefined
  /** The revision of the design that `stated` belongs to. */
  readonly statedRevision: number
  /** What governance says of the newest design that it was asked of. */
  readonly governance: GovernanceAssessment | undefined
  /** Whether somebody reads what governance says: only then it is worked out. */
  readonly isGovernanceRead: boolean
  /** What the engines say of the base and of the variants, each of the newest revision that is known. */
  readonly outcomes: ReadonlyMap<Side, SideOutcome>
  /** How many readers compare them: only then they are worked out. */
  readonly sideReaders: number
  /** What somebody looks further into, by key, and how many do. */
  readonly inquiries: ReadonlyMap<string, { readonly inquiry: Inquiry; readonly readers: number }>
  /** The newest answer to each of them. */
  readonly answers: ReadonlyMap<string, Answers[keyof Answers]>
  readonly designId: Id | undefined
  /** The revision of the design that `numbers` belong to. */
  readonly revision: number
  /** Whether newer numbers are being worked on. */
  readonly pending: boolean
  /** Times the stated traffic that numbers are asked for. 1 is what the design says; it is no part of the design. */
  readonly traffic: number
  /** Why there is no result, when the engines failed on this design: a bug, said without hiding the design. */
  readonly failure: string | undefined
}

export interface SideOutcome {
  readonly revision: number
  readonly outcome: Outcome
}

const noAnswers: AnalysisState['answers'] = new Map()
const noOutcomes: ReadonlyMap<Side, SideOutcome> = new Map()

const nothing = {
  analysis: undefined,
  early: undefined,
  numbers: undefined,
  detailed: undefined,
  stated: undefined,
  governance: undefined,
  outcomes: noOutcomes,
  answers: noAnswers,
  designId: undefined,
  failure: undefined,
}

/** What the engines derived from the active design. Older results stay until newer ones are there. */
export const analysisStore = createStore<AnalysisState>(() => ({
  ...nothing,
  earlyRevision: -1,
  revision: -1,
  statedRevision: -1,
  detailReaders: 0,
  isGovernanceRead: false,
  sideReaders: 0,
  inquiries: new Map(),
  pending: false,
  traffic: 1,
}))

/** Forgets everything: numbers of another design must not stand beside this one for a moment. */
export function clearAnalysis(): void {
  analysisStore.setState({ ...nothing, traffic: 1 })
}

/** Asks for the details of the numbers, now and after each edit, until the answer of this is called. */
export function readDetails(): () => void {
  analysisStore.setState(({ detailReaders }) => ({ detailReaders: detailReaders + 1 }))
  return () =>
    analysisStore.setState(({ detailReaders, detailed }) =>
      // Details that nobody reads grow old.
      ({ detailReaders: detailReaders - 1, detailed: detailReaders > 1 ? detailed : undefined }),
    )
}

/** Asks what governance says of the active design, now and after each edit, until the answer of this is called. */
export function readGovernance(): () => void {
  analysisStore.setState({ isGovernanceRead: true })
  return () => analysisStore.setState({ isGovernanceRead: false })
}

/** Asks what the engines say of the base and of every variant, now and after each edit, until the answer is called. */
export function readSides(): () => void {
  const count = (by: number): void => analysisStore.setState(({ sideReaders }) => ({ sideReaders: sideReaders + by }))
  count(1)
  return () => count(-1)
}

export const leastTraffic = 0.1
export const mostTraffic = 100

/** Asks for the numbers at so many times the stated traffic. */
export function askTraffic(traffic: number): void {
  const asked = Math.min(mostTraffic, Math.max(leastTraffic, traffic))
  if (asked !== analysisStore.getState().traffic) analysisStore.setState({ traffic: asked })
}

/** Looks further into the active design, now and after each edit, until the answer of this is called. */
export function inquire(inquiry: Inquiry): () => void {
  const key = keyOfInquiry(inquiry)
  const count = (by: number): void =>
    analysisStore.setState(({ inquiries, answers }) => {
      const readers = (inquiries.get(key)?.readers ?? 0) + by
      const others = [...inquiries].filter(([other]) => other !== key)
      if (readers > 0) return { inquiries: new Map([...others, [key, { inquiry, readers }]]) }
      return { inquiries: new Map(others), answers: new Map([...answers].filter(([other]) => other !== key)) }
    })
  count(1)
  return () => count(-1)
}
