import { badge, paragraph, slide, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import { assumedNumbers } from '../closing.ts'
import type { Severity } from '../../findings/finding.ts'
import type { DocumentContext } from '../document.ts'
import type { Slide } from '../outline.ts'
import { countOf, listWords, moreIn } from '../text/numbers.ts'
import { severityBadge, whoWouldKnow } from '../text/sentences.ts'
import { capital } from '../../design/wording.ts'

const mostRows = 7

/** What nobody knows yet, and who would. */
export function questionSlide(context: DocumentContext): Slide {
  const { analysis, graph } = context
  const { questions } = analysis
  if (questions.length === 0) return settledSlide(context)
  const shown = questions.slice(0, mostRows)
  const unnamed = questions.filter(({ ask }) => ask === undefined).length
  return slide(
    `${capital(countOf(questions.length, 'question is', 'questions are'))} open; ${weightWords(questions)}`,
    [
      table(
        [
          { title: 'Question', width: 5 },
          { title: 'About', width: 2.4 },
          { title: 'Who would know', width: 2 },
          { title: 'Can change', width: 1.1 },
        ],
        shown.map((group): readonly Words[] => [
          group.text,
          listWords([...new Set(group.elements.map(({ on }) => graph.name(on)))], 2),
          whoWouldKnow(group.ask) ?? [badge('to be named', 'unknown')],
          [severityBadge(group.weight)],
        ]),
        questions.length > shown.length
          ? `The ${shown.length} that weigh most; ${moreIn(questions.length - shown.length, 'the threat model')}`
          : 'By what an answer can change',
      ),
    ],
    {
      speakerNotes:
        'Ask these while the people named here are in the room. An answer is kept with who gave it and when, and moves findings and figures at once.',
      footnote: `"Can change" is the severest finding that an answer can raise or settle. Unknown is never counted as covered.${unnamed > 0 ? ` ${capital(countOf(unnamed, 'question'))} still ${unnamed === 1 ? 'needs' : 'need'} a name.` : ''}`,
    },
  )
}

function weightWords(questions: readonly { readonly weight: Severity }[]): string {
  const heavy = questions.filter(({ weight }) => weight === 'critical' || weight === 'high').length
  if (heavy === 0) return 'none can raise more than a medium finding'
  return `${heavy === questions.length ? 'each' : heavy === 1 ? 'one' : `${heavy} of them`} can raise or settle a high or critical finding`
}

const mostAssumed = 7

/** Where nothing is asked any more: what the figures still rest on. */
function settledSlide(context: DocumentContext): Slide {
  const assumed = assumedNumbers(context, mostAssumed)
  const [first] = assumed
  const count = first?.type === 'table' ? first.rows.length : 0
  return slide(
    `No question is open: every fact that the rules ask for has been stated${count === 0 ? '' : `; ${countOf(count, 'assumed number moves', 'assumed numbers move')} the figures most`}`,
    assumed.length === 0 ? [paragraph('Answers may change; the design file keeps who gave them and when.')] : assumed,
    {
      footnote: 'Answers may change; the design file keeps who gave them and when.',
      speakerNotes:
        'Ask whether one of these assumptions sounds wrong to anybody: a better number moves the figures more than a better drawing.',
    },
  )
}
