import type { Id } from '../design/design.ts'

export interface Link {
  readonly from: Id
  readonly to: Id
}

/**
 * Sorts items into columns so that most links run from left to right: the greedy cycle removal of Eades, Lin and Smyth
 * (1993), then longest paths, then sources pulled next to what they point at. Ties go by id, so the same items and links
 * in any order give the same columns. Items without links are not returned.
 */
export function columnsOf(items: readonly Id[], links: readonly Link[]): readonly (readonly Id[])[] {
  const targets = netTargets(items, links)
  const order = orderWithFewBackLinks([...targets.keys()].toSorted(), targets)
  const rank = new Map(order.map((id, index) => [id, index]))
  const next = new Map<Id, Id[]>(order.map((id) => [id, []]))
  for (const [from, row] of targets) {
    for (const to of row.keys()) {
      const forward = (rank.get(from) ?? 0) < (rank.get(to) ?? 0)
      next.get(forward ? from : to)?.push(forward ? to : from)
    }
  }
  const column = new Map<Id, number>()
  const entered = new Set<Id>()
  for (const id of order) {
    const own = column.get(id) ?? 0
    column.set(id, own)
    for (const other of next.get(id) ?? []) {
      entered.add(other)
      column.set(other, Math.max(column.get(other) ?? 0, own + 1))
    }
  }
  for (const id of order.toReversed()) {
    const followers = next.get(id) ?? []
    if (entered.has(id) || followers.length === 0) continue
    column.set(id, Math.min(...followers.map((other) => column.get(other) ?? 0)) - 1)
  }
  const columns: Id[][] = []
  for (const id of order) (columns[column.get(id) ?? 0] ??= []).push(id)
  return columns.filter((entries) => entries !== undefined && entries.length > 0)
}

type Targets = ReadonlyMap<Id, ReadonlyMap<Id, number>>

/** Opposite links cancel out; what is left points the way most of them go (by id when they balance). */
function netTargets(items: readonly Id[], links: readonly Link[]): Targets {
  const known = new Set(items)
  const weights = new Map<Id, Map<Id, number>>()
  const add = (from: Id, to: Id, weight: number): void => {
    const row = weights.get(from) ?? new Map<Id, number>()
    row.set(to, (row.get(to) ?? 0) + weight)
    weights.set(from, row)
  }
  for (const { from, to } of links) {
    if (from === to || !known.has(from) || !known.has(to)) continue
    add(from, to, 1)
    add(to, from, 0)
  }
  const targets = new Map<Id, Map<Id, number>>()
  for (const [from, row] of weights) {
    const kept = new Map<Id, number>()
    for (const [to, weight] of row) {
      const net = weight - (weights.get(to)?.get(from) ?? 0)
      if (net > 0 || (net === 0 && from < to)) kept.set(to, Math.max(net, 1))
    }
    targets.set(from, kept)
  }
  return targets
}

/** Sinks to the back, sources to the front, else the item that sends most and receives least goes first. */
function orderWithFewBackLinks(items: readonly Id[], targets: Targets): readonly Id[] {
  const out = new Map(items.map((id) => [id, 0]))
  const incoming = new Map(items.map((id) => [id, 0]))
  const sources = new Map<Id, Id[]>(items.map((id) => [id, []]))
  for (const [from, row] of targets) {
    for (const [to, weight] of row) {
      out.set(from, (out.get(from) ?? 0) + weight)
      incoming.set(to, (incoming.get(to) ?? 0) + weight)
      sources.get(to)?.push(from)
    }
  }
  const left = new Set(items)
  const front: Id[] = []
  const back: Id[] = []
  const take = (id: Id): void => {
    left.delete(id)
    for (const [to, weight] of targets.get(id) ?? []) incoming.set(to, (incoming.get(to) ?? 0) - weight)
    for (const from of sources.get(id) ?? []) out.set(from, (out.get(from) ?? 0) - (targets.get(from)?.get(id) ?? 0))
  }
  while (left.size > 0) {
    let best: Id | undefined
    let bestScore = -Infinity
    let bestIsSink = false
    for (const id of left) {
      const sends = out.get(id) ?? 0
      const receives = incoming.get(id) ?? 0
      const isSource = receives === 0
      const isSink = sends === 0 && !isSource
      const score = isSource ? 1e9 : isSink ? 1e6 : sends - receives
      if (score > bestScore) {
        best = id
        bestScore = score
        bestIsSink = isSink
      }
    }
    if (best === undefined) break
    take(best)
    if (bestIsSink) back.unshift(best)
    else front.push(best)
  }
  return [...front, ...back]
}
