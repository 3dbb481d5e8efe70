import { type Id, manualThreatRule } from '../../design/design.ts'
import { riskMatrixOf } from '../../design/risk-matrix.ts'
import type { Finding, RatedRisk } from '../../findings/finding.ts'
import { severityOf } from '../../findings/rate.ts'
import { isManualThreat } from '../../threats/manual/manual-threats.ts'
import { diagram, facts, heading, paragraph, strong, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block } from '../outline.ts'
import { drawDesign, pageSpace } from '../picture/draw.ts'
import { listWords } from '../text/numbers.ts'
import { placeName, placeNames } from '../text/place-name.ts'
import {
  asSentence,
  linddunSentence,
  referenceLines,
  severityBadge,
  statusBadge,
  strideSentence,
} from '../text/sentences.ts'
import { decisionFact } from './decision.ts'

const mostPictures = 5
const severityRank: Readonly<Record<Finding['severity'], number>> = { critical: 0, high: 1, medium: 2, low: 3 }

/** Threats in the order of the report: open before settled, then by severity, then by rating, as ranked. */
export function threatsOf({ analysis }: DocumentContext): readonly Finding[] {
  const score = (finding: Finding): number =>
    finding.rating === undefined ? 0 : finding.rating.likelihood * finding.rating.impact
  return analysis.findings
    .filter(({ lenses }) => lenses.includes('threat'))
    .toSorted(
      (a, b) =>
        Number(a.status !== 'open') - Number(b.status !== 'open') ||
        severityRank[a.severity] - severityRank[b.severity] ||
        score(b) - score(a),
    )
}

/** Every threat in full, then the risks that people wrote down; the first few ways of attack with a picture. */
export function threatBlocks(context: DocumentContext, threats: readonly Finding[]): readonly Block[] {
  // A risk that is a threat stands among the threats.
  const stated = (context.design.risks ?? []).filter((risk) => risk.statement !== '' && !isManualThreat(risk))
  if (threats.length === 0 && stated.length === 0) {
    return [
      paragraph('No rule found a threat in this drawing. That says nothing about what the drawing does not show.'),
    ]
  }
  const pictured = new Set(threats.filter(({ path }) => (path ?? []).length > 1).slice(0, mostPictures))
  return [
    ...(threats.length === 0 ? [] : [overview(threats)]),
    ...threats.flatMap((threat, index) => oneThreat(threat, index, pictured.has(threat), context)),
    ...(stated.length === 0
      ? []
      : [
          heading(3, 'Risks added by hand'),
          table(
            [
              { title: 'Risk', width: 4 },
              { title: 'About', width: 2 },
              { title: 'Likelihood × impact', align: 'right' },
              { title: 'Owner' },
            ],
            stated.map((risk): readonly Words[] => [
              asSentence(risk.statement),
              listWords(
                (risk.about ?? []).map((id) => placeName(id, context.graph)),
                4,
              ),
              risk.likelihood === undefined || risk.impact === undefined
                ? 'not rated'
                : `${risk.likelihood} × ${risk.impact} = ${risk.likelihood * risk.impact}`,
              risk.owner ?? '–',
            ]),
          ),
        ]),
  ]
}

function overview(threats: readonly Finding[]): Block {
  return table(
    [
      { title: 'No.', width: 0.5 },
      { title: 'Threat', width: 4.6 },
      { title: 'Severity' },
      { title: 'Rating', align: 'right', width: 0.8 },
      { title: 'Status' },
    ],
    threats.map((threat, index): readonly Words[] => [
      `T${index + 1}`,
      threat.title,
      [severityBadge(threat.severity)],
      scoreWords(threat),
      [statusBadge(threat.status)],
    ]),
    'Threats, worst first. Rating: likelihood × impact, each from 1 to 5; behind the arrow what controls and decisions leave of it.',
  )
}

/** "20 → 4"; one figure where nothing was taken off. */
function scoreWords({ inherent, rating, residual }: Finding): string {
  const before = inherent ?? rating
  if (before === undefined) return '–'
  const [was, left] = [before, residual ?? before].map(({ likelihood, impact }) => likelihood * impact)
  return was === left ? String(was) : `${was} → ${left}`
}

