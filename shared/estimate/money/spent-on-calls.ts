import type { Id } from '../../design/design.ts'
import { constant, type Formula, quotient, sum } from '../../kinds/formula/formula.ts'
import type { MonthContext } from '../../kinds/kind.ts'
import type { CostLine } from '../estimate.ts'

/** What the calls of each component cost, line by line: USD that fall due each month. */
export function spentOnCalls(
  costs: readonly { readonly lines: readonly { readonly line: CostLine }[] }[],
): ReadonlyMap<Id, readonly Formula[]> {
  const spent = new Map<Id, Formula[]>()
  for (const { line } of costs.flatMap(({ lines }) => lines)) {
    if (line.recurrence !== 'month') continue
    const known = spent.get(line.component)
    if (known) known.push(line.formula)
    else spent.set(line.component, [line.formula])
  }
  return spent
}

/** What of it one copy of a box pays. */
export function ofOneCopy(spent: readonly Formula[], copies: number): Pick<MonthContext, 'usdOfCalls'> {
  if (spent.length === 0) return {}
  const all = sum(...spent)
  return { usdOfCalls: copies === 1 ? all : quotient(all, constant('Copies', copies)) }
}
