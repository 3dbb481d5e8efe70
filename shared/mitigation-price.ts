import type { Knowledge } from './analyse.ts'
import { openStudy } from './analyse.ts'
import type { Numbers } from './analysis.ts'
import { nameOf } from './design/collections.ts'
import type { Design, Id, Patch } from './design/design.ts'
import { applyPatch } from './design/patch.ts'
import type { ActionEstimate, Estimate } from './estimate/estimate.ts'
import { noTimeWords, whyNoTime, type WhyNoTime } from './estimate/no-time.ts'

/** A figure without the control and with it, in the unit of its name; undefined where the engines give none. */
export interface FigureChange {
  readonly before: number | undefined
  readonly after: number | undefined
  /** `after - before`; undefined unless both are there. */
  readonly delta: number | undefined
}

/** What a mitigation costs the users of one action. */
export interface ActionPrice {
  readonly action: Id
  readonly name: string
  /** The headline action of the design. */
  readonly isMain: boolean
  /** The full answer, as the headline shows it. */
  readonly p95Ms: FigureChange
  /** The first sign of an answer. */
  readonly firstP95Ms: FigureChange
  /** 0 to 1. */
  readonly availability: FigureChange
  /** Why the answer has no time any more, where it had one: "unstable", and a sentence that says where. */
  readonly noTime?: { readonly word: WhyNoTime['word']; readonly words: string }
}

/** The price of a mitigation: the same numbers that the estimate shows once it is placed, less those of today. */
export interface MitigationPrice {
  readonly technologyUsdPerMonth: FigureChange
  readonly peopleUsdPerMonth: FigureChange
  readonly totalUsdPerMonth: FigureChange
  readonly onceUsd: FigureChange
  /** Those that change first, the main one before others. */
  readonly actions: readonly ActionPrice[]
  /** Some number of it rests on something nobody has stated, or has no price: then it is at least this. */
  readonly isMeaningful: boolean
}

/**
 * What a patch would add in milliseconds, dollars a month and availability, from running the engines with it in place.
 * Pure. It takes as long as one estimate: ask for it when somebody looks, not on every edit.
 *
 * @param design the design as drawn, of which `before` are the numbers at the stated traffic
 * @param patch what placing the control does, such as a finding's `quickFix.patch`
 */
export function priceMitigation(
  design: Design,
  before: Pick<Numbers, 'estimate'>,
  patch: Patch,
  knowledge: Knowledge,
): MitigationPrice {
  const patched = applyPatch(design, patch)
  const after = openStudy(patched, knowledge).compute().estimate
  return comparePrices(before.estimate, after, (id) => nameOf(patched, id))
}

/** The difference of two estimates of the same design; `name` is what its elements are called after the change. */
export function comparePrices(before: Estimate, after: Estimate, name: (id: Id) => string): MitigationPrice {
  const actions = before.actions.flatMap((action): readonly ActionPrice[] => {
    const then = after.actions.find((each) => each.action === action.action)
    return then === undefined ? [] : [priceOfAction(action, then, action.action === before.mainAction, name)]
  })
  return {
    technologyUsdPerMonth: change(before.technologyUsdPerMonth.value, after.technologyUsdPerMonth.value),
    peopleUsdPerMonth: change(before.peopleUsdPerMonth.value, after.peopleUsdPerMonth.value),
    totalUsdPerMonth: change(before.totalUsdPerMonth.value, after.totalUsdPerMonth.value),
    onceUsd: change(before.onceUsd.value, after.onceUsd.value),
    actions: actions.toSorted((a, b) => weight(b) - weight(a) || (a.action < b.action ? -1 : 1)),
    isMeaningful: before.meaningful && after.meaningful,
  }
}

function priceOfAction(
  before: ActionEstimate,
  after: ActionEstimate,
  isMain: boolean,
  name: (id: Id) => string,
): ActionPrice {
  const stuck = before.full !== undefined && after.full === undefined ? whyNoTime(after) : undefined
  return {
    action: before.action,
    name: before.name,
    isMain,
    p95Ms: change(before.full?.p95.value, after.full?.p95.value),
    firstP95Ms: change(before.first?.p95.value, after.first?.p95.value),
    availability: change(before.availability?.value, after.availability?.value),
    ...(stuck === undefined ? {} : { noTime: { word: stuck.word, words: noTimeWords(stuck, name) } }),
  }
}

function change(before: number | undefined, after: number | undefined): FigureChange {
  return { before, after, delta: before === undefined || after === undefined ? undefined : after - before }
}

function weight({ isMain, p95Ms, firstP95Ms, availability }: ActionPrice): number {
  const changes = [p95Ms, firstP95Ms, availability].some((figure) => figure.before !== figure.after)
  return (changes ? 2 : 0) + (isMain ? 1 : 0)
}
