import type { Design, Id, Requirement } from '../../design/design.ts'
import { parseCondition } from '../../graph/condition-text.ts'
import { decideCondition } from '../../graph/decide-condition.ts'
import type { Graph } from '../../graph/graph.ts'

/** One requirement of a set: a number to begin the talk with, and why it is about that much. */
export type UsualRequirement = Omit<Requirement, 'id' | 'on' | 'source'> & {
  readonly name: string
  readonly rationale: string
}

/** Requirements that a pattern usually starts with; one file each, one line in `index.ts`. */
export interface RequirementSet {
  readonly id: string
  readonly title: string
  readonly summary: string
  /** It is offered where each of these conditions chooses a component that something calls. */
  readonly fits: readonly string[]
  readonly requirements: readonly UsualRequirement[]
}

/**
 * What a requirement from a set says of its source. Whoever agrees to it writes their name over this, so that a number
 * which nobody has agreed to can be told from one that somebody has.
 */
export const usualStart = 'Usual start'

/** Whether nobody has agreed to the requirement yet: it came with a set and still says so. */
export function isUsualStart({ source }: Requirement): boolean {
  return source === usualStart
}

/** Whether the drawing shows the pattern. */
export function fitsDrawing({ fits }: RequirementSet, graph: Graph): boolean {
  return fits.every((text) => {
    const parsed = parseCondition(text)
    if (!parsed.ok) throw new Error(`A set of requirements cannot be read: ${parsed.sentence}`)
    return graph.components.some(
      ({ id }) =>
        graph.callsTo(id).length + graph.callsFrom(id).length > 0 &&
        decideCondition(parsed.condition, id, graph).is === 'yes',
    )
  })
}

/** Whether the design asks for the same already: the metric, at the same aggregate, of the whole or by the same choice. */
export function isAsked({ requirements = [] }: Design, usual: UsualRequirement): boolean {
  return requirements.some(
    ({ metric, aggregate, where }) =>
      metric === usual.metric &&
      (aggregate ?? usual.aggregate) === usual.aggregate &&
      (where ?? usual.where) === usual.where,
  )
}

/** The design with these requirements of a set at the end of its own, as one edit. */
export function insertUsual(
  design: Design,
  chosen: readonly UsualRequirement[],
  newId: (taken: ReadonlySet<Id>) => Id,
  taken: ReadonlySet<Id>,
): { readonly design: Design; readonly added: readonly Id[] } {
  const used = new Set(taken)
  const added = chosen.map((usual): Requirement => {
    const id = newId(used)
    used.add(id)
    return { ...usual, id, source: usualStart }
  })
  if (added.length === 0) return { design, added: [] }
  return {
    design: { ...design, requirements: [...(design.requirements ?? []), ...added] },
    added: added.map(({ id }) => id),
  }
}
