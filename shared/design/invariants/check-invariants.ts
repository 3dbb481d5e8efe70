import type { Design, Flow } from '../design.ts'
import type { Problem } from '../problem.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { invariants } from './index.ts'
import { type Context, type Invariant, buildContext } from './invariant.ts'

/**
 * Checks a design, its base and all its variants.
 *
 * @param vocabulary what kinds, metrics and rules are known; see `permissiveVocabulary`
 * @returns one problem for each place, in the order of the invariants; none of them changes the design (`soundDesign`
 *   leaves out what engines must not see)
 */
export function checkInvariants(design: Design, vocabulary: Vocabulary): readonly Problem[] {
  const context = buildContext(design, vocabulary)
  const before = design.flows && said.get(design.flows)
  const isSettled = before?.vocabulary === vocabulary && differInSettingsAlone(before.design, design)
  const problems = invariants.map((invariant, index) => {
    const known = isSettled && invariant.readsSettings !== true ? before.problems[index] : undefined
    return known ?? ask(invariant, context)
  })
  if (design.flows !== undefined) said.set(design.flows, { design, vocabulary, problems })
  return problems.flat()
}

/** What each invariant said of the newest design with these arrows. */
const said = new WeakMap<readonly Flow[], Said>()

interface Said {
  readonly design: Design
  readonly vocabulary: Vocabulary
  readonly problems: readonly (readonly Problem[])[]
}

function ask({ code, check }: Invariant, context: Context): readonly Problem[] {
  return [...check(context)].map(({ sentence, path, element, level }): Problem => {
    const levelOfCode = code.startsWith('W') ? 'warning' : 'error'
    return { code, level: level ?? levelOfCode, sentence, path, ...(element === undefined ? {} : { element }) }
  })
}

/** Most edits turn a number in a box. */
const settingsOfBox: ReadonlySet<string> = new Set(['settings', 'product'])
const boxes: ReadonlySet<string> = new Set(['components'])

function differInSettingsAlone(before: Design, now: Design): boolean {
  const [were = [], are = []] = [before.components, now.components]
  return (
    were.length === are.length &&
    sameFields(before, now, boxes) &&
    were.every((box, index) => {
      const other = are[index]
      return box === other || (other !== undefined && sameFields(box, other, settingsOfBox))
    })
  )
}

/** Whether both have the very same in every field but these. */
function sameFields(before: object, now: object, but: ReadonlySet<string>): boolean {
  const old: Readonly<Record<string, unknown>> = { ...before }
  const fresh: Readonly<Record<string, unknown>> = { ...now }
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].every(
    (field) => but.has(field) || old[field] === fresh[field],
  )
}
