import type { Design } from '../design/design.ts'
import { effectiveDesign } from '../design/effective.ts'
import { governDesign } from '../govern-design.ts'
import type { GovernanceAssessment } from '../governance/assess-governance.ts'
import { isForPeople, withAccepted } from './accepted.ts'
import { decisionRecord } from './adr/decision-record.ts'
import { costLines } from './cost/cost-lines.ts'
import { costWorkbook } from './cost/cost-workbook.ts'
import { deck } from './deck/deck.ts'
import { listSingleRows } from './deck/single-rows.ts'
import { exceptionRequest } from './exceptions/exception-request.ts'
import { onePager } from './one-pager/one-pager.ts'
import { runbook } from './runbook/runbook.ts'
import { engineersDeck } from './engineers-deck/engineers-deck.ts'
import type { DocumentContext, DocumentDefinition } from './document.ts'
import { applyChoices } from './choices/apply-choices.ts'
import { aiBom } from './governance/ai-bom.ts'
import { controlEvidence } from './governance/control-evidence.ts'
import { governanceReport } from './governance/governance-report.ts'
import { readinessChecklist } from './governance/readiness-checklist.ts'
import { controlMapping, modelInventory, thirdPartyRegister } from './governance/registers.ts'
import { openThreatModelFile, threatDragonFile } from './interchange/model-files.ts'
import { minutes } from './minutes/minutes.ts'
import { switchedOff, withNotLookedAt } from './not-looked-at.ts'
import type { Outline } from './outline.ts'
import { withoutInternal } from './outgoing.ts'
import { redact } from './redact.ts'
import { reviewPack } from './review-pack/review-pack.ts'
import { reviewSlides } from './review-pack/review-slides.ts'
import { designHash } from './text/design-hash.ts'
import { traceability, traceabilityMatrix } from './traceability/traceability.ts'
import { solutionArchitecture } from './solution-architecture/solution-architecture.ts'
import { threatIssues } from './threat-lists/threat-issues.ts'
import { threatResults } from './threat-lists/threat-results.ts'
import { threatTable } from './threat-lists/threat-table.ts'
import { threatModel } from './threat-model/threat-model.ts'
import { tradeOff } from './trade-off/trade-off.ts'
import { unnamedDesign } from '../design/unnamed.ts'

/** Every document that can be exported. A new one is one file and one line here. */
export const documents: readonly DocumentDefinition[] = [
  decisionRecord,
  tradeOff,
  reviewPack,
  reviewSlides,
  threatModel,
  threatTable,
  threatIssues,
  threatResults,
  threatDragonFile,
  openThreatModelFile,
  solutionArchitecture,
  onePager,
  deck,
  engineersDeck,
  runbook,
  minutes,
  traceability,
  traceabilityMatrix,
  costWorkbook,
  costLines,
  governanceReport,
  readinessChecklist,
  controlEvidence,
  controlMapping,
  thirdPartyRegister,
  modelInventory,
  aiBom,
  exceptionRequest,
]

export function findDocument(id: string): DocumentDefinition | undefined {
  return documents.find((document) => document.id === id)
}

/**
 * Builds a document for the world outside: what is marked internal is taken out first, and sentences that still name it
 * are cleaned afterwards. Every export goes through here.
 */
export function buildDocument(document: DocumentDefinition, context: DocumentContext): Outline {
  // Whoever calls may hold the design as filed: documents speak of the variant that it shows.
  const effective = effectiveDesign(context.design)
  const shown = { ...context, design: withName(effective), designHash: designHash(effective) }
  const governance = document.usesGovernance === true ? { governance: governed(shown) } : {}
  const { context: outgoing, withheld } = withoutInternal({ ...shown, ...governance })
  const built = document.build(outgoing)
  const isRead = isForPeople(document.formats)
  const noted = document.showsAccepted === true || !isRead ? built : withAccepted(built, outgoing)
  const limited = document.showsSwitchedOff === true || !isRead ? noted : withNotLookedAt(noted, outgoing)
  const chosen = listSingleRows(applyChoices(withBrand(limited, outgoing), outgoing.choices))
  const outline = redact({ ...chosen, designHash: shown.designHash }, withheld.names)
  if (withheld.elements === 0) return outline
  const left = `Elements marked internal are left out${withheld.findings > 0 ? `, with ${withheld.findings} ${withheld.findings === 1 ? 'finding' : 'findings'} about them` : ''}; totals count them.`
  return { ...outline, footer: `${outline.footer} ${left}` }
}

/** Sentences speak of a design that nobody has named yet as that. */
function withName(design: Design): Design {
  return design.name.trim() === '' ? { ...design, name: unnamedDesign } : design
}

function withBrand(outline: Outline, { brand }: DocumentContext): Outline {
  if (brand === undefined) return outline
  const { client, confidentiality } = brand
  return {
    ...outline,
    brand,
    ...(client === undefined ? {} : { client }),
    ...(confidentiality === undefined ? {} : { confidentiality }),
  }
}

function governed(context: DocumentContext): GovernanceAssessment {
  const { graph, analysis, date } = context
  const off = switchedOff(context).map(({ id }) => id)
  return governDesign(graph, analysis, date, undefined, off)
}

/**
 * What a document is made from: the context itself, or one for each decision that may leave the house and that the
 * document has something to say of, in the order of their numbers.
 */
export function contextsFor(document: DocumentDefinition, context: DocumentContext): readonly DocumentContext[] {
  const shown = { ...context, design: effectiveDesign(context.design) }
  const { context: outgoing } = withoutInternal(shown)
  const asked =
    document.perDecision === true
      ? (outgoing.design.decisions ?? [])
          .toSorted((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1))
          .map(({ id }) => ({ ...shown, decisionId: id }))
      : [shown]
  return asked.filter((own) => document.hasContent?.(own) !== false)
}

/** One file of a document that has one for each decision: `0001-check-every-answer` and what it says. */
export interface RecordFile {
  readonly decisionId: string
  /** Without ending. */
  readonly fileName: string
  readonly outline: Outline
}

/** The file of every decision that a document has something to say of. */
export function buildForDecisions(document: DocumentDefinition, context: DocumentContext): readonly RecordFile[] {
  return contextsFor(document, context).map((own) => ({
    decisionId: own.decisionId ?? '',
    fileName: document.fileName(own),
    outline: buildDocument(document, own),
  }))
}
