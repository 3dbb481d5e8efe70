import type { Judgement } from '../../shared/analysis.ts'
import { sidesOf } from '../../shared/options/outcome.ts'
import { designStore } from '../store/design-store.ts'
import type { AnalysisReply } from './analysis-message.ts'
import { analysisStore } from './analysis-store.ts'
import { type EarlyNumbers, joinDetails, type ShownNumbers } from './pack-numbers.ts'

/*
 * What the store takes over of each reply of the worker. What is said of a design that is no longer the active one is
 * dropped: it would stand beside another drawing.
 */

/** A reply of one type. */
export type Reply<Type> = AnalysisReply & { readonly type: Type }

/** The short parts of the numbers: shown while the long ones are worked on. */
export function acceptEarly({ revision, designId }: Reply<'early'>, early: EarlyNumbers): void {
  if (designId !== designStore.getState().document.id) return
  analysisStore.setState({ early, earlyRevision: revision, designId, failure: undefined })
}

/** All numbers at one traffic. */
export function acceptNumbers({ revision, designId }: Reply<'numbers'>, numbers: ShownNumbers): void {
  // Numbers of an older revision of the same design are shown until the newer ones are there; another design's never.
  if (designId !== designStore.getState().document.id) return
  const { stated, statedRevision, analysis } = analysisStore.getState()
  // At another traffic the findings are there already; after an edit they follow, and until then the whole is the older one.
  const isJudged = stated !== undefined && statedRevision === revision
  analysisStore.setState({
    numbers,
    designId,
    revision,
    failure: undefined,
    analysis: isJudged ? { ...stated, ...numbers } : analysis,
  })
}

/** The details of the numbers that are shown; those of any other are of no use any more. */
export function acceptDetails({ revision, designId, traffic, details }: Reply<'details'>): void {
  const { numbers, revision: shown, detailReaders } = analysisStore.getState()
  if (designId !== designStore.getState().document.id || shown !== revision || detailReaders === 0) return
  if (numbers?.estimate.traffic !== traffic) return
  analysisStore.setState({ detailed: { of: numbers, numbers: joinDetails(numbers, details) } })
}

/** What rules and requirements say, and the numbers at the stated traffic that they speak of. */
export function acceptJudgement(
  { revision, designId }: Reply<'judgement'>,
  judgement: Judgement,
  statedNumbers: ShownNumbers,
): void {
  if (designId !== designStore.getState().document.id) return
  const { numbers = statedNumbers, revision: shown } = analysisStore.getState()
  const stated = { ...statedNumbers, ...judgement }
  analysisStore.setState({
    stated,
    statedRevision: revision,
    analysis: shown === revision ? { ...stated, ...numbers } : stated,
  })
}

export function acceptGovernance({ designId, governance }: Reply<'governance'>): void {
  if (designId === designStore.getState().document.id) analysisStore.setState({ governance })
}

/** The answer to what a panel asked, if one still asks. */
export function acceptAnswer({ designId, key, answer }: Reply<'answer'>): void {
  const { inquiries, answers } = analysisStore.getState()
  if (designId !== designStore.getState().document.id || !inquiries.has(key)) return
  analysisStore.setState({ answers: new Map([...answers, [key, answer]]) })
}

/** How the base or one variant does. */
export function acceptSide({ revision, designId, side, outcome }: Reply<'side'>): void {
  const { document } = designStore.getState()
  if (designId !== document.id) return
  // Sides that are gone are forgotten with the next one that comes.
  const there = new Set(sidesOf(document))
  const kept = [...analysisStore.getState().outcomes].filter(([known]) => there.has(known))
  analysisStore.setState({ outcomes: new Map([...kept, [side, { revision, outcome }]]) })
}
