import { callout, facts, factsOf, list, paragraph, section, strong, table, unstated } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import { closingFacts } from '../closing.ts'
import { askTitle, headlines } from '../deck/ask-slide.ts'
import { decisionsToTake, estimateNote, openFindings } from '../deck/figures.ts'
import { defineDocument } from '../document.ts'
import type { DocumentContext } from '../document.ts'
import type { Block, Outline } from '../outline.ts'
import { pictureInShort } from '../picture/in-short.ts'
import { slugOf } from '../text/file-name.ts'
import { countOf, listWords } from '../text/numbers.ts'
import { capital } from '../../design/wording.ts'
import { asSentence, severityBadge, whoWouldKnow } from '../text/sentences.ts'
import { standsOnOnePage } from '../writers/docx/page-fill.ts'
import { type Measure, measures, scantest, withMore } from './measure.ts'

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
    const { design, authors, date, brand } = context
    const footer = estimateNote(context)
    return {
      id: 'one-pager',
      title: design.name,
      subtitle: 'Executive summary',
      ...(design.client === undefined ? {} : { client: design.client }),
      authors,
      date,
      blocks: fittingBlocks(context, { footer, ...(brand === undefined ? {} : { brand }) }),
      footer,
      isOnePage: true,
    }
  },
})

/** All that is to be said, in the fullest measure that stands on one page; in the scantest where none does. */
function fittingBlocks(context: DocumentContext, around: Pick<Outline, 'brand' | 'footer'>): readonly Block[] {
  const pictures = new Map<number, readonly Block[]>([[0, []]])
  const pictureOf = (cards: number): readonly Block[] => {
    const drawn = pictures.get(cards) ?? pictureInShort(context, cards)
    pictures.set(cards, drawn)
    return drawn
  }
  const blocksIn = (measure: Measure): readonly Block[] => blocksOf(context, measure, pictureOf(measure.cards))
  const isRoomFor = (measure: Measure): boolean => standsOnOnePage({ ...around, blocks: blocksIn(measure) })
  const fitting = measures.find(isRoomFor)
  return blocksIn(fitting === undefined ? scantest : withMore(fitting, isRoomFor))
}

function blocksOf(context: DocumentContext, measure: Measure, picture: readonly Block[]): readonly Block[] {
  return [
    callout('accent', askTitle(context), outcome(context, measure)),
    facts(figures(context)),
    ...picture,
    ...risks(context, measure),
    ...decisions(context, measure),
    ...timeline(context, measure),
    ...questions(context, measure),
    closingFacts(context, measure.rests),
  ]
}

function figures(context: DocumentContext): Readonly<Record<string, Words | undefined>> {
  const { Stage: _stage, ...rest } = headlines(context)
  return rest
}

function outcome({ design }: DocumentContext, measure: Measure): string {
  const { framing } = design
  const said = [framing?.problem, framing?.decision, design.summary].filter(
    (text) => text !== undefined && text.trim() !== '',
  )
  const shown = said.slice(0, 2)
  return shown.map((text) => asSentence(cutAtSentence(text ?? '', measure.outcome / shown.length))).join(' ')
}

function risks(context: DocumentContext, measure: Measure): readonly Block[] {
  const open = openFindings(context)
  const shown = open.slice(0, measure.risks)
  return section(
    2,
    risksTitle(shown.length, open.length),
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
              asSentence(cutAtSentence(finding.fix, measure.advice)),
            ]),
          ),
        ]),
  )
}

function risksTitle(shown: number, open: number): string {
  if (shown < open) return shown === 1 ? `The largest risk of ${open}` : `The ${shown} largest risks of ${open}`
  return open === 1 ? 'The one open risk' : `The ${open} open risks`
}

function decisions({ design }: DocumentContext, measure: Measure): readonly Block[] {
  const open = decisionsToTake(design)
  const shown = open.slice(0, measure.decisions)
  return section(
    2,
    shown.length < open.length
      ? `The first ${shown.length} of ${open.length} decisions needed`
      : capital(`${countOf(open.length, 'decision')} needed`),
    ...(open.length === 0
      ? []
      : [
          list(
            shown.map((decision): Words => [
              strong(cutAtWord(decision.name, measure.name)),
              decision.options.length === 0 || !measure.options
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
function timeline({ design }: DocumentContext, measure: Measure): readonly Block[] {
  const phases = (design.variants ?? []).flatMap(({ type, name, date }) =>
    type === 'phase' && date !== undefined ? [{ date, name }] : [],
  )
  const work = (design.workItems ?? []).flatMap(({ name, due, status }) =>
    due === undefined || status === 'done' ? [] : [{ date: due, name }],
  )
  const dated = [...phases, ...work].toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const shown = dated.slice(0, measure.dates)
  return section(
    2,
    shown.length < dated.length
      ? `Timeline: the first ${shown.length} of ${dated.length} dates`
      : `Timeline until ${shown.at(-1)?.date ?? ''}`,
    ...(shown.length === 0
      ? []
      : [
          datesBlock(
            shown.map(({ date, name }) => ({ label: date, value: cutAtWord(name, measure.due) })),
            measure,
          ),
        ]),
  )
}

/** What nobody knows yet and an answer can change most, where there is room for it. */
function questions({ analysis }: DocumentContext, measure: Measure): readonly Block[] {
  const { questions: open } = analysis
  const shown = open.slice(0, measure.questions)
  return section(
    2,
    shown.length < open.length
      ? `The ${shown.length} of ${open.length} open questions that weigh most`
      : `${capital(countOf(open.length, 'question'))} still open`,
    ...(shown.length === 0
      ? []
      : [
          table(
            [
              { title: 'Question', width: 4.2 },
              { title: 'Can change', width: 0.9 },
              { title: 'Who would know', width: 1.4 },
            ],
            shown.map(({ text, weight, ask }): readonly Words[] => [
              text,
              [severityBadge(weight)],
              whoWouldKnow(ask) ?? [unstated('to be named')],
            ]),
          ),
        ]),
  )
}

function datesBlock(dates: readonly { readonly label: string; readonly value: string }[], measure: Measure): Block {
  if (measure.dateRows) return factsOf(dates)
  return paragraph(
    dates.flatMap(({ label, value }, index) => [
      strong(label),
      index === dates.length - 1 ? ` ${value}` : ` ${value} · `,
    ]),
  )
}

/** The sentences, or first ways out of several, that fit into so many letters; where not one does, the words of it. */
function cutAtSentence(words: string, length: number): string {
  if (words.length <= length) return words
  const whole = /^.*(?=[.;!?] |, or )/su.exec(words.slice(0, length + 2))?.[0] ?? ''
  return whole.length < length / 3 ? cutAtWord(words, length) : whole
}

/** The words that fit into so many letters: no reader guesses what half a word was. */
function cutAtWord(words: string, length: number): string {
  if (words.length <= length) return words
  const whole = words.slice(0, length - 1).replace(/[\s,;:.]+\S*$/, '')
  return `${whole === '' ? words.slice(0, length - 1) : whole}…`
}
