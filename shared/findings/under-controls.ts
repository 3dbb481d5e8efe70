import { capital } from '../design/wording.ts'
import type { Graph } from '../graph/graph.ts'
import { controlInPlace, nameOf } from './commitment.ts'
import type { Asked, Found, Rule } from './rule.ts'

/**
 * What the controls in place make of something found: a firm one that the rule names closes it, a soft one makes it one
 * step less likely and says why it does no more. Where: at what the finding holds on to, or where its remedy would go; a
 * soft one also along the way.
 */
export function underControls(graph: Graph, rule: Rule, found: Found): Found {
  const at = [...found.anchors, ...(found.remedy === undefined ? [] : [found.remedy.at])]
  const firm = found.mitigatedBy ?? controlInPlace(graph, rule.closedBy ?? [], at)?.id
  if (firm !== undefined) return { ...found, mitigatedBy: firm }
  const along = [...at, ...(found.path ?? []), ...(found.elements ?? [])]
  const [soft] = (rule.softenedBy ?? []).flatMap(({ control, why }) => {
    const standing = controlInPlace(graph, [control], along)
    return standing === undefined ? [] : [{ id: standing.id, why }]
  })
  // One step, however many there are: what can be talked round misses the same things.
  if (soft === undefined || found.rating === undefined || found.rating.inherent !== undefined) return found
  const { likelihood, impact, why } = found.rating
  return {
    ...found,
    rating: {
      ...found.rating,
      likelihood: Math.max(1, likelihood - 1),
      why: `${why} ${capital(nameOf(graph, soft.id))} makes it less likely (−1) and does not close it: ${soft.why}`,
      inherent: { likelihood, impact, why },
      softenedBy: soft.id,
    },
  }
}

/** Nobody is asked about what a control in place on that element closes anyway. */
export function isClosedBeforeAsked(graph: Graph, rule: Rule, asked: Asked): boolean {
  return controlInPlace(graph, rule.closedBy ?? [], [asked.on]) !== undefined
}

/** Whether a control in place, and no gate on the drawing, closes something found. */
export function isClosedByControl(graph: Graph, rule: Rule, found: Found): boolean {
  const closing = underControls(graph, rule, found).mitigatedBy
  return graph.design.controls?.some(({ id }) => id === closing) === true
}
