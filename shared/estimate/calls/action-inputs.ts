import type { Design, Id, Value } from '../../design/design.ts'
import { isStated, isUnknown } from '../../design/value.ts'
import type { Unit } from '../../kinds/fields/field.ts'
import type { InputNode } from '../../kinds/formula/formula.ts'
import { statedInput } from './step-numbers.ts'

/** What an action brings along and how it ends, as fields of `action.input`. */
const units: Readonly<Record<string, { readonly label: string; readonly unit: Unit }>> = {
  tokens: { label: 'Tokens brought along', unit: 'tokens' },
  pages: { label: 'Pages brought along', unit: 'pages' },
  items: { label: 'Items brought along', unit: 'count' },
  bytes: { label: 'Bytes brought along', unit: 'bytes' },
  resolvedShare: { label: 'Share of the requests that are resolved', unit: 'share' },
}

/** The numbers that the design states of its actions, for the ledger. */
export function actionInputs({ actions = [] }: Design): readonly InputNode[] {
  return actions.flatMap((action) =>
    Object.keys(units).flatMap((name) => actionInput(action.id, name, action.input?.[name]) ?? []),
  )
}

/** One of them as an input of formulas; undefined while nobody has stated it. */
export function actionInput(on: Id, name: string, value: Value | undefined): InputNode | undefined {
  const known = units[name]
  if (known === undefined || value === undefined || isUnknown(value)) return undefined
  const stated = isStated(value) ? value : { value }
  if (typeof stated.value !== 'number') return undefined
  const { low, high, ...rest } = stated
  const band = { ...(typeof low === 'number' ? { low } : {}), ...(typeof high === 'number' ? { high } : {}) }
  return statedInput(on, name, known.label, { ...rest, value: stated.value, ...band }, known.unit)
}
