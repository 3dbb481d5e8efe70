import type { Flow, Id, Value } from '../design.ts'
import { childPath } from '../json-path.ts'
import { isStated, known } from '../value.ts'
import type { Context, Remark } from './invariant.ts'

interface NumberLaw {
  readonly field: string
  /** "a timeout", as in "has a timeout of 0". */
  readonly words: string
  readonly least?: number
  readonly above?: number
  readonly most?: number
  readonly whole?: boolean
}

const ofFlows: readonly NumberLaw[] = [
  { field: 'timeoutMs', words: 'a timeout', above: 0 },
  { field: 'retries', words: 'a number of retries', least: 0, most: 100, whole: true },
  { field: 'backoffMs', words: 'a pause before a retry', least: 0 },
  { field: 'hedgeAfterMs', words: 'a second request after a time', least: 0 },
]
const ofCopies: readonly NumberLaw[] = [
  { field: 'count', words: 'a number of copies', least: 1, whole: true },
  { field: 'failoverS', words: 'a time to fail over', least: 0 },
]

/** Arrows whose numbers can all be. An arrow never changes, an edit makes another one: none is looked through twice. */
const inOrder = new WeakSet<Flow>()

/** Numbers of arrows, plates and actions that cannot be: they are named at their field and left out of the estimate. */
export function* numberRemarks(context: Context): Iterable<Remark> {
  const { design } = context
  for (const [index, flow] of (design.flows ?? []).entries()) {
    if (inOrder.has(flow)) continue
    const remarks = [...remarksOf(context, flow.id, `flows[${index}]`, flow, ofFlows)]
    if (remarks.length === 0) inOrder.add(flow)
    yield* remarks
  }
  for (const [index, { id, copies }] of (design.boundaries ?? []).entries()) {
    if (copies) yield* remarksOf(context, id, `boundaries[${index}].copies`, copies, ofCopies)
  }
  for (const [index, { id, input }] of (design.actions ?? []).entries()) {
    const laws = Object.keys(input ?? {}).map((field) => ({ field, words: `"${field}" in its input`, least: 0 }))
    yield* remarksOf(context, id, `actions[${index}].input`, input ?? {}, laws)
  }
}

function* remarksOf(
  context: Context,
  element: Id,
  path: string,
  values: object,
  laws: readonly NumberLaw[],
): Iterable<Remark> {
  for (const law of laws) {
    const value = (values as Readonly<Record<string, Value | undefined>>)[law.field]
    if (value === undefined) continue
    const ends = isStated(value) ? [value.value, value.low, value.high] : [known(value)]
    const wrong = ends.find((end) => typeof end === 'number' && needed(end, law) !== undefined)
    if (typeof wrong !== 'number') continue
    yield {
      sentence: `${context.name(element)} has ${law.words} of ${wrong}. Write ${needed(wrong, law) ?? ''}.`,
      path: childPath(path, law.field),
      element,
    }
  }
}

function needed(value: number, { least, above, most, whole }: NumberLaw): string | undefined {
  const kind = whole === true ? 'a whole number' : 'a number'
  const isOut =
    (above !== undefined && value <= above) ||
    (least !== undefined && value < least) ||
    (most !== undefined && value > most) ||
    (whole === true && !Number.isInteger(value))
  if (!isOut) return undefined
  if (above !== undefined) return `${kind} above ${above}`
  return most === undefined ? `${kind} from ${least ?? 0}` : `${kind} from ${least ?? 0} to ${most}`
}
