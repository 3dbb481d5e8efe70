import { type Arbitrary, gen, nat } from 'fast-check'
import type {
  Action,
  Arrivals,
  Boundary,
  Component,
  Design,
  Flow,
  Modifiers,
  Plan,
  Settings,
  Step,
  Value,
} from '../../design/design.ts'
import type { Field, Fields } from '../../kinds/fields/field.ts'
import { kinds, productsOf } from '../../kinds/index.ts'
import type { Kind } from '../../kinds/kind.ts'

/** Draws one thing after another from fast-check. */
interface Draw {
  /** A whole number from 0 to `most`. */
  number(most: number): number
  /** From `low` to `high`, in thousandths of the way. */
  between(low: number, high: number): number
  chance(percent: number): boolean
  oneOf<T>(options: readonly T[]): T
}

const drawn = kinds.filter((kind) => !kind.traits.includes('unknown-kind'))
/** Drawn more often than others, as on a real drawing. */
const usual = ['orchestrator', 'agent', 'llm-api', 'llm-api', 'vector-store', 'ml-endpoint', 'human-review', 'cache']

const boundaries: readonly Boundary[] = [
  { id: 'b0', name: 'Frankfurt', region: 'eu-central-1', organisation: 'client' },
  { id: 'b1', name: 'Copies', in: 'b0', copies: { of: 'zone', count: 3, mode: 'activeActive' } },
  { id: 'b2', name: 'Virginia', region: 'us-east-1', organisation: 'client' },
]

/**
 * Sound drawings of every kind there is, with their products, settings within limits, plans with all modifiers, limits of
 * calls and every form of arrivals. Callers come before callees but for some call-backs.
 */
export const arbitraryDrawing: Arbitrary<Design> = gen().map((g) => {
  const number = (most: number): number => g(nat, { max: most })
  const draw: Draw = {
    number,
    between: (low, high) => low + ((high - low) * number(1000)) / 1000,
    chance: (percent) => number(99) < percent,
    oneOf: (options) => {
      const found = options[number(options.length - 1)]
      if (found === undefined && !options.includes(found as never)) throw new Error('Nothing to draw from.')
      return found as (typeof options)[number]
    },
  }
  const boxes = Array.from({ length: 1 + number(6) }, (_, index) => drawBox(draw, index))
  const flows: readonly Flow[] = [{ id: 'ask', from: 'user', to: 'c0' }, ...drawFlows(draw, boxes.length)]
  const components = boxes.map((box) => withPlan(draw, box, flows))
  const both = draw.chance(30)
  const actions: readonly Action[] = [
    { id: 'go', name: 'Go', starts: 'ask', input: { tokens: number(2000), pages: number(5), bytes: number(9000) } },
    ...(both ? [{ id: 'other', name: 'Other', starts: `c${boxes.length - 1}` }] : []),
  ]
  const mix = both ? { go: 0.7, other: 0.3 } : { go: 1 }
  return {
    format: 'lintel/design',
    version: 1,
    id: 'd',
    name: 'D',
    boundaries,
    components: [{ id: 'user', name: 'User', kind: 'user' }, ...components],
    flows,
    actions,
    workloads: [{ id: 'w', name: 'W', mix, arrivals: drawArrivals(draw) }],
  }
})

function drawBox(draw: Draw, index: number): Component {
  const id = draw.chance(60) ? draw.oneOf(usual) : draw.oneOf(drawn).id
  const kind = drawn.find((each) => each.id === id)
  const products = kind ? productsOf(kind) : []
  return {
    id: `c${index}`,
    name: `C${index}`,
    kind: id,
    ...(kind ? { settings: drawSettings(draw, kind.settings) } : {}),
    ...(products.length > 0 && draw.chance(60) ? { product: draw.oneOf(products).id } : {}),
    ...(draw.chance(50) ? { in: draw.oneOf(boundaries).id } : {}),
  }
}

function drawSettings(draw: Draw, fields: Fields): Settings {
  const named = Object.entries(fields).filter(() => draw.chance(15))
  return Object.fromEntries(named.map(([name, field]) => [name, drawValue(draw, field)]))
}

