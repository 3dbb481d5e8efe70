import type { Numbers } from '../../shared/analysis.ts'
import type { ActionEstimate, Availability, Estimate } from '../../shared/estimate/estimate.ts'
import { whenRead } from '../../shared/estimate/when-read.ts'

/** Parts of an estimate with an entry for every component or line, many with a formula or a source: long, and read later. */
const longParts = [
  'lines',
  'components',
  'flowsDone',
  'scaling',
  'ledger',
  'capacity',
  'tornados',
  'buildOrBuy',
  'serving',
] as const
type LongPart = (typeof longParts)[number]

/** The same of an action: an entry for every call, or for every component that a request needs. */
const longOfAction = ['shares', 'spans', 'availability'] as const
type LongOfAction = (typeof longOfAction)[number]

/** Numbers without their long parts: what is there a moment after an edit, and crosses as it is. */
export interface EarlyNumbers extends Pick<Numbers, 'problems' | 'requirements'> {
  readonly estimate: Omit<Estimate, LongPart | 'actions' | 'availability'> & {
    readonly actions: readonly Omit<ActionEstimate, LongOfAction>[]
    /** Of the main action. */
    readonly availability?: Omit<Availability, 'formula' | 'downBy'>
  }
}

/**
 * The long parts as JSON in bytes, whose memory is handed over: megabytes that nobody may ever read cost the page nothing.
 * Of actions, in their order.
 */
export type PackedParts = Readonly<Record<LongPart | 'actions', Uint8Array<ArrayBuffer>>>

/** The memory that is handed over with them. */
export function memoryOf(parts: PackedParts): ArrayBuffer[] {
  return Object.values(parts).map((bytes) => bytes.buffer)
}

function packed(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value))
}

function unpacked(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes))
}

/** In the worker. Does not touch the long parts, which an estimate works out when they are first read. */
export function earlyIn({ problems, requirements, estimate }: Numbers): EarlyNumbers {
  const { availability } = estimate
  const short: EarlyNumbers['estimate'] = {
    ...without(estimate, ['actions', 'availability', ...longParts]),
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
  const parts: Partial<Record<LongPart | 'actions', Uint8Array<ArrayBuffer>>> = {}
  const pack = longParts.map((part) => () => {
    parts[part] = packed(estimate[part])
  })
  const packActions = (): void => {
    parts.actions = packed(estimate.actions.map(({ shares, spans, availability }) => ({ shares, spans, availability })))
  }
  return [...pack, packActions, () => done(parts as PackedParts)]
}

/** In the page. A long part is read when somebody first looks at it, so that an edit that nobody examines costs nothing. */
export function joinNumbers({ problems, requirements, estimate: short }: EarlyNumbers, parts: PackedParts): Numbers {
  const estimate: Fields<Estimate> = { ...short }
  for (const part of longParts)
    fillWhenRead(
      estimate,
      part,
      whenRead(() => unpacked(parts[part])),
    )
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
  return { problems, requirements, estimate: estimate as unknown as Estimate }
}

type Fields<T> = Partial<Record<keyof T, unknown>>

function fillWhenRead<T>(whole: Fields<T>, part: keyof T, read: () => unknown): void {
  Object.defineProperty(whole, part, { enumerable: true, configurable: true, get: read })
}
