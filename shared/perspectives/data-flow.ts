import type { Classification, DataAsset } from '../design/design.ts'
import { known } from '../design/value.ts'
import { elementTypeOf } from '../threats/coverage/element-type.ts'
import { bySensitivity, classWords } from './classification.ts'
import type { Perspective } from './perspective.ts'

const mostSaid = 2

/** Actors are square, processes round, stores open at their sides; arrows say the data that travels. */
export const dataFlow = {
  id: 'data-flow',
  label: 'Data-flow diagram',
  description: 'Who begins, what works on the data, where it stays, and which data travel between them.',
  look: (graph) => ({
    shapes: new Map(graph.components.map((component) => [component.id, elementTypeOf(graph, component)])),
    labels: new Map(
      graph.flows.flatMap((flow) => {
        const said = saidOf([...new Set([...graph.requestData(flow), ...graph.responseData(flow)])])
        return said === undefined ? [] : [[flow.id, said] as const]
      }),
    ),
    says: 'Actors, processes, stores and the data between them',
  }),
} as const satisfies Perspective

/** "Confidential: Orders, Messages +1": the most sensitive class first; undefined where nobody said what travels. */
function saidOf(data: readonly DataAsset[]): string | undefined {
  const sorted = bySensitivity(data)
  const [worst] = sorted
  if (worst === undefined) return undefined
  const names = sorted.slice(0, mostSaid).map(({ name }) => name)
  const more = sorted.length > mostSaid ? ` +${sorted.length - mostSaid}` : ''
  return `${wordOf(known(worst.classification))}: ${names.join(', ')}${more}`
}

function wordOf(classification: Classification | undefined): string {
  return classification === undefined ? 'No class' : classWords[classification]
}
