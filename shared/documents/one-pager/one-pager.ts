import { callout, facts, list, section, strong, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import { closingFacts } from '../closing.ts'
import { askTitle, headlines } from '../deck/ask-slide.ts'
import { decisionsToTake, estimateNote, openFindings } from '../deck/figures.ts'
import { defineDocument } from '../document.ts'
import type { DocumentContext } from '../document.ts'
import type { Block } from '../outline.ts'
import { pictureInShort } from '../picture/in-short.ts'
import { slugOf } from '../text/file-name.ts'
import { countOf, listWords } from '../text/numbers.ts'
import { shorten } from '../../design/wording.ts'
import { asSentence, severityBadge } from '../text/sentences.ts'

const mostRisks = 3
const longestAdvice = 160
const mostDecisions = 4

/** The whole on one page for who decides: outcome, picture, cost, risks, decisions, timeline, and how sure it is. */
export const onePager = defineDocument({
  id: 'one-pager',
  title: 'Executive one-pager',
  reader: 'board',
  summary: 'Outcome, picture, cost range, the three largest risks, decisions needed and timeline on one page.',
  formats: ['docx', 'pdf', 'html', 'markdown'],
  showsSwitchedOff: true,
  fileName: ({ design }) => `${slugOf(design.name)}-one-pager`,
  build: (context) => {
    const { design, authors, date } = context
    return {
      id: 'one-pager',
      title: design.name,
      subtitle: 'Executive summary',
      ...(design.client === undefined ? {} : { client: design.client }),
      authors,
      date,
      blocks: [
        callout('accent', askTitle(context), outcome(context)),
        facts(figures(context)),
        ...pictureInShort(context),
        ...risks(context),
        ...decisions(context),
        ...timeline(context),
        closingFacts(context),
      ],
      footer: estimateNote(context),
      isOnePage: true,
    }
  },
})

/** Without the stage: a page has no room for what its readers know. */
function figures(context: DocumentContext): Readonly<Record<string, Words | undefined>> {
  const { Stage: _stage, ...rest } = headlines(context)
  return rest
}

function outcome({ design }: DocumentContext): string {
  const { framing } = design
  const said = [framing?.problem, framing?.decision, design.summary].filter(
    (text) => text !== undefined && text.trim() !== '',
  )
  return said
    .slice(0, 2)
    .map((text) => asSentence(text ?? ''))
    .join(' ')
}

function risks(context: DocumentContext): readonly Block[] {
  const open = openFindings(context)
  const shown = open.slice(0, mostRisks)
  return section(
    2,
    shown.length === 1 ? 'The largest risk' : `The ${shown.length} largest risks of ${open.length}`,
    ...(shown.length === 0
      ? []
      : [
          table(
            [
              { title: 'Risk', width: 2.2 },
              { title: 'Severity', width: 0.8 },
              { title: 'What helps', width: 4.2 },
            ],
            shown.map((finding): readonly Words[] => [
              [strong(finding.title)],
              [severityBadge(finding.severity)],
              asSentence(shorten(finding.fix, longestAdvice)),
            ]),
          ),
        ]),
  )
}

function decisions({ design }: DocumentContext): readonly Block[] {
  const open = decisionsToTake(design)
  return section(
    2,
    `${countOf(open.length, 'decision')} needed`.replace(/^./, (letter) => letter.toUpperCase()),
    ...(open.length === 0
      ? []
      : [
          list(
            open.slice(0, mostDecisions).map((decision): Words => [
              strong(decision.name),
              decision.options.length === 0
                ? '.'
                : `: ${listWords(
                    decision.options.map(({ title }) => title),
                    4,
                  )}.`,
            ]),
          ),
        ]),
  )
}

/** Phases with a date, and work with a day by which it is due. */
function timeline({ design }: DocumentContext): readonly Block[] {
  const phases = (design.variants ?? []).flatMap(({ type, name, date }) =>
    type === 'phase' && date !== undefined ? [{ date, name }] : [],
  )
  const work = (design.workItems ?? []).flatMap(({ name, due, status }) =>
    due === undefined || status === 'done' ? [] : [{ date: due, name }],
  )
  const dated = [...phases, ...work].toSorted((a, b) => (a.date < b.date ? -1 : 1)).slice(0, 6)
  return section(
    2,
    `Timeline until ${dated.at(-1)?.date ?? ''}`,
    ...(dated.length === 0 ? [] : [list(dated.map(({ date, name }): Words => [strong(date), ` ${name}`]))]),
  )
}
