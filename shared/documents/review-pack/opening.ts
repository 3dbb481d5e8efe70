import type { Baseline } from '../../design/design.ts'
import { capital } from '../../design/wording.ts'
import { estimateNote } from '../deck/figures.ts'
import type { DocumentContext } from '../document.ts'
import type { Outline } from '../outline.ts'
import { countOf } from '../text/numbers.ts'
import { deviationsOf, openConditions } from './board-blocks.ts'
import { sinceBaseline, sinceWords } from './since-baseline.ts'

/** What the board's documents have on their first page. */
export function boardOpening(
  context: DocumentContext,
): Pick<Outline, 'title' | 'subtitle' | 'client' | 'authors' | 'date' | 'footer'> {
  const { design, authors, date } = context
  return {
    title: design.name,
    subtitle: 'For the review board',
    ...(design.client === undefined ? {} : { client: design.client }),
    authors,
    date,
    footer: estimateNote(context),
  }
}

/** "Since ARB v1.0, 3 elements and one number have changed", without a full stop, as the sentences below. */
export function sinceTitle(context: DocumentContext, baseline: Baseline): string {
  return `Since ${baseline.name}, ${sinceWords(context, sinceBaseline(context, baseline))} have changed`
}

/** "2 conditions of the board are open, one is overdue"; undefined where none is open. */
export function conditionTitle(context: DocumentContext): string | undefined {
  const open = openConditions(context)
  if (open.length === 0) return undefined
  const overdue = open.filter(({ due }) => due !== undefined && due < context.date).length
  const late = overdue === 0 ? 'none is overdue' : countOf(overdue, 'is overdue', 'are overdue')
  return `${capital(countOf(open.length, 'condition of the board is', 'conditions of the board are'))} open, ${late}`
}

/** "The design deviates from the house standards in 2 points"; undefined where it does not. */
export function deviationTitle(context: DocumentContext): string | undefined {
  const count = deviationsOf(context).length
  return count === 0 ? undefined : `The design deviates from the house standards in ${countOf(count, 'point')}`
}
