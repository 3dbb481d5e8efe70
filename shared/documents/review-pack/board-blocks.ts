import type { Condition } from '../../design/design.ts'
import type { Finding } from '../../findings/finding.ts'
import { deviationOf } from '../../standards/exception.ts'
import { recommend } from '../../decisions/recommend.ts'
import { acceptedIn, acceptedNotes } from '../accepted.ts'
import { badge, list, paragraph, strong, table, unstated } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import { decisionsToTake, openFindings } from '../deck/figures.ts'
import type { DocumentContext } from '../document.ts'
import type { Block } from '../outline.ts'
import { notLookedAtBlocks } from '../not-looked-at.ts'
import { canBeWeighed, openMemo } from '../trade-off/memo.ts'
import { decisionNumber } from '../text/file-name.ts'
import { countOf, listWords, moreIn } from '../text/numbers.ts'
import { capital } from '../../design/wording.ts'
import { asSentence, severityBadge, whoWouldKnow } from '../text/sentences.ts'

/** Each decision that is open, with what its matrix says where it can be weighed. */
export function openDecisionBlocks(context: DocumentContext): readonly Block[] {
  const open = decisionsToTake(context.design)
  if (open.length === 0) return []
  return [
    table(
      [
        { title: 'No.', width: 0.6 },
        { title: 'Decision', width: 2 },
        { title: 'Options', width: 2.4 },
        { title: 'What the matrix says', width: 3.4 },
      ],
      open.map((decision): readonly Words[] => [
        decisionNumber(decision.number),
        [strong(decision.name)],
        listWords(decision.options.map(({ title }) => title)) || '–',
        canBeWeighed(context, decision)
          ? recommend(openMemo(context, decision).matrix)
          : 'Nothing can be weighed yet: no option is drawn or has a score.',
      ]),
    ),
  ]
}

/** Findings that deviate from what the house asks for; those of the product's own rules stand elsewhere. */
export function deviationsOf({ analysis, standards }: DocumentContext): readonly Finding[] {
  if (standards === undefined) return []
  return analysis.findings.filter(
    (finding) => finding.status === 'open' && deviationOf(finding, standards) !== undefined,
  )
}

/** Where the design deviates from the standards of the house, and who may allow it. */
export function deviationBlocks(context: DocumentContext): readonly Block[] {
  const { standards, graph } = context
  if (standards === undefined)
    return [paragraph('No house standards were at hand, so the design was not held against any.')]
  const found = deviationsOf(context)
  if (found.length === 0) return [paragraph('No open finding deviates from the house standards.')]
  return [
    table(
      [
        { title: 'Deviation', width: 3 },
        { title: 'From', width: 1.8 },
        { title: 'Severity' },
        { title: 'Where', width: 1.8 },
        { title: 'May be allowed by', width: 1.4 },
      ],
      found.map((finding): readonly Words[] => {
        const deviation = deviationOf(finding, standards)
        return [
          asSentence(finding.problem),
          deviation?.from ?? '–',
          [severityBadge(finding.severity)],
          listWords(
            finding.elements.map((id) => graph.name(id)),
            3,
          ),
          deviation?.approver ?? [unstated('to be named')],
        ]
      }),
    ),
  ]
}

const mostFindings = 8

/** What the rules found, worst first, at most so many: a board that approves bears all of it. */
export function findingBlocks(context: DocumentContext, most = mostFindings): readonly Block[] {
  const open = openFindings(context)
  if (open.length === 0) return [paragraph('The rules found nothing that is open.')]
  const more = open.length - most
  return [
    table(
      [
        { title: 'Finding', width: 2.2 },
        { title: 'Severity' },
        { title: 'What is wrong', width: 3.2 },
        { title: 'What helps', width: 3 },
      ],
      open
        .slice(0, most)
        .map((finding): readonly Words[] => [
          [`${finding.rule} `, strong(finding.title)],
          [severityBadge(finding.severity)],
          asSentence(finding.problem),
          asSentence(finding.fix),
        ]),
      more > 0 ? `Worst first; ${moreIn(more, 'the architecture document')}` : 'Worst first',
    ),
  ]
}

