import type { Id } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'
import type { InputNode } from '../../kinds/formula/formula.ts'
import { type FormulaSwing, keyOf, swingsIn } from '../../kinds/formula/formula-band.ts'
import { limitsOf } from '../../kinds/formula/standing.ts'
import type { CallContext, Capacity, ComponentLimit, FieldReader, Kind } from '../../kinds/kind.ts'
import { askOfUse, type Readers } from '../calls/call-context.ts'
import type { Remembered } from '../calls/remembered.ts'
import { type ActionVisits, type CallVisits, everyCall } from '../calls/visits.ts'
import type { Demand } from '../demand/demand.ts'
import type { Band } from '../estimate-parts.ts'
import { callsByComponent, callsInput } from '../money/cost-lines.ts'
import { guessesIn } from '../uncertainty/standing.ts'
import type { ComponentLoad } from './load.ts'

/** What a use of capacity becomes, as a multiple, with one unknown alone at its low and at its high. */
interface LoadSwing {
  readonly node: InputNode
  readonly atLow: number
  readonly atHigh: number
  /** Moves how much is asked for, not what one request takes of a capacity. */
  readonly isDemand: boolean
}
type LoadSwings = ReadonlyMap<string, LoadSwing>

interface Asked {
  readonly visits: ActionVisits
  readonly demand: Demand
}

/** Bands of what components are used to, and of how often the present load they sustain. */
export interface CapacityBands {
  readonly utilisation: (component: Id, load: ComponentLoad) => Band
  /** The rate that is sustained as a multiple of the likely one, which is 1: what moves the demand alone moves it not. */
  readonly sustained: (component: Id, load: ComponentLoad) => Band
}

/**
 * How well each utilisation is known: the demand by its rates and peaks, the calls by shares and turns, the capacity by
 * the fields that its kind reads, each of them asked again at both ends. Unknowns are independent and multiply, so that
 * their logarithms join.
 */
export function capacityBands(graph: Graph, readers: Readers, actions: readonly Asked[]): CapacityBands {
  const asked = callsByComponent(actions)
  const demandKeys = new Set(
    actions.flatMap(({ demand: { perMonth } }) => (perMonth ? [...swingsIn(perMonth).keys()] : [])),
  )
  const heaviest = heaviestCalls(actions)
  const found = new Map<Id, LoadSwings>()
  const swingsOf = (component: Id, load: ComponentLoad): LoadSwings => {
    const known = found.get(component)
    if (known) return known
    const swings = new Map<string, LoadSwing>()
    const add = (swing: LoadSwing): void => {
      const key = keyOf(swing.node)
      const before = swings.get(key)
      swings.set(
        key,
        before ? { ...swing, atLow: before.atLow * swing.atLow, atHigh: before.atHigh * swing.atHigh } : swing,
      )
    }
    const calls = callsInput(load.callsPerMonth, asked.get(component))
    for (const [key, { node, atLow, atHigh }] of calls.value > 0 ? swingsIn(calls) : []) {
      const times = (by: number): number => 1 + by / calls.value
      add({ node, atLow: times(atLow), atHigh: times(atHigh), isDemand: demandKeys.has(key) })
    }
    for (const swing of peakSwings(actions, load)) add(swing)
    const use = heaviest.get(component)?.use
    const limitedBy = load.capacity?.limitedBy ?? 'workers'
    if (use) {
      const kind = graph.kindOf(component)
      for (const swing of askOfUse(
        readers,
        capacitySwings,
        use,
        (context) => swingsOfCapacity(kind, context, limitedBy),
        undefined,
        [limitedBy],
      )) {
        add(swing)
      }
    }
    found.set(component, swings)
    return swings
  }
  return {
    utilisation: (component, load) => bandOf(load.utilisation ?? 0, [...swingsOf(component, load).values()]),
    sustained: (component, load) => {
      const own = [...swingsOf(component, load).values()].filter(({ isDemand }) => !isDemand)
      const { low, high } = rangeOf(own)
      const guesses = guessesIn(own.map(lessLeft))
      return { value: 1, low: 1 / high, high: 1 / low, ...(guesses ? { guesses } : {}) }
    },
  }
}

const capacitySwings: Remembered<readonly LoadSwing[]> = new WeakMap()

/** The call of each component that takes most of the traffic: its inputs stand for those of the others. */
function heaviestCalls(actions: readonly Asked[]): ReadonlyMap<Id, Pick<CallVisits, 'use' | 'calls'>> {
  const found = new Map<Id, { readonly call: Pick<CallVisits, 'use' | 'calls'>; readonly perSecond: number }>()
  for (const { visits, demand } of actions) {
    for (const call of everyCall(visits)) {
      const perSecond = call.calls.value * demand.peakPerSecond
      const known = found.get(call.use.call.callee)
      if (call.use.call.run !== undefined && (!known || perSecond > known.perSecond))
        found.set(call.use.call.callee, { call, perSecond })
    }
  }
  return new Map([...found].map(([id, { call }]) => [id, call]))
}

