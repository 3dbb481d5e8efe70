import type { Finding } from '../../findings/finding.ts'
import { severities } from '../../findings/finding.ts'
import { missingPremises } from '../../threats/coverage/premises.ts'
import type { Coverage } from '../../threats/coverage/coverage.ts'
import { callout, list, paragraph, strong, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block } from '../outline.ts'
import { countOf, formatCount, listWords } from '../text/numbers.ts'
import { capital } from '../../design/wording.ts'
import { severityBadge } from '../text/sentences.ts'

const settled: readonly Finding['status'][] = ['mitigated', 'accepted', 'transferred', 'avoided', 'disputed']

/** What was looked at, what was found by severity and status, and what was not looked at. */
export function summaryBlocks(
  context: DocumentContext,
  threats: readonly Finding[],
  coverage: Coverage,
): readonly Block[] {
  const { design } = context
  const seen = [
    countOf((design.components ?? []).length, 'component'),
    countOf((design.flows ?? []).length, 'flow'),
    countOf((design.boundaries ?? []).length, 'trust boundary', 'trust boundaries'),
    countOf((design.data ?? []).length, 'data asset'),
  ]
  const open = threats.filter(({ status }) => status === 'open')
  const worst = open[0]
  return [
    ...(design.summary === undefined ? [] : [paragraph(design.summary)]),
    paragraph([
      `This report covers ${listWords(seen)} of ${design.name} as drawn on ${context.date}. `,
      strong(`${capital(countOf(threats.length, 'threat'))} found${openWords(threats.length, open.length)}.`),
      worst === undefined ? '' : ` The worst open one: ${worst.title}.`,
    ]),
    countTable(threats),
    callout('neutral', 'What this report does not cover', notCovered(context, coverage)),
    ...outOfScope(context),
  ]
}

/** ", 3 of them open": nothing of none, and no "of them" of one. */
function openWords(all: number, open: number): string {
  if (all === 0) return ''
  if (all === 1) return open === 1 ? ', and it is open' : ', and it is not open'
  return `, ${open === 0 ? 'none' : open === all ? 'all' : formatCount(open)} of them open`
}

function countTable(threats: readonly Finding[]): Block {
  const count = (severity: string, statuses: readonly string[]): string => {
    const found = threats.filter((threat) => threat.severity === severity && statuses.includes(threat.status)).length
    return found === 0 ? '–' : String(found)
  }
  const rows = severities.map((severity): readonly Words[] => [
    [severityBadge(severity)],
    count(severity, ['open']),
    ...settled.map((status) => count(severity, [status])),
    count(severity, ['open', ...settled]),
  ])
  return table(
    [
      { title: 'Severity', width: 1.4 },
      { title: 'Open', align: 'right' },
      ...settled.map((status) => ({ title: capital(status), align: 'right' as const })),
      { title: 'All', align: 'right' },
    ],
    rows,
    'Threats by severity and status',
  )
}

function notCovered({ design, graph, analysis }: DocumentContext, { total }: Coverage): string {
  const cells = total.stride.applicable + total.linddun.applicable
  const unseen = total.stride.byState.notConsidered + total.linddun.byState.notConsidered
  const unknownKinds = (design.components ?? []).filter((component) => graph.has(component, 'unknown-kind'))
  const questions = analysis.questions.length
  const sentences = [
    'The report reads the drawing, not the running system: code, configuration and dependencies were not examined.',
    ...missingPremises(design).map(({ words }) => words),
    unseen === 0
      ? ''
      : `No rule looked at ${formatCount(unseen)} of ${formatCount(cells)} cells of STRIDE and LINDDUN; the section on coverage says which letters they are.`,
    questions === 0
      ? ''
      : `${capital(countOf(questions, 'question'))} ${questions === 1 ? 'is' : 'are'} unanswered; a fact that nobody knows counts as a question, never as covered.`,
    unknownKinds.length === 0
      ? ''
      : `${listWords(
          unknownKinds.map(({ name }) => name),
          4,
        )} ${unknownKinds.length === 1 ? 'is' : 'are'} of a kind that no rule knows.`,
  ]
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

function outOfScope({ design }: DocumentContext): readonly Block[] {
  const excluded = (design.components ?? []).filter(({ outOfScope: reason }) => reason !== undefined)
  if (excluded.length === 0) return []
  return [
    paragraph('Out of scope by decision:'),
    list(excluded.map(({ name, outOfScope: reason }): Words => [strong(name), `: ${reason ?? ''}`])),
  ]
}
