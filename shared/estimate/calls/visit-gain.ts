import type { Id } from '../../design/design.ts'
import type { RunKey } from '../../graph/run.ts'

/** Calls of one run that set another one in motion, for each time that it runs. */
export interface RunEdge {
  readonly from: RunKey
  readonly to: RunKey
  readonly flow: Id
  readonly calls: number
}

/** Runs that call one another: how often each comes back to itself, in one round, by the way it takes. */
export interface Circle {
  /** In the order of the calls; the last one calls the first. */
  readonly runs: readonly RunKey[]
  readonly flows: readonly Id[]
  /** What a round brings for the one before: at 1 and above it never ends. */
  readonly gain: number
}

export type Rounds =
  | { readonly type: 'ends'; readonly returns: ReadonlyMap<RunKey, number> }
  | { readonly type: 'endless'; readonly circle: Circle }

const roundsAtMost = 20_000
/** Steps of arithmetic that the rounds may take. */
const workAtMost = 2e7
/** The growth of a round is measured over so many, since two circles may take turns. */
const measuredOver = 12

/**
 * How often call-backs bring work back to runs that were walked already, all rounds together: r = first + A r, solved by
 * going round. It ends exactly when a round brings less than the one before (a gain below 1).
 * @param order callers before callees, as far as call-backs allow
 * @param first what comes back to each run in the first round
 */
export function solveRounds(
  order: readonly RunKey[],
  edges: readonly RunEdge[],
  first: ReadonlyMap<RunKey, number>,
): Rounds {
  const place = new Map(order.map((key, index) => [key, index]))
  const edgesFrom = new Map<RunKey, RunEdge[]>()
  for (const edge of edges) edgesFrom.set(edge.from, [...(edgesFrom.get(edge.from) ?? []), edge])
  /** What one round brings back for what came back in the one before. */
  const goRound = (came: ReadonlyMap<RunKey, number>): ReadonlyMap<RunKey, number> => {
    const visits = new Map(came)
    const back = new Map<RunKey, number>()
    for (const [index, key] of order.entries()) {
      const here = visits.get(key) ?? 0
      if (here <= 0) continue
      for (const { to, calls } of edgesFrom.get(key) ?? []) {
        const into = (place.get(to) ?? 0) <= index ? back : visits
        into.set(to, (into.get(to) ?? 0) + here * calls)
      }
    }
    return back
  }
  const total = new Map(first)
  const sizes: number[] = [sizeOf(first)]
  let came = first
  const rounds = Math.min(roundsAtMost, Math.ceil(workAtMost / Math.max(1, edges.length)))
  for (let round = 0; round < rounds; round += 1) {
    came = goRound(came)
    const size = sizeOf(came)
    for (const [key, visits] of came) total.set(key, (total.get(key) ?? 0) + visits)
    sizes.push(size)
    if (size <= 1e-12 * sizeOf(total)) return { type: 'ends', returns: total }
    if (size > 1e9 * (sizes[0] ?? 1)) break
  }
  const last = sizes.length - 1
  const before = Math.max(0, last - measuredOver)
  const gain = ((sizes[last] ?? 0) / (sizes[before] ?? 1)) ** (1 / Math.max(1, last - before))
  if (gain < 1 - 1e-6) {
    // So slow that the rest is a geometric row.
    const rest = gain / (1 - gain)
    for (const [key, visits] of came) total.set(key, (total.get(key) ?? 0) + visits * rest)
    return { type: 'ends', returns: total }
  }
  return { type: 'endless', circle: circleThrough([...came.keys()].toSorted(), edges, gain) }
}

function sizeOf(visits: ReadonlyMap<RunKey, number>): number {
  return [...visits.values()].reduce((sum, value) => sum + value, 0)
}

/** The shortest way from one of these runs back to itself, with the gain of all their ways together. */
function circleThrough(keys: readonly RunKey[], edges: readonly RunEdge[], gain: number): Circle {
  const ways = keys.map((key) => wayBack(key, edges)).filter((way) => way.length > 0)
  const shortest = ways.toSorted((a, b) => a.length - b.length)[0] ?? []
  return { runs: shortest.map((edge) => edge.from), flows: shortest.map((edge) => edge.flow), gain }
}

/** Empty when there is none. */
function wayBack(start: RunKey, edges: readonly RunEdge[]): readonly RunEdge[] {
  const cameBy = new Map<RunKey, RunEdge>()
  const waiting = [start]
  for (let next = 0; next < waiting.length && !cameBy.has(start); next += 1) {
    for (const edge of edges) {
      if (edge.from !== waiting[next] || edge.calls <= 0 || cameBy.has(edge.to)) continue
      cameBy.set(edge.to, edge)
      waiting.push(edge.to)
    }
  }
  const way: RunEdge[] = []
  for (let edge = cameBy.get(start); edge; edge = edge.from === start ? undefined : cameBy.get(edge.from)) {
    way.unshift(edge)
  }
  return way
}
