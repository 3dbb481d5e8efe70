import { capital } from '../../design/wording.ts'
import { uncapital } from '../text/words.ts'
import { evidenceWords, indicative, rolesSentence, tierSentence } from '../../governance/words.ts'
import { badge, slide, strong, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import { dutyCells, dutyColumns, printableDuties } from '../governance/act-blocks.ts'
import { governanceOf } from '../governance/governance-of.ts'
import { applicable, doneOf } from '../governance/readiness-blocks.ts'
import { evidenceTones } from '../governance/tables.ts'
import type { Slide } from '../outline.ts'
import { countOf, listWords, moreIn } from '../text/numbers.ts'

const mostDuties = 6
const mostKinds = 4
const mostLines = 2

/** Tier, duties and readiness, where people have answered the questionnaire; nothing before. */
export function governanceSlides(context: DocumentContext): readonly Slide[] {
  const answered = Object.keys(context.design.answers ?? {}).some((key) => key.startsWith('ai-act.'))
  return answered ? [actSlide(context), readinessSlide(context)] : []
}

const note = `${indicative} from the drawing and what people answered; no legal advice.`

/** Titles of lines have commas of their own: "It was tested; a red team has attacked it; 2 more". */
function linesWords(titles: readonly string[]): string {
  const [first = '', ...rest] = titles.slice(0, mostLines)
  const more = titles.length - mostLines
  return [first, ...rest.map(uncapital), ...(more > 0 ? [`${more} more`] : [])].join('; ')
}

const actNotes =
  'The tier follows from the answers of people to the questionnaire. Legal confirms it; an answer that changes changes the duties.'

function actSlide(context: DocumentContext): Slide {
  const governance = governanceOf(context)
  const { act, obligations } = governance
  const lacking = obligations.filter(({ missing }) => missing.length > 0).length
  const printable = printableDuties(governance, context.design)
  const held = obligations.length - printable.length
  // Those that apply first and have nothing to show come first.
  const shown = printable
    .toSorted(
      (a, b) =>
        Number(b.missing.length > 0) - Number(a.missing.length > 0) ||
        ((a.appliesFrom ?? '9999') < (b.appliesFrom ?? '9999') ? -1 : 1),
    )
    .slice(0, mostDuties)
  const more = printable.length - shown.length
  const unprinted =
    held === 0
      ? ''
      : `Not printed: ${countOf(held, 'duty', 'duties')}; nobody has confirmed the legal facts behind ${held === 1 ? 'it' : 'them'} at the source.`
  const decides =
    act.decidedBy.length === 0
      ? ''
      : `${capital(countOf(act.decidedBy.length, 'open question still decides', 'open questions still decide'))} the tier.`
  const title = `EU AI Act: ${tierSentence(act)}; ${countOf(obligations.length, 'duty', 'duties')}, ${lacking === 0 ? 'each with evidence' : `${lacking} without all evidence`}`
  if (shown.length === 0)
    return slide(
      title,
      [
        table(
          [
            { title: 'Evidence that the duties need', width: 3 },
            { title: 'Status' },
            { title: 'What shows it, or is missing', width: 5 },
          ],
          governance.evidence
            .filter(({ id }) => obligations.some((duty) => duty.evidence.includes(id)))
            .slice(0, mostDuties)
            .map(({ title: kind, status, says }): readonly Words[] => [
              [strong(kind)],
              [badge(evidenceWords[status].toLowerCase(), evidenceTones[status])],
              says,
            ]),
          captionOf([`Role: ${rolesSentence(act)}.`, decides, unprinted]),
        ),
      ],
      { id: 'ai-act', footnote: note, speakerNotes: actNotes },
    )
  const told = more > 0 ? `Those without evidence first; ${moreIn(more, 'the governance report')}.` : ''
  return slide(
    title,
    [table(dutyColumns, shown.map(dutyCells), captionOf([`Role: ${rolesSentence(act)}.`, decides, told, unprinted]))],
    { id: 'ai-act', footnote: note, speakerNotes: actNotes },
  )
}

function captionOf(sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

function readinessSlide(context: DocumentContext): Slide {
  const { readiness, evidence } = governanceOf(context)
  const asked = applicable(readiness)
  const missing = evidence.filter(({ status }) => status === 'missing')
  const gates = [...new Set(asked.map(({ gate }) => gate))]
  const openAt = (gate: string) => asked.filter((item) => item.gate === gate && item.state === 'open')
  const closed = gates.filter((gate) => openAt(gate).length === 0)
  return slide(
    `${doneOf(asked)} of ${asked.length} lines of production readiness are done; ${missing.length === 0 ? 'no kind of evidence is missing' : `${countOf(missing.length, 'kind of evidence is', 'kinds of evidence are')} missing`}`,
    [
      table(
        [
          { title: 'Gate', width: 2 },
          { title: 'Done', align: 'right', width: 0.8 },
          { title: 'Open', align: 'right', width: 0.8 },
          { title: 'Lines that are open', width: 6 },
        ],
        gates
          .filter((gate) => openAt(gate).length > 0)
          .map((gate): readonly Words[] => {
            const open = openAt(gate)
            const items = asked.filter((item) => item.gate === gate)
            return [
              [strong(gate)],
              String(items.length - open.length),
              String(open.length),
              linesWords(open.map(({ title }) => title)),
            ]
          }),
        closed.length === 0
          ? 'Gate by gate'
          : `Gates with open lines; nothing is open at ${listWords(closed.map((gate) => gate.toLowerCase()))}`,
      ),
    ],
    {
      id: 'readiness',
      speakerNotes:
        'Each open line needs an owner and a date before people depend on it. A line that is done rests on the drawing or on evidence that somebody linked.',
      footnote:
        missing.length === 0
          ? note
          : `Evidence missing: ${listWords(
              missing.map(({ title }) => title),
              mostKinds,
            )}. ${note}`,
    },
  )
}