function drawValue(draw: Draw, field: Field): Value {
  if (draw.chance(10)) return { unknown: true }
  const options = (field.options ?? []).map((option) => option.value)
  if (field.type === 'boolean') return draw.chance(50)
  if (field.type === 'choice') return draw.oneOf(options)
  if (field.type === 'choices') return options.filter(() => draw.chance(50))
  if (field.type === 'text') return 'words'
  const usually = typeof field.default === 'number' && field.default > 0 ? field.default : 10
  const least = Math.max(field.min ?? 0, field.above === undefined ? 0 : field.above + 0.01)
  const most = field.max ?? Infinity
  const fit = (value: number): number => {
    const within = Math.min(most, Math.max(least, value))
    return field.integer === true ? Math.max(1, Math.round(within)) : within
  }
  const value = fit(draw.between(usually / 4, usually * 4))
  if (draw.chance(60)) return value
  return { value, low: Math.min(value, fit(value / 2)), high: Math.max(value, fit(value * 2)), confidence: 'B' }
}

function drawFlows(draw: Draw, boxes: number): readonly Flow[] {
  if (boxes < 2) return []
  return Array.from({ length: draw.number(9) }, (_, index): Flow => {
    const from = draw.number(boxes - 2)
    const to = from + 1 + draw.number(boxes - from - 2)
    const isBack = draw.chance(5)
    const mode = isBack ? 'async' : draw.oneOf([undefined, undefined, 'sync', 'async', 'stream'] as const)
    return {
      id: `f${index}`,
      from: `c${isBack ? to : from}`,
      to: `c${isBack ? from : to}`,
      ...(mode === undefined ? {} : { mode }),
      ...(draw.chance(40) ? { timeoutMs: draw.oneOf([50, 500, 3000, 60_000]) } : {}),
      ...(draw.chance(30) ? { retries: draw.number(3) } : {}),
      ...(draw.chance(10) ? { hedgeAfterMs: 400 } : {}),
    }
  })
}

function withPlan(draw: Draw, box: Component, flows: readonly Flow[]): Component {
  const own = flows.filter((flow) => flow.from === box.id).map((flow) => flow.id)
  if (own.length === 0 || isPassive(box) || draw.chance(30)) return box
  const calls = own.map((call): Step => ({
    call,
    ...drawModifiers(draw),
    ...(draw.chance(15) ? { optional: true } : {}),
    ...(draw.chance(15) ? { orElse: [{ call: draw.oneOf(own) }] } : {}),
  }))
  const apart = calls.map(({ share: _share, ...call }): Step => call)
  const forms: readonly Plan[] = [
    { steps: calls },
    { steps: [{ parallel: apart, join: draw.chance(70) ? 'all' : 'any' }] },
    { steps: [{ choose: apart, ...(draw.chance(30) ? { failover: true } : {}) }] },
    { steps: [{ steps: calls, ...drawModifiers(draw) }] },
  ]
  return { ...box, plans: [draw.oneOf(forms)] }
}

function isPassive(box: Component): boolean {
  const kind: Kind | undefined = drawn.find((each) => each.id === box.kind)
  return kind?.traits.includes('passive') ?? false
}

function drawModifiers(draw: Draw): Modifiers {
  return {
    ...(draw.chance(20) ? { share: draw.between(0.01, 1) } : {}),
    ...(draw.chance(20) ? { times: draw.between(0.2, 9), keeps: draw.oneOf(['all', 'nothing'] as const) } : {}),
    ...(draw.chance(10) ? { spread: 'geometric' } : {}),
    ...(draw.chance(10) ? { atOnce: 1 + draw.number(3) } : {}),
    ...(draw.chance(10) ? { ends: draw.between(0, 0.5) } : {}),
  }
}

function drawArrivals(draw: Draw): Arrivals {
  const form = draw.number(3)
  if (form === 0) return { users: 1 + draw.number(2000), thinkTimeS: draw.number(60) }
  if (form === 1) return { items: 1 + draw.number(100_000), every: 'day', withinHours: 1 + draw.number(20) }
  const rate = draw.between(1, 100_000)
  return { rate: { value: rate, low: rate / 2, high: rate * 2 }, per: 'day', peakFactor: 1 + draw.number(3) }
}
