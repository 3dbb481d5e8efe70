import { bandSentence, scoreWords } from '../../decisions/recommend.ts'
import { type Matrix, sideOf } from '../../decisions/matrix.ts'
import type { Decision, Design } from '../../design/design.ts'
import { list, slide, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import { shorten } from '../../design/wording.ts'
import type { DocumentContext } from '../document.ts'
import type { Slide } from '../outline.ts'
import { countOf, listWords } from '../text/numbers.ts'
import { matrixRows } from '../trade-off/matrix-blocks.ts'
import { canBeWeighed, openMemo } from '../trade-off/memo.ts'
import { turnWords } from '../trade-off/recommendation-blocks.ts'
import { decisionsToTake } from './figures.ts'

const mostCriteria = 7
const mostTurns = 2
/** Letters of a name that a column of a slide has room for. */
const longestName = 40

/**
 * The open decision that can be weighed, with its matrix; where none is open, the last one that was taken between
 * drawings; nothing where there is no such decision.
 */
export function optionsSlide(context: DocumentContext): readonly Slide[] {
  const decision =
    decisionsToTake(context.design).find((each) => canBeWeighed(context, each)) ??
    takenBetweenDrawings(context.design).find((each) => canBeWeighed(context, each))
  if (decision === undefined) return []
  const memo = openMemo(context, decision, longestName)
  const { matrix } = memo
  const { columns, criteria, sums } = matrixRows(memo)
  const band = bandSentence(matrix)
  const turns = matrix.sensitivity.filter(({ below, above }) => below !== undefined || above !== undefined)
  const points: readonly Words[] = [
    ...(band === '' ? [] : [band]),
    ...turns.slice(0, mostTurns).map((each) => turnWords(each, memo)),
  ]
  const more = criteria.length - mostCriteria
  return [
    slide(
      decision.status === 'accepted'
        ? takenTitle(decision, matrix)
        : titleOf(shorten(decision.name, longestName), matrix),
      [
        table(
          columns,
          [...criteria.slice(0, mostCriteria), ...sums],
          more > 0 ? `Scores from 1 to 5; ${more} more criteria are in the memo` : 'Scores from 1 to 5',
        ),
        ...(points.length === 0 ? [] : [list(points)]),
      ],
      {
        id: 'options',
        speakerNotes:
          'Agree on the weights before anybody looks at the totals. An option is out when it misses what it must meet, whatever its total.',
        footnote: 'The memo of this decision says where each score comes from.',
      },
    ),
  ]
}

/** Decisions that chose one of at least two drawings, the last one first. */
function takenBetweenDrawings({ decisions = [] }: Design): readonly Decision[] {
  const drawn = ({ options }: Decision): number => options.filter((option) => sideOf(option) !== undefined).length
  return decisions
    .filter((decision) => decision.status === 'accepted' && decision.chosen !== undefined && drawn(decision) > 1)
    .toSorted((a, b) => b.number - a.number)
}

/** "Where it runs: decided for A, which comes first with 4.1 of 5". */
function takenTitle({ name, options, chosen }: Decision, { options: weighed, first }: Matrix): string {
  const title = options.find(({ id }) => id === chosen)?.title ?? ''
  const [one, winner] = [chosen, first].map((id) => weighed.find(({ option }) => option === id))
  const lead = `${shorten(name, longestName)}: decided for ${shorten(title, longestName)}`
  if (one === undefined || winner === undefined) return lead
  if (one === winner) return `${lead}, which comes first with ${scoreWords(one, weighed)} of 5`
  return `${lead}; by the numbers of today ${winner.title} comes first with ${scoreWords(winner, weighed)} of 5`
}

function titleOf(name: string, { options, ranking, first, questions }: Matrix): string {
  const [one, other] = ranking.map((id) => options.find(({ option }) => option === id))
  if (first === undefined || one === undefined)
    return `${name}: ${questions.length === 0 ? `${countOf(ranking.length, 'option')} are level` : `${countOf(questions.length, 'open question')} still ${questions.length === 1 ? 'decides' : 'decide'} between ${countOf(options.length, 'option')}`}`
  const out = options.filter(({ knockedOutBy }) => knockedOutBy.length > 0).map(({ title }) => title)
  return `${name}: ${one.title} comes first with ${scoreWords(one, options)} of 5${other === undefined ? '' : `, before ${other.title} with ${scoreWords(other, options)}`}${out.length === 0 ? '' : `; ${listWords(out, 2)} ${out.length === 1 ? 'is' : 'are'} out`}`
}
