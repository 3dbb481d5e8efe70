import { groupBy } from '../../design/group-by.ts'
import type { Finding } from '../../findings/finding.ts'
import { list, paragraph, strong, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block } from '../outline.ts'
import { openFindings } from '../deck/figures.ts'
import { countOf, listWords, moreIn, someOf } from '../text/numbers.ts'
import { asSentence, severityBadge } from '../text/sentences.ts'
import type { Chapter } from './chapter.ts'

const most = 15

/** What is wrong or may go wrong, worst first; what is accepted stands at the end of the document. */
export function risksAndDebt(context: DocumentContext): Chapter | undefined {
  const { design, analysis, graph } = context
  const open = openFindings(context)
  const risks = design.risks ?? []
  const { retired } = analysis.estimate
  const drawn = design.components ?? []
  if (drawn.length + open.length + risks.length + retired.length === 0) return undefined
  const severe = open.filter(({ severity }) => severity === 'critical' || severity === 'high')
  return {
    says:
      open.length === 0
        ? 'no finding open'
        : `${countOf(open.length, 'finding')} open, ${someOf(open.length, severe.length, 'severe')}`,
    blocks: [
      ...(open.length === 0
        ? [paragraph(`The rules have found nothing in the drawing of ${context.date} that is open.`)]
        : [
            table(
              [
                { title: 'Finding', width: 2.2 },
                { title: 'Severity' },
                { title: 'What is wrong', width: 3 },
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
              open.length > most
                ? `Open findings, worst first; ${moreIn(open.length - most, 'the table below')}`
                : 'Open findings, worst first',
            ),
            ...furtherFindings(open.slice(most), context),
          ]),
      ...(risks.length === 0
        ? []
        : [
            list(
              risks.map((risk): Words => [
                asSentence(risk.statement),
                risk.about === undefined
                  ? ''
                  : ` About ${listWords(
                      risk.about.map((id) => graph.name(id)),
                      3,
                    )}.`,
                risk.owner === undefined ? '' : ` Owner: ${risk.owner}.`,
              ]),
            ),
          ]),
      ...(retired.length === 0
        ? []
        : [
            list(
              retired.map(
                ({ component, ...rest }): Words =>
                  `${graph.name(component)} rests on a product that is going out of service${'on' in rest && typeof rest.on === 'string' ? ` on ${rest.on}` : ''}.`,
              ),
            ),
          ]),
    ],
  }
}

const mostPlaces = 4

/** The findings after the worst ones, in short and alike ones together: a reader of the document has no other list. */
function furtherFindings(findings: readonly Finding[], { graph }: DocumentContext): readonly Block[] {
  if (findings.length === 0) return []
  const alike = [...groupBy(findings, ({ rule, title, severity }) => `${rule} ${severity} ${title}`).values()]
  return [
    table(
      [{ title: 'Finding', width: 4 }, { title: 'Severity' }, { title: 'Where', width: 4.2 }],
      alike.flatMap(([first, ...others]): readonly (readonly Words[])[] => {
        if (first === undefined) return []
        const { rule, title, severity } = first
        const places = [first, ...others].map(({ anchors }) => listWords(anchors.map((id) => graph.name(id))))
        const named = [...new Set(places)]
        const shown = named.slice(0, mostPlaces).join('; ')
        const more = named.length > mostPlaces ? `; ${named.length - mostPlaces} more` : ''
        return [[`${rule} ${title}`, [severityBadge(severity)], `${shown}${more}`]]
      }),
      'Further open findings',
    ),
  ]
}
