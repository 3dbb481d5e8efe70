import type { Classification, DataAsset, Design, Flow, Id } from '../../shared/design/design.ts'
import { known, truth } from '../../shared/design/value.ts'
import type { Graph } from '../../shared/graph/graph.ts'
import { bySensitivity } from '../../shared/perspectives/index.ts'
import type { ArrowFacts, Padlock } from './drawing-types.ts'

const tones: Readonly<Record<Classification, ArrowFacts['data'][number]['tone']>> = {
  restricted: 'restricted',
  confidential: 'partner',
  internal: 'internal',
  public: 'public',
}

/**
 * What an arrow shows besides its line: how it is called, whether it is protected where it crosses, what it carries.
 * `only`: the arrows that are asked for; all when absent. `labels`: what is said instead of their names.
 */
export function arrowFactsOf(
  graph: Graph,
  design: Design,
  only?: ReadonlySet<Id>,
  labels?: ReadonlyMap<Id, string>,
): ReadonlyMap<Id, ArrowFacts> {
  const assets = new Map((design.data ?? []).map((asset) => [asset.id, asset]))
  const facts = new Map<Id, ArrowFacts>()
  for (const { id, flow, mode } of graph.flows) {
    if (only?.has(id) === false) continue
    const padlock = padlockOf(graph, flow)
    const data = dataOf(flow, assets)
    const says = labels?.get(id)
    facts.set(id, {
      mode,
      ...(padlock === undefined ? {} : { padlock }),
      data,
      ...(says === undefined ? {} : { says }),
    })
  }
  return facts
}

/** The arrows that stand for several: the worst protection among them, and all that any of them carries. */
export function bundleFacts(
  facts: ReadonlyMap<Id, ArrowFacts>,
  bundles: ReadonlyMap<Id, readonly Id[]>,
): ReadonlyMap<Id, ArrowFacts> {
  if (bundles.size === 0) return facts
  const folded = new Map(facts)
  for (const [id, members] of bundles) {
    const own = members.flatMap((member) => facts.get(member) ?? [])
    const modes = new Set(own.map(({ mode }) => mode))
    const [mode] = modes
    if (mode === undefined) continue
    const padlock = worstFirst.find((sign) => own.some((each) => each.padlock === sign))
    const data = new Map(own.flatMap((each) => each.data.map((asset) => [asset.name, asset])))
    folded.set(id, {
      mode: modes.size === 1 ? mode : 'sync',
      ...(padlock === undefined ? {} : { padlock }),
      data: [...data.values()],
    })
  }
  return folded
}

const worstFirst: readonly Padlock[] = ['open', 'unknown', 'closed']

function padlockOf(graph: Graph, flow: Flow): Padlock | undefined {
  // An unknown crossing is a question, not a sign on the canvas.
  const crosses = graph.crosses(flow.id, 'trust') === true || graph.crosses(flow.id, 'organisation') === true
  if (!crosses) return undefined
  const encrypted = truth(flow.encrypted)
  return encrypted === undefined ? 'unknown' : encrypted ? 'closed' : 'open'
}

function dataOf(flow: Flow, assets: ReadonlyMap<Id, DataAsset>): ArrowFacts['data'] {
  const ids = new Set([...(flow.request?.data ?? []), ...(flow.response?.data ?? [])])
  return bySensitivity([...ids].flatMap((id) => assets.get(id) ?? [])).map(({ name, classification }) => {
    const stated = known(classification)
    return { name, tone: stated === undefined ? 'unclassified' : tones[stated] }
  })
}