/** Peaks over the mean, each in the part of the load that it makes. */
function peakSwings(actions: readonly Asked[], { limit }: ComponentLoad): readonly LoadSwing[] {
  const work = ({ action, peakPerSecond }: Pick<Demand, 'action' | 'peakPerSecond'>): number =>
    (limit?.workByAction.get(action) ?? 0) * peakPerSecond
  const total = actions.reduce((sum, { demand }) => sum + work(demand), 0)
  if (total <= 0) return []
  return actions.flatMap(({ demand }) =>
    demand.peaks.flatMap(({ peak, peakPerSecond }): readonly LoadSwing[] => {
      const limits = limitsOf(peak)
      const part = work({ action: demand.action, peakPerSecond }) / total
      if (!limits || part <= 0 || peak.value <= 0) return []
      const times = (end: number): number => 1 + part * (Math.max(1, end) / peak.value - 1)
      return [{ node: peak, atLow: times(limits.low), atHigh: times(limits.high), isDemand: true }]
    }),
  )
}

/** The kind's own answer, asked again with each field that it reads at its low and at its high. */
function swingsOfCapacity(kind: Kind, context: CallContext, limitedBy: ComponentLimit): readonly LoadSwing[] {
  const ask = (changed: CallContext): number | undefined =>
    [kind.capacity?.(changed) ?? []].flat().find((limit: Capacity) => (limit.limitedBy ?? 'workers') === limitedBy)
      ?.callsPerSecond
  const settings = recording(context.settings)
  const call = recording(context.call)
  const likely = ask({ ...context, settings: settings.reader, call: call.reader })
  if (likely === undefined || !(likely > 0)) return []
  const swingOf = (node: InputNode, changed: (end: number) => CallContext): readonly LoadSwing[] => {
    const limits = limitsOf(node)
    if (!limits) return []
    const times = (end: number): number => likely / (ask(changed(end)) ?? likely)
    return [{ node, atLow: times(limits.low), atHigh: times(limits.high), isDemand: false }]
  }
  return [
    ...[...settings.read].flatMap(([name, node]) =>
      swingOf(node, (end) => ({ ...context, settings: withNumber(context.settings, name, end) })),
    ),
    ...[...call.read].flatMap(([name, node]) =>
      swingOf(node, (end) => ({ ...context, call: withNumber(context.call, name, end) })),
    ),
  ]
}

function recording(reader: FieldReader): {
  readonly reader: FieldReader
  readonly read: ReadonlyMap<string, InputNode>
} {
  const read = new Map<string, InputNode>()
  const note = (name: string): void => {
    if (!read.has(name) && reader.number(name) !== undefined) read.set(name, reader.input(name))
  }
  return {
    read,
    reader: {
      ...reader,
      input: (name) => {
        note(name)
        return reader.input(name)
      },
      number: (name) => {
        note(name)
        return reader.number(name)
      },
    },
  }
}

function withNumber(reader: FieldReader, field: string, value: number): FieldReader {
  return {
    ...reader,
    input: (name) => (name === field ? { ...reader.input(name), value } : reader.input(name)),
    number: (name) => (name === field ? value : reader.number(name)),
  }
}

/**
 * What an unknown does to the rate that a capacity sustains, of which a use takes so many times more. A guess is tried at
 * twice its distance (`reservationOn`): half of what the rate loses there, since a rate never falls below nothing.
 */
function lessLeft({ node, atLow, atHigh }: LoadSwing): FormulaSwing {
  const moved = (times: number): number => (1 / withinReason(1 + 2 * (times - 1)) - 1) / 2
  return { node, atLow: moved(atLow), atHigh: moved(atHigh) }
}

function bandOf(value: number, swings: readonly LoadSwing[]): Band {
  const { low, high } = rangeOf(swings)
  const moved = swings.map(({ node, atLow, atHigh }): FormulaSwing => {
    return { node, atLow: value * (atLow - 1), atHigh: value * (atHigh - 1) }
  })
  const guesses = guessesIn(moved)
  return { value, low: value * low, high: value * high, ...(guesses ? { guesses } : {}) }
}

/** Multiples of a value at its P10 and P90. */
function rangeOf(swings: readonly LoadSwing[]): { readonly low: number; readonly high: number } {
  const joined = (end: (swing: LoadSwing) => number): number =>
    Math.sqrt(
      swings
        .map((swing) => Math.log(withinReason(end(swing))) ** 2)
        .toSorted((one, other) => one - other)
        .reduce((sum, each) => sum + each, 0),
    )
  return {
    low: Math.exp(-joined(({ atLow, atHigh }) => Math.min(1, atLow, atHigh))),
    high: Math.exp(joined(({ atLow, atHigh }) => Math.max(1, atLow, atHigh))),
  }
}

/** A field at an end at which nothing works moves a capacity by no more than this. */
const mostTimes = 100

function withinReason(times: number): number {
  return Math.min(mostTimes, Math.max(1 / mostTimes, times))
}
