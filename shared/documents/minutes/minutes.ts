import { nameOf } from '../../design/collections.ts'
import type { Design } from '../../design/design.ts'
import type { CaptureType } from '../../design/edit/capture.ts'
import { linesSaid, type SaidLine } from '../../design/said.ts'
import { list, paragraph, section, strong } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import { defineDocument, type DocumentContext } from '../document.ts'
import type { Block } from '../outline.ts'
import { slugOf } from '../text/file-name.ts'
import { countOf, listWords } from '../text/numbers.ts'

/** What was said on one day, on one page: the last day on which something was written down, up to the document's own. */
export const minutes = defineDocument({
  id: 'minutes',
  title: 'Minutes',
  reader: 'board',
  summary:
    'What was decided, assumed, asked, feared and put aside on the last day on which something was written down.',
  formats: ['docx', 'pdf', 'html', 'markdown'],
  hasContent: (context) => dayOf(context) !== undefined,
  fileName: (context) => `${slugOf(context.design.name)}-minutes-${dayOf(context) ?? context.date}`,
  build: (context) => {
    const { design, authors } = context
    const day = dayOf(context)
    return {
      id: 'minutes',
      title: `Minutes: ${design.name}`,
      ...(day === undefined ? {} : { subtitle: `What was said on ${day}` }),
      ...(design.client === undefined ? {} : { client: design.client }),
      authors,
      date: context.date,
      blocks: day === undefined ? [paragraph(nothing)] : minutesOf(design, day),
      footer: `Written down in the design "${design.name}"; each line stands there with what it is about.`,
    }
  },
})

const nothing = 'Nothing has been written down in a session yet.'

/** The last day on which something was said, the document's own day included. */
function dayOf({ design, date }: DocumentContext): string | undefined {
  const days = linesSaid(design).flatMap((said) => (said.date === undefined || said.date > date ? [] : [said.date]))
  return days.toSorted().at(-1)
}

const parts: readonly { readonly type: CaptureType; readonly title: string; readonly noun: string }[] = [
  { type: 'decision', title: 'Decided', noun: 'decision' },
  { type: 'assumption', title: 'Assumed', noun: 'assumption' },
  { type: 'question', title: 'To be answered', noun: 'question' },
  { type: 'risk', title: 'Feared', noun: 'risk' },
  { type: 'parked', title: 'Put aside', noun: 'parked item' },
]

function minutesOf(design: Design, day: string): readonly Block[] {
  const said = linesSaid(design).filter(({ date }) => date === day)
  const of = (type: CaptureType): readonly SaidLine[] => said.filter((line) => line.type === type)
  const people = [...new Set(said.flatMap(({ by }) => by ?? []))]
  const counts = parts.flatMap(({ type, noun }) => (of(type).length === 0 ? [] : [countOf(of(type).length, noun)]))
  return [
    paragraph(`${day}: ${listWords(counts)}${people.length === 0 ? '' : `. Said by ${listWords(people)}`}.`),
    ...parts.flatMap(({ type, title }) => {
      const lines = of(type)
      return lines.length === 0 ? [] : section(2, title, list(lines.map((line) => wordsOf(design, line))))
    }),
  ]
}

/** "Host it ourselves. (accepted) About the index. Ada." */
function wordsOf(design: Design, { text, about, by, standing }: SaidLine): Words {
  const on =
    about.length === 0
      ? ''
      : ` About ${listWords(
          about.map((id) => nameOf(design, id)),
          4,
        )}.`
  return [
    /[.!?]$/u.test(text) ? text : `${text}.`,
    ...(standing === undefined ? [] : [' ', strong(`(${standing})`)]),
    `${on}${by === undefined ? '' : ` ${by}.`}`,
  ]
}
