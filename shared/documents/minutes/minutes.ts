import { nameOf } from '../../design/collections.ts'
import type { Assumption, Decision, Design, Id, Question, Said } from '../../design/design.ts'
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
  summary:
    'What was decided, assumed, asked, feared and put aside on the last day on which something was written down.',
  formats: ['markdown', 'html', 'pdf'],
  showsAccepted: true,
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

/** All that a person said, of any kind. */
function saidIn(design: Design): readonly Said[] {
  const { decisions = [], assumptions = [], questions = [], risks = [], parked = [] } = design
  return [...decisions, ...assumptions, ...questions, ...risks, ...parked]
}

/** The last day on which something was said, the document's own day included. */
function dayOf({ design, date }: DocumentContext): string | undefined {
  const days = saidIn(design).flatMap((said) => (said.date === undefined || said.date > date ? [] : [said.date]))
  return days.toSorted().at(-1)
}

function minutesOf(design: Design, day: string): readonly Block[] {
  const onDay = <S extends Said>(said: readonly S[] | undefined): readonly S[] =>
    (said ?? []).filter(({ date }) => date === day)
  const [decisions, assumptions, questions, risks, parked] = [
    onDay(design.decisions),
    onDay(design.assumptions),
    onDay(design.questions),
    onDay(design.risks),
    onDay(design.parked),
  ]
  const people = [
    ...new Set([...decisions, ...assumptions, ...questions, ...risks, ...parked].flatMap(({ by }) => by ?? [])),
  ]
  const line = (text: string, said: Said, about: readonly Id[] = [], standing?: string): Words => [
    /[.!?]$/u.test(text) ? text : `${text}.`,
    ...(standing === undefined ? [] : [' ', strong(standing)]),
    background(design, said, about),
  ]
  const items = (title: string, lines: readonly Words[]): readonly Block[] =>
    lines.length === 0 ? [] : section(2, `${title} (${lines.length})`, list(lines))
  const counts = [
    [decisions.length, 'decision'],
    [assumptions.length, 'assumption'],
    [questions.length, 'question'],
    [risks.length, 'risk'],
    [parked.length, 'parked item'],
  ] as const
  const summary = listWords(counts.flatMap(([count, noun]) => (count === 0 ? [] : [countOf(count, noun)])))
  return [
    paragraph(`${day}: ${summary}${people.length === 0 ? '' : `. Said by ${listWords(people)}`}.`),
    ...items(
      'Decided',
      decisions.map((one) => line(`ADR-${one.number}: ${one.name}`, one, one.about, decisionWords(one))),
    ),
    ...items(
      'Assumed',
      assumptions.map((one) => line(one.statement, one, one.about, assumptionWords(one))),
    ),
    ...items(
      'To be answered',
      questions.map((one) => line(one.text, one, one.about === undefined ? [] : [one.about.on], questionWords(one))),
    ),
    ...items(
      'Feared',
      risks.map((one) => line(one.statement, one, one.about)),
    ),
    ...items(
      'Put aside',
      parked.map((one) => line(one.text, one, one.about)),
    ),
  ]
}

/** " About the index. Ada." */
function background(design: Design, { by }: Said, about: readonly Id[]): string {
  const names = about.map((id) => nameOf(design, id))
  const on = names.length === 0 ? '' : ` About ${listWords(names, 4)}.`
  return `${on}${by === undefined ? '' : ` ${by}.`}`
}

function decisionWords({ status }: Decision): string | undefined {
  return status === 'proposed' ? undefined : `(${status})`
}

function assumptionWords({ status, owner }: Assumption): string | undefined {
  if (status !== 'open') return `(${status})`
  return owner === undefined ? undefined : `(${owner} knows)`
}

function questionWords({ answer, ask }: Question): string | undefined {
  if (answer !== undefined) return `(${answer})`
  return ask === undefined ? undefined : `(${ask} knows)`
}
