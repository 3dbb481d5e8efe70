import { idsAreSpelled, idsAreUnique } from './ids.ts'
import { metricsFit, treatmentsHold } from './intent.ts'
import type { Invariant } from './invariant.ts'
import { matrixIsRead } from './judgement.ts'
import {
  choicesAddUp,
  loopsAndJoinsHappen,
  plansDoNotCompete,
  sharesAreShares,
  stepsAreOwnCalls,
  stepsHaveOneForm,
} from './plans.ts'
import { workEnds } from './recursion.ts'
import { arrowsJoinComponents, boundariesNest, copiesSurroundTheCallee, referencesResolve } from './references.ts'
import { sizesAreSane } from './sizes.ts'
import { actionsArePerformed, actionsStartAndEnd, arrivalsAreOneForm, arrowsAreCalled } from './use.ts'
import { namesAreKnown, valuesFit } from './values.ts'
import { changesFindTheirElement, variantsAreValid } from './variants.ts'

/** Those that must hold in the base and in every variant. */
const ofEveryModel: readonly Invariant[] = [
  idsAreUnique,
  referencesResolve,
  arrowsJoinComponents,
  boundariesNest,
  stepsAreOwnCalls,
  stepsHaveOneForm,
  sharesAreShares,
  choicesAddUp,
  loopsAndJoinsHappen,
  plansDoNotCompete,
  workEnds,
  valuesFit,
  idsAreSpelled,
  actionsStartAndEnd,
  actionsArePerformed,
  arrivalsAreOneForm,
  copiesSurroundTheCallee,
  metricsFit,
  namesAreKnown,
  treatmentsHold,
  arrowsAreCalled,
  sizesAreSane,
  matrixIsRead,
]

/** All laws of the document that can be decided from the document and a vocabulary. To add one: a line here. */
export const invariants: readonly Invariant[] = [
  ...ofEveryModel,
  variantsAreValid(ofEveryModel),
  changesFindTheirElement,
]
