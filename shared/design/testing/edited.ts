import type { Component, Design, Flow, Id } from '../design.ts'
import { newId } from '../edit/new-id.ts'
import { checkInvariants } from '../invariants/check-invariants.ts'
import { permissiveVocabulary } from '../vocabulary.ts'
import { researchRagDesign, supportAgentDesign } from './fixtures.ts'
import { numbersFrom } from './numbers.ts'
import { frozen } from './shuffle.ts'

/** The two samples as tests of edits begin with them: an edit that changes its design throws. */
export const rag = frozen(researchRagDesign)
export const agent = frozen(supportAgentDesign)

/** What became of an element. */
export const component = (design: Design, id: Id): Component | undefined =>
  design.components?.find((box) => box.id === id)
export const flow = (design: Design, id: Id): Flow | undefined => design.flows?.find((arrow) => arrow.id === id)
export const stepsText = (design: Design, id: Id): string => JSON.stringify(component(design, id)?.plans)
/** What the laws of the document object to, warnings left out. */
export const errors = (design: Design): readonly string[] =>
  checkInvariants(design, permissiveVocabulary)
    .filter((problem) => problem.level === 'error')
    .map((problem) => `${problem.path}: ${problem.sentence}`)
/** Ids as the studio draws them, the same for the same seed. */
export const newIds = (seed: number) => {
  const random = numbersFrom(seed)
  return (prefix: string, taken: ReadonlySet<Id>): Id => newId(prefix, taken, random)
}
