import { changesSinceReview, type Movement } from '../../threats/reviews/compare-reviews.ts'
import { paragraph, strong, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block } from '../outline.ts'
import { countOf } from '../text/numbers.ts'

const words: Readonly<Record<Movement, string>> = {
  new: 'new',
  reopened: 'reopened',
  worse: 'worse',
  treatment: 'treated otherwise',
  better: 'better',
  closed: 'closed',
  same: 'unchanged',
}

/** What changed since the last review; nothing where there was none. */
export function sinceReviewBlocks({ design, analysis }: DocumentContext): readonly Block[] {
  const { since, by, movements, counts } = changesSinceReview(design.reviews, analysis.findings)
  if (since === undefined) return []
  const moved = movements.filter(({ movement }) => movement !== 'same')
  const reviewed = `The last review was on ${since}${by === undefined ? '' : ` by ${by}`}. `
  if (moved.length === 0)
    return [paragraph([reviewed, strong(`Nothing has changed since: ${countOf(counts.same, 'threat')} as they were.`)])]
  return [
    paragraph([
      reviewed,
      strong(`${countOf(moved.length, 'threat')} moved`),
      `, ${counts.same} ${counts.same === 1 ? 'is' : 'are'} as they were.`,
    ]),
    table(
      [
        { title: 'Threat', width: 3 },
        { title: 'Movement', width: 1.2 },
        { title: 'What happened', width: 3.6 },
      ],
      moved.map(({ movement, before, now, sentence }): readonly Words[] => [
        now?.title ?? before?.title ?? '',
        words[movement],
        sentence,
      ]),
      `Since the review of ${since}`,
    ),
  ]
}
