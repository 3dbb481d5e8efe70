import { shownCurrency, moneyFormatter } from '../../kinds/figures/money-format.ts'
import { requirementScenario } from '../../requirements/scenario.ts'
import { acceptedOn } from '../accepted.ts'
import { badge, paragraph, section, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import { defineDocument, type DocumentContext } from '../document.ts'
import type { Block } from '../outline.ts'
import { slugOf } from '../text/file-name.ts'
import { countOf, listWords, widen } from '../text/numbers.ts'
import { verdictBadge, verdictWord } from '../text/sentences.ts'
import { capital } from '../../design/wording.ts'
import { isUncovered, traceRequirements, type TracedRequirement } from './trace-requirements.ts'

/** Every requirement with its verdict and all that answers for it: the matrix that a review asks for. */
export const traceability = defineDocument({
  id: 'traceability',
  title: 'Traceability of requirements',
  summary:
    'Each requirement with verdict, elements, checks, decisions and evidence, what is missing, and the arithmetic.',
  formats: ['docx', 'pdf', 'html', 'markdown'],
  fileName: ({ design }) => `${slugOf(design.name)}-traceability`,
  build: (context) => ({
    id: 'traceability',
    title: `Requirements of ${context.design.name}`,
    ...(context.design.client === undefined ? {} : { client: context.design.client }),
    authors: context.authors,
    date: context.date,
    blocks: traceabilityBlocks(context),
    footer: `Verdicts are computed from the drawing of ${context.date}. A rule that is not named watched and found nothing there.`,
  }),
})

/** The same as one table, for whoever keeps requirements in a tool of their own. */
export const traceabilityMatrix = defineDocument({
  id: 'traceability-matrix',
  title: 'Traceability matrix',
  summary: 'One line a requirement with everything that answers for it, for a spreadsheet or a requirements tool.',
  formats: ['csv'],
  hasContent: ({ design }) => (design.requirements ?? []).length > 0,
  fileName: ({ design }) => `${slugOf(design.name)}-traceability-matrix`,
  build: (context) => ({
    id: 'traceability-matrix',
    title: `Traceability matrix of ${context.design.name}`,
    authors: context.authors,
    date: context.date,
    blocks: [
      table(
        matrixColumns.map(([title]) => title),
        traceRequirements(context.graph, context.analysis).map((row) =>
          matrixColumns.map(([, read]) => read(row, context)),
        ),
      ),
    ],
    footer: '',
  }),
})

/** What is covered in one sentence, the matrix, and the arithmetic behind each verdict. */
function traceabilityBlocks(context: DocumentContext): readonly Block[] {
  const traced = traceRequirements(context.graph, context.analysis)
  if (traced.length === 0) return [paragraph('No requirement has been stated yet.')]
  const none = (words: string): Words => [badge(words, 'unknown')]
  return [
    ...section(
      2,
      'From requirements to what answers for them',
      paragraph(coverageWords(traced)),
      table(
        [
          { title: 'Requirement', width: 2 },
          { title: 'Verdict' },
          { title: 'Elements', width: 2.4 },
          { title: 'Open findings', width: 1.2 },
          { title: 'Decisions', width: 2 },
          { title: 'Evidence', width: 1.4 },
        ],
        traced.map((row) => [
          row.title,
          row.result === undefined ? none('no verdict') : [verdictBadge(row.result.verdict)],
          elementWords(row, context) || none('none'),
          findingWords(row),
          decisionWords(row) || none('none'),
          evidenceWords(row) || (row.gaps.includes('evidence') ? none('missing') : ''),
        ]),
      ),
    ),
    ...section(
      2,
      'What is asked, and the arithmetic',
      table(
        [
          { title: 'Requirement', width: 3 },
          { title: 'Quality', width: 1.6 },
          { title: 'Arithmetic', width: 3 },
          { title: 'Asked by', width: 1.6 },
        ],
        traced.map((row) => [
          `${row.title}. ${sentenceOf(row, context)}`,
          `${row.quality} (${row.requirement.priority})`,
          widen(row.result?.arithmetic ?? ''),
          personWords(row) || none('not stated'),
        ]),
      ),
    ),
  ]
}

function coverageWords(traced: readonly TracedRequirement[]): string {
  const uncovered = traced.filter(isUncovered)
  if (uncovered.length === 0)
    return `All ${countOf(traced.length, 'requirement')} have elements that answer for them, and a verdict.`
  const names = listWords(
    uncovered.map(({ title }) => title),
    4,
  )
  return `${capital(countOf(uncovered.length, 'requirement'))} of ${traced.length} ${uncovered.length === 1 ? 'is' : 'are'} not covered: ${names}.`
}

type Read = (row: TracedRequirement, context: DocumentContext) => string

const mostElements = 6

const elementWords: Read = ({ elements }, { graph }) =>
  listWords(
    elements.map((id) => graph.name(id)),
    mostElements,
  )
const findingWords = ({ findings, rules }: TracedRequirement): string => {
  const open = [...new Set(findings.map(({ rule }) => rule))]
  if (open.length > 0) return open.join(', ')
  return rules.length === 0 ? 'no rule watches it' : `none of ${countOf(rules.length, 'rule')}`
}
const decisionWords = ({ decisions }: TracedRequirement): string =>
  decisions.map(({ number, name }) => `${number} ${name}`).join('; ')
const evidenceWords = ({ evidence }: TracedRequirement): string =>
  evidence.map(({ title, date, by }) => [title, date, by].filter((part) => part !== undefined).join(', ')).join('; ')
const personWords = ({ requirement: { source, owner } }: TracedRequirement): string =>
  [source, owner].filter((part) => part !== undefined).join('; ')

function sentenceOf({ requirement }: TracedRequirement, { graph, design }: DocumentContext): string {
  const money = moneyFormatter(shownCurrency(design))
  return widen(requirementScenario(requirement, { nameOf: (id) => graph.name(id), money }))
}

const matrixColumns: readonly (readonly [title: string, read: Read])[] = [
  ['Id', ({ requirement }) => requirement.id],
  ['Requirement', ({ title }) => title],
  ['Scenario', sentenceOf],
  ['Quality', ({ quality }) => quality],
  ['Priority', ({ requirement }) => requirement.priority],
  ['Verdict', ({ result }) => (result === undefined ? '' : verdictWord(result.verdict))],
  ['Verification', ({ result }) => result?.verification ?? ''],
  ['Arithmetic', ({ result }) => widen(result?.arithmetic ?? '')],
  ['Elements', ({ elements }, { graph }) => elements.map((id) => graph.name(id)).join('; ')],
  ['Rules that watch', ({ rules }) => rules.join(' ')],
  ['Open findings', ({ findings }) => [...new Set(findings.map(({ rule }) => rule))].join(' ')],
  ['Decisions', decisionWords],
  ['Evidence', evidenceWords],
  ['Measures of success', ({ measures }) => measures.map(({ name }) => name).join('; ')],
  ['Source', ({ requirement }) => requirement.source ?? ''],
  ['Owner', ({ requirement }) => requirement.owner ?? ''],
  ['Missing', ({ gaps }) => gaps.join('; ')],
  ['Accepted', ({ requirement, elements }, context) => acceptedOn([requirement.id, ...elements], context)],
]
