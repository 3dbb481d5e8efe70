import type { Design, Id } from '../../design/design.ts'
import type { Problem } from '../../design/problem.ts'
import type { Graph } from '../../graph/graph.ts'
import { formatExact, formatterOf, formatShare } from '../../kinds/figures/number-format.ts'
import type { Estimate } from '../estimate.ts'
import type { EndlessLoop, RetryStorm } from '../estimate-parts.ts'

/**
 * Loops and retry storms as problems that name their way (E11): what only numbers can tell, since retries, copies and
 * several circles through one component add to what the plans say.
 * @param design the document, for the place of the arrow in the file
 */
export function endlessProblems(
  design: Design,
  graph: Graph,
  { loops = [], storms = [] }: Estimate,
): readonly Problem[] {
  const pathOf = (flow: string | undefined, field: string): string => {
    const index = design.flows?.findIndex((each) => each.id === flow) ?? -1
    return index < 0 ? 'flows' : `flows[${index}]${field}`
  }
  const seen = new Set<string>()
  return [
    ...loops.map((loop) => {
      const flow = loop.flows.at(-1)
      return problem(describeLoop(graph, loop), pathOf(flow, ''), loop.path[0])
    }),
    ...storms.map((storm) => {
      const field = storm.tries > 1 ? '.retries' : '.hedgeAfterMs'
      return problem(describeStorm(graph, storm), pathOf(storm.flow, field), storm.flow)
    }),
    ...graph.actions
      .flatMap(({ refused }) => refused)
      .filter(({ cycle }) => cycle.length > 1 && cycle[0] === cycle.at(-1))
      .map(({ flow, cycle }): Problem => ({
        ...problem(describeReturn(graph, cycle), pathOf(flow, ''), flow),
        level: 'warning',
      })),
  ].filter(({ sentence }) => !seen.has(sentence) && seen.add(sentence))
}

function problem(described: Described, path: string, element: string | undefined): Problem {
  const sentence = `${described.problem} ${described.fix}`
  return { code: 'E11', level: 'error', sentence, path, ...(element === undefined ? {} : { element }) }
}

/** What is left out of a call to somebody who is at work on it already, where nothing says how that would end. */
function describeReturn(graph: Graph, cycle: readonly Id[]): Described {
  const names = cycle.map((id) => `"${graph.name(id)}"`)
  const again = names.at(-1) ?? ''
  return {
    problem: `${names.join(' calls ')} while ${again} is at work on it: the second call is not followed, and what it adds is in no number.`,
    fix: `Write a plan of ${again} that says how often it goes round, or draw the loop in one of them.`,
  }
}

/** What goes wrong in a loop without end, and what ends it. */
export function describeLoop(graph: Graph, { path, gain }: EndlessLoop): Described {
  const names = [...path, path[0] ?? ''].map((id) => `"${graph.name(id)}"`)
  return {
    problem: `${names.join(' calls ')} ${Number(gain.toPrecision(3))} times each round: this never ends.`,
    fix: 'Put a limit on the loop.',
  }
}

/** What goes wrong in a retry storm, by its way, and what ends it. */
export function describeStorm(graph: Graph, storm: RetryStorm): Described {
  const { path, tries, timeoutMs, hedgeAfterMs, utilisation, utilisationWithout, component } = storm
  const way = path.map((id) => `"${graph.name(id)}"`).join(' calls ')
  const duration = (ms: number): string => formatExact(ms, formatterOf('ms'))
  const how =
    tries > 1
      ? `up to ${tries} times${timeoutMs === undefined ? '' : `, ${duration(timeoutMs)} each`}`
      : `once more after ${duration(hedgeAfterMs ?? 0)}`
  return {
    problem: `${way} ${how}: late answers are asked for again, which makes more of them late, until "${graph.name(component)}" gets ${formatShare(utilisation)} of what it sustains (${formatShare(utilisationWithout)} without). This retry storm never ends.`,
    fix: tries > 1 ? 'Allow fewer tries, a longer timeout or more capacity.' : 'Ask again later, or add capacity.',
  }
}

export interface Described {
  readonly problem: string
  readonly fix: string
}
