import type { Id } from '../../design/design.ts'
import type { Formula } from '../../kinds/formula/formula.ts'
import type { ActionCost } from './cost-lines.ts'

/** What the calls of each component cost, line by line: USD that fall due each month. */
export function spentOnCalls(costs: readonly ActionCost[]): ReadonlyMap<Id, readonly Formula[]> {
  const spent = new Map<Id, Formula[]>()
  for (const { line } of costs.flatMap(({ lines }) => lines)) {
    if (line.recurrence !== 'month') continue
    const known = spent.get(line.component)
    if (known) known.push(line.formula)
    else spent.set(line.component, [line.formula])
  }
  return spent
}
