import { movedSince } from '../../decisions/basis.ts'
import type { Decision } from '../../design/design.ts'
import { moneyFormatter, shownCurrency } from '../../kinds/figures/money-format.ts'
import { formatBand, formatSince, formatterOf } from '../../kinds/figures/number-format.ts'
import { callout } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block } from '../outline.ts'
import { outcomesOf } from '../sides.ts'
import { countOf, widen } from '../text/numbers.ts'
import { capital } from '../../design/wording.ts'

/** Whether a number that an accepted decision rests on has left what is known of it. */
export function isOutdated(decision: Decision, context: DocumentContext): boolean {
  return movedSince(decision, context.design, outcomesOf(context)).length > 0
}

/** What has moved since the decision was accepted, number by number; nothing while it stands on what it was taken on. */
export function outdatedBlocks(decision: Decision, context: DocumentContext): readonly Block[] {
  const moved = movedSince(decision, context.design, outcomesOf(context))
  if (moved.length === 0) return []
  const money = moneyFormatter(shownCurrency(context.design))
  const words = moved.map(({ label, unit, was, now }) => {
    const format = formatterOf(unit, money)
    return now === undefined
      ? `${label}: ${format(was)} then, not known now`
      : `${label}: ${formatSince(was, now, format).was} then, ${formatBand(now, format)} now`
  })
  return [
    callout(
      'atRisk',
      `Outdated: ${countOf(moved.length, 'number')} that it was accepted on ${moved.length === 1 ? 'has' : 'have'} moved`,
      widen(`${capital(words.join('; '))}. What was decided stands as it was signed.`),
    ),
  ]
}
