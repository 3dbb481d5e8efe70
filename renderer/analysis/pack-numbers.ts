import type { Judgement, Numbers } from '../../shared/analysis.ts'
import type { ActionEstimate, Availability, CostLine, Estimate } from '../../shared/estimate/estimate.ts'
import { whenRead } from '../../shared/estimate/when-read.ts'

/** Of each component: what the canvas, the inspector and a comparison of options say of it. */
const longParts = ['components'] as const
type LongPart = (typeof longParts)[number]

/**
 * What only the panels of the estimate and of assumptions look at: an entry for every line or input, many with a formula or
 * a source, megabytes of a large design. Told while somebody reads them.
 */
const detailParts = [
  'lines',
  'tokensPerRequest',
  'flowsDone',
  'scaling',
  'ledger',
  'capacity',
  'tornados',
  'buildOrBuy',
  'serving',
] as const
type DetailPart = (typeof detailParts)[number]

/** Numbers as the page always has them. */
export interface ShownNumbers extends Omit<Numbers, 'estimate'> {
  readonly estimate: Omit<Estimate, DetailPart>
}

/** Everything that follows from a design, with numbers as the page always has them. */
export interface ShownAnalysis extends ShownNumbers, Judgement {}

/** The same of an action: an entry for every call, or for every component that a request needs. */
const longOfAction = ['shares', 'spans', 'availability'] as const
type LongOfAction = (typeof longOfAction)[number]

/** Numbers without their long parts: what is there a moment after an edit, and crosses as it is. */
export interface EarlyNumbers extends Pick<Numbers, 'problems' | 'requirements'> {
  readonly estimate: Omit<Estimate, LongPart | DetailPart | 'actions' | 'availability'> & {
    readonly actions: readonly Omit<ActionEstimate, LongOfAction>[]
    /** Of the main action. */
    readonly availability?: Omit<Availability, 'formula' | 'downBy'>
  }
}

/**
 * The long parts as JSON in bytes, whose memory is handed over: megabytes that nobody may ever read cost the page nothing.
 * Of actions, in their order.
 */
export type PackedParts = Readonly<Record<LongPart | 'actions', Packed>>

/** The details likewise. */
export type PackedDetails = Readonly<Record<DetailPart, Packed>>

type Packed = Uint8Array<ArrayBuffer>

/** The memory that is handed over with them. */
export function memoryOf(parts: PackedParts | PackedDetails): ArrayBuffer[] {
  return Object.values(parts).map((bytes) => bytes.buffer)
}

/** What is not there is no bytes at all. */
function packed(value: unknown): Packed {
  return new TextEncoder().encode(value === undefined ? '' : JSON.stringify(value))
}

const texts = new WeakMap<object, string>()

/** The JSON of a line: one that an edit leaves alone stays the object that it was, and its formula is long. */
function textOfLine(line: CostLine): string {
  const text = texts.get(line) ?? JSON.stringify(line)
  texts.set(line, text)
  return text
}

function unpacked(bytes: Uint8Array): unknown {
  return bytes.length === 0 ? undefined : JSON.parse(new TextDecoder().decode(bytes))
}

/** In the worker. Does not touch the long parts, which an estimate works out when they are first read. */
export function earlyIn({ problems, requirements, estimate }: Numbers): EarlyNumbers {
  const { availability } = estimate
  const short: EarlyNumbers['estimate'] = {
    ...without(estimate, ['actions', 'availability', ...longParts, ...detailParts]),
    actions: estimate.actions.map((action) => without(action, longOfAction)),
    ...(availability ? { availability: without(availability, ['formula', 'downBy']) } : {}),
  }
  return { problems, requirements, estimate: short }
}

/** What is left out is not read: some parts are worked out by reading them. */
function without<T extends object, Key extends keyof T>(whole: T, left: readonly Key[]): Omit<T, Key> {
  const out = new Set<PropertyKey>(left)
  const rest: Partial<T> = {}
  for (const key of Object.keys(whole) as (keyof T)[]) if (!out.has(key)) rest[key] = whole[key]
  return rest as Omit<T, Key>
}

/** In the worker: one step for each long part, so that whoever edits on need not wait for all of them. */
export function packInSteps(estimate: Estimate, done: (parts: PackedParts) => void): readonly (() => void)[] {
  return stepsOf<PackedParts>(
    {
      components: () => packed(estimate.components),
      actions: () =>
        packed(estimate.actions.map(({ shares, spans, availability }) => ({ shares, spans, availability }))),
    },
    done,
  )
}

/** In the worker: the same of the details. */
export function packDetailsInSteps(
  estimate: Estimate,
  done: (details: PackedDetails) => void,
): readonly (() => void)[] {
  const pack = Object.fromEntries(detailParts.map((part) => [part, () => packed(estimate[part])]))
  const lines = (): Packed => new TextEncoder().encode(`[${estimate.lines.map(textOfLine).join(',')}]`)
  return stepsOf<PackedDetails>({ ...(pack as Record<DetailPart, () => Packed>), lines }, done)
}

function stepsOf<Parts extends Readonly<Record<string, Packed>>>(
  pack: Readonly<Record<keyof Parts, () => Packed>>,
  done: (parts: Parts) => void,
): readonly (() => void)[] {
  const made: Partial<Record<keyof Parts, Packed>> = {}
  const steps = (Object.keys(pack) as (keyof Parts)[]).map((part) => () => {
    made[part] = pack[part]()
  })
  return [...steps, () => done(made as Parts)]
}

/** In the page. A long part is read when somebody first looks at it, so that an edit that nobody examines costs nothing. */
export function joinNumbers(
  { problems, requirements, estimate: short }: EarlyNumbers,
  parts: PackedParts,
): ShownNumbers {
  const estimate: Fields<ShownNumbers['estimate']> = { ...short }
  fillAllWhenRead(estimate, longParts, parts)
  const insides = whenRead(() => unpacked(parts.actions) as readonly Pick<ActionEstimate, LongOfAction>[])
  const actions = short.actions.map((rest, index) => {
    const action: Fields<ActionEstimate> = { ...rest }
    for (const part of longOfAction) fillWhenRead(action, part, () => insides()[index]?.[part])
    return action as unknown as ActionEstimate
  })
  estimate.actions = actions
  if (short.availability !== undefined) {
    const main = actions.find(({ action }) => action === short.mainAction)
    fillWhenRead(estimate, 'availability', () => main?.availability)
  }
  return { problems, requirements, estimate: estimate as unknown as ShownNumbers['estimate'] }
}

/** In the page: the same numbers with their details, which are read when somebody first looks at them, too. */
export function joinDetails(numbers: ShownNumbers, details: PackedDetails): Numbers {
  // What has not been read yet stays so.
  const estimate = Object.defineProperties({}, Object.getOwnPropertyDescriptors(numbers.estimate)) as Fields<Estimate>
  fillAllWhenRead(estimate, detailParts, details)
  return { ...numbers, estimate: estimate as unknown as Estimate }
}

type Fields<T> = Partial<Record<keyof T, unknown>>

function fillAllWhenRead<T, Part extends string & keyof T>(
  whole: Fields<T>,
  parts: readonly Part[],
  from: Readonly<Record<Part, Packed>>,
): void {
  for (const part of parts)
    fillWhenRead(
      whole,
      part,
      whenRead(() => unpacked(from[part])),
    )
}

function fillWhenRead<T>(whole: Fields<T>, part: keyof T, read: () => unknown): void {
  Object.defineProperty(whole, part, { enumerable: true, configurable: true, get: read })
}
