import { shownCurrency, moneyFormatter } from '../../kinds/money-format.ts'
import { requirementScenario } from '../../requirements/scenario.ts'
import { badge, paragraph, section, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import { defineDocument, type DocumentContext } from '../document.ts'
import type { Block } from '../outline.ts'
import { slugOf } from '../text/file-name.ts'
import { countOf, listWords, widen } from '../text/numbers.ts'
import { verdictBadge } from '../text/sentences.ts'
import { capital } from '../text/words.ts'
import { isUncovered, traceRequirements, type TracedRequirement } from './trace-requirements.ts'

/** Every requirement with its verdict and all that answers for it: the matrix that a review asks for. */
export const traceability = defineDocument({
  id: 'traceability',
  title: 'Traceability of requirements',
  summary: 'Each requirement with verdict, arithmetic, elements, checks, decisions and evidence, and what is missing.',
  formats: ['html', 'pdf', 'markdown', 'csv'],
  fileName: ({ design }) => `${slugOf(design.name)}-traceability`,
  build: (context) => ({
    id: 'traceability',
    title: `Requirements of ${context.design.name}`,
    ...(context.design.client === undefined ? {} : { client: context.design.client }),
    authors: context.authors,
    date: context.date,
    blocks: traceabilityBlocks(context),
    footer: `Verdicts are computed from the drawing of ${context.date}. A rule that is not named under "Open findings" watched and found nothing there.`,
  }),
})

/** What is covered in one sentence, and the matrix. */
function traceabilityBlocks(context: DocumentContext): readonly Block[] {
  const traced = traceRequirements(context.graph, context.analysis)
  if (traced.length === 0) {
    return [paragraph('No requirement has been stated yet.'), table([...columns], [])]
  }
  const uncovered = traced.filter(isUncovered)
  const said =
    uncovered.length === 0
      ? `All ${countOf(traced.length, 'requirement')} have elements that answer for them, and a verdict.`
      : `${capital(countOf(uncovered.length, 'requirement'))} of ${traced.length} ${uncovered.length === 1 ? 'is' : 'are'} not covered: ${listWords(
          uncovered.map(({ title }) => title),
          4,
        )}.`
  return section(
    2,
    'From requirements to what answers for them',
    paragraph(said),
    table(
      [...columns],
      traced.map((row) => rowOf(row, context)),
    ),
  )
}

const columns = [
  { title: 'Requirement', width: 3 },
  { title: 'Quality', width: 1.6 },
  { title: 'Priority' },
  { title: 'Verdict' },
  { title: 'Arithmetic', width: 3 },
  { title: 'Elements', width: 2 },
  { title: 'Open findings', width: 1.5 },
  { title: 'Decisions', width: 1.6 },
  { title: 'Evidence', width: 1.6 },
  { title: 'Source and owner', width: 1.6 },
] as const

const mostElements = 6

function rowOf(row: TracedRequirement, { graph, design }: DocumentContext): readonly Words[] {
  const { requirement, title, quality, result, elements, findings, decisions, evidence, rules } = row
  const money = moneyFormatter(shownCurrency(design))
  const nameOf = (id: string): string => graph.name(id)
  const open = [...new Set(findings.map(({ rule }) => rule))]
  const none = (words: string): Words => [badge(words, 'unknown')]
  return [
    `${title}. ${widen(requirementScenario(requirement, { nameOf, money }))}`,
    quality,
    requirement.priority,
    result === undefined ? none('no verdict') : [verdictBadge(result.verdict)],
    result === undefined ? '' : widen(result.arithmetic),
    elements.length === 0 ? none('none') : listWords(elements.map(nameOf), mostElements),
    open.length > 0
      ? open.join(', ')
      : rules.length === 0
        ? 'no rule watches it'
        : `none of ${countOf(rules.length, 'rule')}`,
    decisions.length === 0 ? none('none') : decisions.map(({ number, name }) => `${number} ${name}`).join('; '),
    evidence.length === 0
      ? row.gaps.includes('evidence')
        ? none('missing')
        : ''
      : evidence
          .map((link) => [link.title, link.date, link.by].filter((part) => part !== undefined).join(', '))
          .join('; '),
    [requirement.source, requirement.owner].filter((part) => part !== undefined).join('; ') || none('not stated'),
  ]
}
