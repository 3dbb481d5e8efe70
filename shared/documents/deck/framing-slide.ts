import type { AnswerKind, Framing, Measure } from '../../design/design.ts'
import { list, slide, strong, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block, Slide } from '../outline.ts'
import { countOf, listWords } from '../text/numbers.ts'
import { asSentence, asTitle } from '../text/sentences.ts'
import { capital, smallTitle } from '../../design/wording.ts'

/** Rows that fit at a size that is read from the back of a room. */
const mostAnswers = 5
const mostMeasures = 3
const mostNonGoals = 3

/**
 * What we set out to do, from the framing sheet: why, for whom, measured by what, and what it is not for; then how a
 * wrong answer is met. No slide about what the sheet does not say.
 */
export function framingSlides({ design }: DocumentContext): readonly Slide[] {
  const { framing } = design
  if (framing === undefined) return []
  const points = pointsOf(framing)
  const { answers = [] } = framing
  const footnote = 'From the framing sheet, as the people in the room said it.'
  const slides: Slide[] = []
  if (points.length > 0) {
    slides.push(
      slide(aimTitle(framing), [list(points)], {
        id: 'aim',
        footnote,
        speakerNotes: aimNotes(framing),
      }),
    )
  }
  if (answers.length > 0)
    slides.push(
      slide(answerTitle(answers), [answerTable(answers)], {
        id: 'answers',
        footnote,
        speakerNotes:
          'Take one wrong answer through with the people who use it: who notices, how soon, and what they do then.',
      }),
    )
  return slides
}

function aimNotes({ measures = [] }: Framing): string {
  if (measures.length === 0)
    return 'Ask by which figure the people in the room would see that it works, and what it is today.'
  return `Ask who measures ${measures.length === 1 ? 'this figure' : 'each of these figures'}, from when on, and who answers for it.`
}

function aimTitle({ measures = [] }: Framing): string {
  if (measures.length === 0) return 'We set out with no measure of success agreed yet'
  const [first] = measures.map((measure) => smallTitle(asTitle(measureWords(measure))))
  const start = `${capital(countOf(measures.length, 'figure says', 'figures say'))} whether it works`
  return `${start}${measures.length > 1 ? ', first of all' : ':'} ${first ?? ''}`
}

function answerTitle(answers: readonly AnswerKind[]): string {
  const met = answers.filter(({ fallback }) => fallback !== undefined).length
  const start = `${capital(countOf(answers.length, 'kind of answer', 'kinds of answer'))} can be wrong`
  if (answers.length === 1) return `${start}, and it has ${met === 0 ? 'no' : 'a'} fallback`
  return `${start}, and ${met === answers.length ? 'each' : met === 0 ? 'none' : `${met} of them`} ${met > 1 && met < answers.length ? 'have' : 'has'} a fallback`
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
            nonGoals.map((each) => smallTitle(asTitle(each))),
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
