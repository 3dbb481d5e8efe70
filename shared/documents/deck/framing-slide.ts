import type { AnswerKind, Framing, Measure } from '../../design/design.ts'
import { list, slide, strong, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block, Slide } from '../outline.ts'
import { countOf, listWords } from '../text/numbers.ts'
import { asSentence, asTitle } from '../text/sentences.ts'

/** Rows that fit beside the list, at a size that is read from the back of a room. */
const mostAnswers = 4
const mostMeasures = 3
const mostNonGoals = 3

/**
 * What we set out to do, from the framing sheet: why, for whom, measured by what, what it is not for, and how a wrong
 * answer is met. None while the sheet is empty.
 */
export function framingSlide({ design }: DocumentContext): Slide | undefined {
  const { framing } = design
  const points = framing === undefined ? [] : pointsOf(framing)
  const answers = framing?.answers ?? []
  if (framing === undefined || points.length + answers.length === 0) return undefined
  const blocks: Block[] = []
  if (points.length > 0) blocks.push(list(points))
  if (answers.length > 0) blocks.push(answerTable(answers))
  return slide(titleOf(framing), blocks, {
    footnote: 'From the framing sheet, as the people in the room said it.',
    speakerNotes: framing.problem ?? framing.decision ?? design.name,
  })
}

function titleOf({ answers = [], measures = [] }: Framing): string {
  const aims =
    measures.length === 0
      ? 'We set out with no measure of success agreed yet'
      : `We set out to be measured by ${listWords(
          measures.map(({ name }) => lowerFirst(asTitle(name))),
          2,
        )}`
  const met = answers.filter(({ fallback }) => fallback !== undefined).length
  if (answers.length === 0) return `${aims}, and have not said yet how a wrong answer is met`
  const fallbacks =
    met === answers.length ? 'each kind of answer' : `${met} of ${countOf(answers.length, 'kind')} of answer`
  return `${aims}, with a fallback for ${fallbacks}`
}

function pointsOf({ problem, users, decision, baseline, measures = [], nonGoals = [] }: Framing): readonly Words[] {
  const said = (label: string, text: string | undefined): readonly Words[] =>
    text === undefined ? [] : [[strong(`${label}: `), asSentence(text)]]
  return [
    ...said('Problem', problem),
    ...said('For', users),
    ...said('Supports', decision),
    ...said('Today', baseline),
    ...measures
      .slice(0, mostMeasures)
      .map((measure): Words => [strong('Success: '), asSentence(measureWords(measure))]),
    ...said(
      'Not for',
      nonGoals.length === 0
        ? undefined
        : listWords(
            nonGoals.map((each) => lowerFirst(asTitle(each))),
            mostNonGoals,
          ),
    ),
  ]
}

function measureWords({ name, baseline, aim }: Measure): string {
  const from = baseline === undefined ? '' : `, today ${baseline}`
  return `${name}${from}${aim === undefined ? '' : `, aim ${aim}`}`
}

/** Columns stay empty where nobody has said it: that is shown, not hidden. */
function answerTable(answers: readonly AnswerKind[]): Block {
  const more = answers.length - mostAnswers
  return table(
    [
      { title: 'Kind of answer', width: 2 },
      { title: 'How it can be wrong', width: 3 },
      { title: 'Who notices', width: 2 },
      { title: 'What the user sees', width: 2.4 },
      { title: 'Fallback', width: 2.4 },
    ],
    answers
      .slice(0, mostAnswers)
      .map(({ name, wrong, noticedBy, shown, fallback }) =>
        [name, wrong, noticedBy, shown, fallback].map((words) => words ?? 'not said yet'),
      ),
    more > 0 ? `How a wrong answer is met; ${more} more on the sheet` : 'How a wrong answer is met',
  )
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
