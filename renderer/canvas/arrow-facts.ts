import type { Classification, DataAsset, Design, Flow, Id } from '../../shared/design/design.ts'
import { known, truth } from '../../shared/design/value.ts'
import type { Graph } from '../../shared/graph/graph.ts'
import type { ArrowFacts, Padlock } from './drawing-types.ts'

const sensitivity: readonly Classification[] = ['restricted', 'confidential', 'internal', 'public']
const tones: Readonly<Record<Classification, ArrowFacts['data'][number]['tone']>> = {
  restricted: 'restricted',
  confidential: 'partner',
  internal: 'internal',
  public: 'public',
}

/**
 * What an arrow shows besides its line: how it is called, whether it is protected where it crosses, what it carries.
 * `only`: the arrows that are asked for; all when absent. `asDataFlow`: labels say the data, as in a data-flow diagram.
 */
export function arrowFactsOf(
  graph: Graph,
  design: Design,
  only?: ReadonlySet<Id>,
  asDataFlow = false,
): ReadonlyMap<Id, ArrowFacts> {
  const assets = new Map((design.data ?? []).map((asset) => [asset.id, asset]))
  const facts = new Map<Id, ArrowFacts>()
  for (const { id, flow, mode } of graph.flows) {
    if (only?.has(id) === false) continue
    const padlock = padlockOf(graph, flow)
    const data = dataOf(flow, assets)
    const says = asDataFlow ? saidOf(data) : undefined
    facts.set(id, {
      mode,
      ...(padlock === undefined ? {} : { padlock }),
      data,
      ...(says === undefined ? {} : { says }),
    })
  }
  return facts
}

const mostSaid = 2
const classWords: Readonly<Record<ArrowFacts['data'][number]['tone'], string>> = {
  restricted: 'Restricted',
  partner: 'Confidential',
  internal: 'Internal',
  public: 'Public',
  unclassified: 'No class',
}

/** "Confidential: Orders, Messages +1": the most sensitive class first; undefined where nobody said what travels. */
function saidOf(data: ArrowFacts['data']): string | undefined {
  const [worst] = data
  if (worst === undefined) return undefined
  const names = data.slice(0, mostSaid).map(({ name }) => name)
  return `${classWords[worst.tone]}: ${names.join(', ')}${data.length > mostSaid ? ` +${data.length - mostSaid}` : ''}`
}

function padlockOf(graph: Graph, flow: Flow): Padlock | undefined {
  // An unknown crossing is a question, not a sign on the canvas.
  const crosses = graph.crosses(flow.id, 'trust') === true || graph.crosses(flow.id, 'organisation') === true
  if (!crosses) return undefined
  const encrypted = truth(flow.encrypted)
  return encrypted === undefined ? 'unknown' : encrypted ? 'closed' : 'open'
}

function dataOf(flow: Flow, assets: ReadonlyMap<Id, DataAsset>): ArrowFacts['data'] {
  const ids = new Set([...(flow.request?.data ?? []), ...(flow.response?.data ?? [])])
  return [...ids]
    .flatMap((id) => assets.get(id) ?? [])
    .map((asset) => ({ asset, classification: known(asset.classification) }))
    .toSorted((a, b) => rank(a.classification) - rank(b.classification))
    .map(({ asset, classification }) => ({
      name: asset.name,
      tone: classification === undefined ? 'unclassified' : tones[classification],
    }))
}

function rank(classification: Classification | undefined): number {
  return classification === undefined ? sensitivity.length : sensitivity.indexOf(classification)
}