function oneThreat(threat: Finding, index: number, pictured: boolean, context: DocumentContext): readonly Block[] {
  const path = pathWords(threat, context)
  const isByHand = threat.rule === manualThreatRule
  return [
    heading(3, `T${index + 1}. ${threat.title}`, `threat-${index + 1}`),
    paragraph([severityBadge(threat.severity), ' ', statusBadge(threat.status)]),
    paragraph(asSentence(threat.problem)),
    facts({
      [isByHand ? 'Where it comes from' : 'Why it matters']: asSentence(threat.why),
      Path: pictured || path === '' ? undefined : path,
      Rating: ratingWords(threat.inherent ?? threat.rating),
      Residual: hasMoved(threat) ? ratingWords(threat.residual) : undefined,
      Severity: isOfItsCell(threat, context) ? undefined : threat.weighed,
      STRIDE: threat.stride === undefined ? undefined : strideSentence(threat.stride),
      LINDDUN: threat.linddun === undefined ? undefined : linddunSentence(threat.linddun),
      Concerns: threat.path === undefined ? listWords(placeNames(threat.elements, context.graph), 6) : undefined,
      'What helps': asSentence(threat.fix),
      'Strongest control': remedyWords(threat, context),
      ...decisionFact(threat, context),
      // What a person wrote down refers to the letters above, and to no rule: both stand there already.
      References: isByHand ? undefined : referenceLines(threat.references, context.catalogues),
      Rule: isByHand ? undefined : [threat.rule, ...threat.aliases].join(', '),
    }),
    // After the words, which fill the page that a picture would leave half empty.
    ...(pictured ? [pathPicture(threat, path, context)] : []),
  ]
}

function ratingWords(risk: Pick<RatedRisk, 'likelihood' | 'impact' | 'why'> | undefined): string | undefined {
  if (risk === undefined) return undefined
  const { likelihood, impact, why } = risk
  return `Likelihood ${likelihood} × impact ${impact} = ${likelihood * impact} of 25. ${asSentence(why)}`
}

function hasMoved({ inherent, residual }: Finding): boolean {
  return (
    inherent !== undefined &&
    residual !== undefined &&
    (inherent.likelihood !== residual.likelihood || inherent.impact !== residual.impact)
  )
}

/** Whether its severity is what the matrix makes of its rating: a milder one needs a word of explanation. */
function isOfItsCell({ rating, severity }: Finding, { design }: DocumentContext): boolean {
  return rating === undefined || severityOf(rating, riskMatrixOf(design)) === severity
}

function remedyWords({ remedy }: Finding, context: DocumentContext): string | undefined {
  if (remedy === undefined) return undefined
  const strength =
    remedy.strength === 'deterministic'
      ? 'decides by rule, closes the path'
      : 'lowers the odds, does not close the path'
  return `${remedy.title}, on ${placeName(remedy.at, context.graph)} (${strength})`
}

/** "Web pages → Fetch a page → Support agent → Send mail": the components of the path in order. */
function pathWords({ path }: Finding, { graph }: DocumentContext): string {
  const components = (path ?? []).filter((id) => graph.component(id) !== undefined)
  return components.map((id) => graph.name(id)).join(' → ')
}

function pathPicture(threat: Finding, words: string, { graph }: DocumentContext): Block {
  const path = threat.path ?? []
  const only = new Set<Id>(path.filter((id) => graph.component(id) !== undefined))
  for (const id of path) {
    const flow = graph.flow(id)
    if (flow !== undefined) for (const end of [flow.flow.from, flow.flow.to]) only.add(end)
  }
  for (const leg of threat.legs ?? [])
    for (const id of leg.elements) if (graph.component(id) !== undefined) only.add(id)
  const picture = drawDesign(graph, {
    only: [...only],
    layout: 'fresh',
    fit: { ...pageSpace, height: 340 },
    labels: 'data',
    highlight: {
      path,
      ...(threat.legs === undefined ? {} : { legs: threat.legs }),
      ...(threat.remedy === undefined || threat.status !== 'open' ? {} : { remedy: threat.remedy }),
    },
  })
  const ghost =
    threat.remedy === undefined || threat.status !== 'open' ? '' : ' The dashed card is the proposed control.'
  return diagram(picture, `Path: ${words === '' ? listWords([...only].map((id) => graph.name(id))) : words}.${ghost}`)
}

/** A threat by the number that the report gives it. */
export function threatReference(threats: readonly Finding[], finding: Finding): Words {
  const index = threats.indexOf(finding)
  return index < 0 ? finding.title : [strong(`T${index + 1}`), ` ${finding.title}`]
}