/** Conditions that a board set and nobody has met, those due first on top. */
export function openConditions({ design }: DocumentContext): readonly (Condition & { readonly of: string })[] {
  return (design.baselines ?? [])
    .flatMap(({ name, conditions = [] }) => conditions.map((condition) => ({ ...condition, of: name })))
    .filter(({ status }) => status === 'open')
    .toSorted((a, b) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1))
}

/** Conditions of earlier boards that are still open; nothing where none is. */
export function conditionBlocks(context: DocumentContext): readonly Block[] {
  const open = openConditions(context)
  if (open.length === 0) return []
  const isPlaced = open.some(({ about = [] }) => about.length > 0)
  return [
    table(
      [
        { title: 'Condition', width: 3.4 },
        { title: 'Set with', width: 1.4 },
        ...(isPlaced ? [{ title: 'About', width: 1.8 }] : []),
        { title: 'Owner', width: 1.2 },
        { title: 'Due', width: 1.2 },
      ],
      open.map(({ text, of, about = [], owner, due }): readonly Words[] => [
        asSentence(text),
        of,
        ...(isPlaced
          ? [
              listWords(
                about.map((id) => context.graph.name(id)),
                3,
              ) || '–',
            ]
          : []),
        owner ?? [unstated('nobody named')],
        due === undefined ? [unstated('no date')] : due < context.date ? [`${due} `, badge('overdue', 'fail')] : due,
      ]),
    ),
  ]
}

/** What named people signed, and risks that people wrote down. */
export function riskBlocks(context: DocumentContext): readonly Block[] {
  const { design, graph } = context
  const accepted = acceptedIn(context)
  const written = design.risks ?? []
  return [
    ...(accepted.length === 0 ? [] : [acceptedNotes(context)]),
    ...(written.length === 0
      ? []
      : [
          list(
            written.map(({ statement, about = [], owner }): Words => [
              strong('Written down: '),
              asSentence(statement),
              about.length === 0
                ? ''
                : ` About ${listWords(
                    about.map((id) => graph.name(id)),
                    3,
                  )}.`,
              owner === undefined ? '' : ` Owner: ${owner}.`,
            ]),
          ),
        ]),
  ]
}

const mostQuestions = 8

/** What a board might take for looked at, and is not. */
export function unseenBlocks(context: DocumentContext): readonly Block[] {
  const { design, analysis, graph, isWithheld } = context
  const outside = (design.components ?? []).filter(({ outOfScope }) => outOfScope !== undefined)
  const unjudged = analysis.requirements.filter(({ verdict }) => verdict === 'unknown')
  const measured = analysis.requirements.filter(({ verification }) => verification === 'evidence').length
  const said: readonly Words[] = [
    'What is not drawn: the rules and the estimate read the drawing alone.',
    ...outside.map(({ name, outOfScope }): Words => [
      strong(`${name}: `),
      `out of scope${typeof outOfScope === 'string' ? `, ${outOfScope}` : ''}.`,
    ]),
    ...(unjudged.length === 0
      ? []
      : [
          `${capital(countOf(unjudged.length, 'requirement'))} that nobody can judge yet: ${listWords(
            unjudged.map(({ requirement }) => graph.name(requirement)),
            6,
          )}.`,
        ]),
    ...(measured === 0 ? [] : [`${capital(countOf(measured, 'requirement'))} that only the running system can show.`]),
    ...(isWithheld === true ? ['Elements marked internal: this pack does not show them.'] : []),
  ]
  const { questions } = analysis
  const more = questions.length - mostQuestions
  return [
    list(said),
    ...notLookedAtBlocks(context),
    ...(questions.length === 0
      ? []
      : [
          table(
            [{ title: 'Open question', width: 5 }, { title: 'Can change' }, { title: 'Who would know', width: 2 }],
            questions
              .slice(0, mostQuestions)
              .map(({ text, weight, ask }): readonly Words[] => [
                text,
                [severityBadge(weight)],
                whoWouldKnow(ask) ?? [unstated('to be named')],
              ]),
            more > 0 ? `Those that weigh most; ${moreIn(more, 'the threat model')}` : 'By what an answer can change',
          ),
        ]),
  ]
}
