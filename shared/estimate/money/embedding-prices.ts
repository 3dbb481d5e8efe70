import type { Id } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'
import type { Formula } from '../../kinds/formula/formula.ts'
import type { PriceLookup } from '../../kinds/kind.ts'
import { contextOf, type Readers } from '../calls/call-context.ts'
import { type ActionVisits, everyCall } from '../calls/visits.ts'
import type { CallUse } from '../calls/walk-run.ts'
import { pricesAt } from './prices-at.ts'

/**
 * What a million tokens cost where the contents of each index are embedded, as the design states it (product, price, batch,
 * own machines), by index. Whoever embeds on the way on which the index is written says so; without such a way, whoever
 * embeds for its searches: both must be one model. An index beside which nobody embeds is left out.
 * @param ways what one request sets in motion; ways into an index first
 */
export function findEmbeddingPrices(
  graph: Graph,
  readers: Readers,
  prices: PriceLookup,
  ways: readonly ActionVisits[],
): ReadonlyMap<Id, Formula> {
  const written = new Map<Id, CallUse>()
  const searched = new Map<Id, CallUse>()
  if (graph.with('embeds').length === 0) return new Map()
  for (const way of ways) {
    const uses = everyCall(way).map(({ use }) => use)
    for (const { call } of uses.filter((use) => graph.has(use.call.callee, 'answers-search'))) {
      const found = call.does.includes('read') ? searched : written
      if (found.has(call.callee)) continue
      const embedding = embedderBeside(graph, uses, call.caller)
      if (embedding) found.set(call.callee, embedding)
    }
  }
  return new Map(
    [...new Map([...searched, ...written])].flatMap(([index, { call, hand }]) => {
      const regional = pricesAt(graph, prices, call.callee)
      const price = graph.kindOf(call.callee).embeddingPrice?.(contextOf(readers, call, hand), regional)
      return price === undefined ? [] : [[index, price] as const]
    }),
  )
}

/** Who embeds on a way: for the same caller, else for anybody. */
function embedderBeside(graph: Graph, uses: readonly CallUse[], caller: Id): CallUse | undefined {
  const embedding = uses.filter(({ call }) => graph.has(call.callee, 'embeds'))
  return embedding.find(({ call }) => call.caller === caller) ?? embedding[0]
}
