import type { Treatment } from '../../shared/design/design.ts'
import type { Finding } from '../../shared/findings/finding.ts'
import type { Cell, Coverage, CoverageRow } from '../../shared/threats/coverage/coverage.ts'

/** One thing that a room looks at: an open threat, or a cell of the coverage that no rule has considered. */
export type Station =
  | { readonly id: string; readonly type: 'threat'; readonly finding: Finding }
  | { readonly id: string; readonly type: 'cell'; readonly row: CoverageRow; readonly cell: Cell }

/** What the room is writing: a decision, a threat of its own, or why there is none. */
export type Writing = Treatment['response'] | 'threat' | 'none' | undefined

/** Open threats, worst first, then what nobody has looked at: actors, boxes and stores; arrows would be too many. */
export function stationsOf(findings: readonly Finding[], coverage: Coverage | undefined): readonly Station[] {
  const threats = findings
    .filter(({ status, lenses }) => status === 'open' && lenses.includes('threat'))
    .map((finding): Station => ({ id: finding.id, type: 'threat', finding }))
  const rows = (coverage?.rows ?? []).filter(({ type }) => type !== 'flow')
  const cells = rows.flatMap((row) =>
    row.cells
      .filter(({ method, state }) => method === 'stride' && state === 'notConsidered')
      .map((cell): Station => ({ id: `${row.on} ${cell.letter}`, type: 'cell', row, cell })),
  )
  return [...threats, ...cells]
}

/** A walk through them: their order is that of the start, so that nothing moves while people talk. */
export interface ThreatWalk {
  readonly order: readonly string[]
  readonly at: number
  /** How many of the order were threats at the start: the first part of the walk. */
  readonly threats: number
  /** Threats that joined at the end: people raised them, or an edit did. */
  readonly late: readonly string[]
}

export function startThreatWalk(stations: readonly Station[]): ThreatWalk {
  return {
    order: stations.map(({ id }) => id),
    at: 0,
    threats: stations.filter(({ type }) => type === 'threat').length,
    late: [],
  }
}

/** What has come up since joins at the end; what was decided meanwhile is passed over. */
export function followThreats(walk: ThreatWalk, stations: readonly Station[]): ThreatWalk {
  const come = stations.filter(({ id }) => !walk.order.includes(id))
  const late = come.flatMap(({ id, type }) => (type === 'threat' ? [id] : []))
  const followed =
    come.length === 0
      ? walk
      : { ...walk, order: [...walk.order, ...come.map(({ id }) => id)], late: [...walk.late, ...late] }
  const hasEnded = walk.at >= walk.order.length
  return hasEnded || stationAt(followed, stations) !== undefined ? followed : walkForward(followed, stations)
}

/** The next that is still there; behind the last one the walk has ended. */
export function walkForward(walk: ThreatWalk, stations: readonly Station[]): ThreatWalk {
  const next = walk.order.findIndex((id, index) => index > walk.at && stations.some((one) => one.id === id))
  return { ...walk, at: next < 0 ? walk.order.length : next }
}

export function walkBack(walk: ThreatWalk, stations: readonly Station[]): ThreatWalk {
  const before = walk.order.findLastIndex((id, index) => index < walk.at && stations.some((one) => one.id === id))
  return before < 0 ? walk : { ...walk, at: before }
}

/** Past the threats, to the first cell. */
export function walkToCells(walk: ThreatWalk, stations: readonly Station[]): ThreatWalk {
  const first = walk.order.findIndex((id) => stations.some((one) => one.id === id && one.type === 'cell'))
  return first < 0 ? { ...walk, at: walk.order.length } : { ...walk, at: first }
}

export function stationAt({ order, at }: ThreatWalk, stations: readonly Station[]): Station | undefined {
  const id = order[at]
  return id === undefined ? undefined : stations.find((station) => station.id === id)
}

/** Where in the walk it is, in words. */
export function placeInWalk({ at, order, threats, late }: ThreatWalk): string {
  const id = order[at]
  if (id === undefined) return ''
  if (at < threats) return `Threat ${at + 1} of ${threats}`
  if (late.includes(id)) return `Raised since, ${late.indexOf(id) + 1} of ${late.length}`
  const cells = order.slice(threats).filter((each) => !late.includes(each))
  return `${cells.indexOf(id) + 1} of ${cells.length} that nobody has looked at`
}
