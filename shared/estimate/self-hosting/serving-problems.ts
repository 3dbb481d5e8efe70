import type { Design } from '../../design/design.ts'
import type { Problem } from '../../design/problem.ts'
import type { Graph } from '../../graph/graph.ts'
import type { Estimate } from '../estimate.ts'

/**
 * What is wrong with a server, at its field: a model that does not fit its GPUs, a GPU that nobody knows, no replica.
 * The rest of the design is computed all the same.
 * @param design the document, for the place of the component in the file
 */
export function servingProblems(
  design: Design,
  graph: Graph,
  { serving }: Pick<Estimate, 'serving'>,
): readonly Problem[] {
  return serving.flatMap(({ component, problems, fits }) => {
    const index = design.components?.findIndex((each) => each.id === component) ?? -1
    const place = index < 0 ? 'components' : `components[${index}].settings`
    return problems.map(({ field, sentence }): Problem => ({
      code: 'E12',
      level: fits ? 'warning' : 'error',
      sentence: `"${graph.name(component)}": ${sentence}`,
      path: index < 0 ? place : `${place}.${field}`,
      element: component,
    }))
  })
}
