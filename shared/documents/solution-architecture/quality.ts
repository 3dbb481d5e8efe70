import type { Verdict } from '../../estimate/requirement-result.ts'
import { shownCurrency } from '../../kinds/figures/money-format.ts'
import { findMetric } from '../../requirements/metrics/index.ts'
import { characteristicOf, qualityModel } from '../../requirements/quality-model.ts'
import { heading, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import { countOf, widen } from '../text/numbers.ts'
import { requirementSentence, verdictWord } from '../text/sentences.ts'
import { verdictWords } from './goals.ts'
import type { Chapter } from './chapter.ts'

const order: readonly Verdict[] = ['pass', 'assumed', 'atRisk', 'fail', 'unknown', 'waived']

/** The quality tree with its requirements, and for each what the drawing makes of it. */
export function qualityRequirements(context: DocumentContext): Chapter | undefined {
  const { design, analysis, graph } = context
  const requirements = design.requirements ?? []
  if (requirements.length === 0) return undefined
  const groupOf = (metric: string, own: string | undefined): string | undefined =>
    characteristicOf(own ?? findMetric(metric)?.category ?? '')?.id
  const groups = [
    ...qualityModel.map(({ id, title }) => ({
      title,
      own: requirements.filter(({ metric, category }) => groupOf(metric, category) === id),
    })),
    { title: 'Other', own: requirements.filter(({ metric, category }) => groupOf(metric, category) === undefined) },
  ].filter(({ own }) => own.length > 0)
  const counts = order.flatMap((verdict) => {
    const count = analysis.requirements.filter((result) => result.verdict === verdict).length
    return count === 0 ? [] : [`${count} ${verdictWord(verdict)}`]
  })
  return {
    says: `${countOf(requirements.length, 'requirement')}${counts.length === 0 ? '' : `, ${counts.join(', ')}`}`,
    blocks: groups.flatMap(({ title, own }) => [
      heading(3, title),
      table(
        [{ title: 'Requirement', width: 3 }, { title: 'As drawn' }, { title: 'Why', width: 3.4 }],
        own.map((requirement): readonly Words[] => [
          requirementSentence(requirement, (id) => graph.name(id), shownCurrency(design)),
          verdictWords(requirement.id, context),
          widen(analysis.requirements.find((each) => each.requirement === requirement.id)?.arithmetic ?? '–'),
        ]),
      ),
    ]),
  }
}
