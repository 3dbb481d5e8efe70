import type { Design } from '../../design/design.ts'
import { labels } from '../../governance/ai-act/act-tier.ts'
import { questionOf } from '../../governance/ai-act/questions.ts'
import type { Obligation } from '../../governance/ai-act/find-obligations.ts'
import type { GovernanceAssessment } from '../../governance/assess-governance.ts'
import { evidenceObjects } from '../../governance/evidence/objects.ts'
import { confirmationOf, isPrintable, lawOf, laws } from '../../governance/laws/index.ts'
import { generalPurposeSentence, rolesSentence, tierSentence } from '../../governance/words.ts'
import { badge, callout, facts, list, paragraph, table } from '../blocks.ts'
import type { Block, Text } from '../outline.ts'
import { countOf } from '../text/numbers.ts'

/** The result of the questionnaire, and what still decides it. */
export function resultBlocks({ act }: GovernanceAssessment): readonly Block[] {
  const contradictions = act.questions.flatMap(({ contradiction }) => contradiction ?? [])
  return [
    facts({
      Tier: tierSentence(act),
      Role: rolesSentence(act),
      'Duties of a model provider': generalPurposeSentence(act),
    }),
    ...(act.decidedBy.length === 0
      ? []
      : [
          paragraph('These questions decide the tier and are open:'),
          list(act.decidedBy.map((id) => `${questionOf(id).text} (${questionOf(id).ask})`)),
        ]),
    ...(contradictions.length === 0
      ? []
      : [callout('atRisk', 'The drawing has changed since it was answered', contradictions.join(' '))]),
  ]
}

/** Every question that matters with its answer, whose it is, and why. */
export function questionBlocks({ act }: GovernanceAssessment): readonly Block[] {
  const rows = act.questions
    .filter(({ matters, options }) => matters || options !== undefined)
    .map(({ id, options, from, answer, proposal }): readonly (string | Text)[] => {
      const question = questionOf(id)
      const who = [answer?.by, answer?.date].filter((word) => word !== undefined).join(', ')
      return [
        `${question.number}. ${question.text}`,
        options === undefined ? [badge('open', 'unknown')] : labels(question, options),
        from === 'person'
          ? who === ''
            ? 'a person'
            : who
          : from === 'drawing'
            ? [badge('not confirmed', 'assumed')]
            : question.ask,
        // What only points the person who answers may speak of the law: it stays in the studio.
        (from === 'person' ? answer?.rationale : from === 'drawing' ? proposal?.because : undefined) ?? '',
      ]
    })
  return [
    table(
      [
        { title: 'Question', width: 0.36 },
        { title: 'Answer', width: 0.2 },
        { title: 'Whose', width: 0.2 },
        { title: 'Why', width: 0.24 },
      ],
      rows,
    ),
  ]
}

/** Duties of which every legal fact was read at its source or confirmed by a person. */
export function printableDuties({ obligations }: GovernanceAssessment, design: Design): readonly Obligation[] {
  return obligations.filter(({ laws: rests }) => rests.every((id) => isPrintable(design, id)))
}

export const dutyColumns = [
  { title: 'Provision', width: 0.14 },
  { title: 'Duty', width: 0.4 },
  { title: 'Applies from', width: 0.14 },
  { title: 'Evidence missing', width: 0.32 },
]

/** One duty as a row under those columns. */
export function dutyCells({ provision, says, appliesFrom, inForce, missing }: Obligation): readonly string[] {
  const titleOf = (id: string) => evidenceObjects.find((each) => each.id === id)?.title ?? id
  return [
    provision,
    says,
    appliesFrom === undefined ? 'disputed' : `${appliesFrom}${inForce === true ? ', applies' : ''}`,
    missing.map(titleOf).join('; '),
  ]
}

/** Duties with their days. A legal fact that nobody read at its source stays out until a person confirms it. */
export function dutyBlocks(governance: GovernanceAssessment, design: Design): readonly Block[] {
  const { obligations } = governance
  if (obligations.length === 0) return [paragraph('The answers so far bring no duty.')]
  const printable = printableDuties(governance, design)
  const held = obligations.length - printable.length
  return [
    ...(printable.length === 0 ? [] : [table(dutyColumns, printable.map(dutyCells))]),
    ...(held === 0
      ? []
      : [
          callout(
            'unknown',
            `${countOf(held, 'duty', 'duties')} not printed`.replace(/^./, (letter) => letter.toUpperCase()),
            'The legal facts that they rest on were not read at their source, and nobody has confirmed them. They are printed once somebody does, on the governance page.',
          ),
        ]),
  ]
}

/** Where the legal facts of this document come from: those that may be printed. */
export function lawBlocks(design: Design): readonly Block[] {
  const rows = laws
    .filter(({ id }) => isPrintable(design, id))
    .map((law) => {
      const word = confirmationOf(design, law.id)
      return [
        law.title,
        law.provision,
        law.says,
        law.appliesFrom ?? '',
        word === undefined
          ? `read at its source, ${law.checkedOn}`
          : `confirmed by ${word.by ?? ''}, ${word.date ?? ''}`,
        law.source.url,
      ]
    })
  if (rows.length === 0) return []
  return [table(['Act', 'Provision', 'What it says', 'Applies from', 'Standing', 'Source'], rows)]
}

/** How many legal facts are left out, since nobody has read them at their source. */
export function unreadLaws(design: Design): readonly Block[] {
  const held = laws.filter(({ id }) => !isPrintable(design, id)).length
  if (held === 0) return []
  const words = `${countOf(held, 'legal fact')} not printed, because nobody has confirmed ${held === 1 ? 'it' : 'them'} at the source.`
  return [paragraph(words.replace(/^./, (letter) => letter.toUpperCase()))]
}

/** Whether all that a chapter says of the law may be printed. */
export function mayPrint(design: Design, ...ids: readonly string[]): boolean {
  return ids.every((id) => isPrintable(design, lawOf(id).id))
}
