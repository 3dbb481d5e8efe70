import type { Flow, Id } from '../../design/design.ts'
import { groupBy } from '../../design/group-by.ts'
import { buildLineage } from '../../graph/build-lineage.ts'
import { flowFields } from '../../kinds/fields/element-fields.ts'
import { table, unstated } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block, Text } from '../outline.ts'
import { listWords } from '../text/numbers.ts'
import { valueWords } from '../text/sentences.ts'

/** Arrows whose ends differ in trust, organisation, region or network. */
export function crossingBlocks({ design, graph }: DocumentContext): readonly Block[] {
  const facets = ['trust', 'organisation', 'region', 'network'] as const
  const crossings = (design.flows ?? []).flatMap((flow) => {
    const graphFlow = graph.flow(flow.id)
    if (graphFlow === undefined) return []
    const crossed = facets.filter((facet) => graph.crosses(graphFlow, facet) === true)
    return crossed.length === 0 ? [] : [{ flow, crossed }]
  })
  if (crossings.length === 0) return []
  const calls = groupBy(buildLineage(graph).calls, ({ flow }) => flow)
  const carriedBy = (id: Id): readonly Id[] => [
    ...new Set((calls.get(id) ?? []).flatMap(({ carried }) => carried.map(({ asset }) => asset))),
  ]
  return [
    table(
      [
        { title: 'Arrow', width: 2.4 },
        { title: 'Crosses', width: 1.6 },
        { title: 'Carries', width: 2 },
        { title: 'Authentication', width: 1.3 },
        { title: 'Encrypted' },
      ],
      crossings.map(({ flow, crossed }): readonly Words[] => [
        arrowWords(flow, (id) => graph.name(id)),
        crossed.join(', '),
        cargoWords(flow, carriedBy(flow.id), (id) => graph.name(id)),
        valueWords(flow.authentication, flowFields.authentication),
        valueWords(flow.encrypted),
      ]),
      'Arrows that cross a trust boundary',
    ),
  ]
}

function arrowWords(flow: Flow, nameOf: (id: Id) => string): Text {
  return [`${nameOf(flow.from)} → ${nameOf(flow.to)}`]
}

/** What the arrow states; else what the calls before it must have put into the caller's hand. */
function cargoWords(flow: Flow, carried: readonly Id[], nameOf: (id: Id) => string): Text {
  const there = (flow.request?.data ?? []).map(nameOf)
  const back = (flow.response?.data ?? []).map(nameOf)
  if (there.length + back.length === 0)
    return carried.length === 0
      ? [unstated('not stated')]
      : [unstated('not stated'), `; by the calls before it: ${listWords(carried.map(nameOf))}`]
  return [
    there.length === 0 ? '' : listWords(there),
    back.length === 0 ? '' : `${there.length === 0 ? '' : '; '}back: ${listWords(back)}`,
  ]
}
