import { nameOf } from '../../design/collections.ts'
import type { Design } from '../../design/design.ts'
import type { CaptureType } from '../../design/edit/capture.ts'
import { capital } from '../../design/wording.ts'
import { linesSaid, type SaidLine } from '../../design/said.ts'
import { paragraph, section, strong, table } from '../blocks.ts'
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
  const who = people.length === 0 ? '' : ` Said by: ${listWords(people)}.`
  return [
    paragraph(`${capital(listWords(counts))}.${who}`),
    ...parts.flatMap(({ type, title, noun }) => {
      const lines = of(type)
      return lines.length === 0 ? [] : section(2, title, linesTable(design, capital(noun), lines, people.length > 1))
    }),
  ]
}

/** Who said it stands at each line where several people spoke. */
function linesTable(design: Design, title: string, lines: readonly SaidLine[], namesEach: boolean): Block {
  return table(
    [{ title, width: 5 }, { title: 'About', width: 2.2 }, ...(namesEach ? [{ title: 'Said by', width: 1.6 }] : [])],
    lines.map(({ text, about, by = '', standing }) => [
      standing === undefined ? text : [text, ' ', strong(`(${standing})`)],
      listWords(
        about.map((id) => nameOf(design, id)),
        4,
      ),
      ...(namesEach ? [by] : []),
    ]),
  )
}
