import type { Analysis } from '../analysis.ts'
import type { Design, Id } from '../design/design.ts'
import type { GovernanceAssessment } from '../governance/assess-governance.ts'
import type { Estimate } from '../estimate/estimate.ts'
import type { Graph } from '../graph/graph.ts'
import type { Standards } from '../standards/standards.ts'
import type { Catalogues } from '../threats/frameworks/catalogues.ts'
import type { Brand, DocumentChoices } from './brand.ts'
import type { Outline } from './outline.ts'

/** `pdf` is the HTML, printed by whoever has a printer (the desktop's main process). */
export type DocumentFormat = 'markdown' | 'html' | 'pdf' | 'docx' | 'pptx' | 'xlsx' | 'csv' | 'json' | 'yaml' | 'sarif'

/** Everything a document is made from. Clock and names are passed in, so that the same context gives the same file. */
export interface DocumentContext {
  /** The effective model: the base with the shown variant applied. */
  readonly design: Design
  /** The graph of that design. */
  readonly graph: Graph
  readonly analysis: Analysis
  /** The design as filed, of which `design` is the shown variant; absent: there is no other side to compare with. */
  readonly filed?: Design
  /** Analysis of the base, whatever is shown. */
  readonly base?: Analysis
  /** Analyses of the design's variants by id, where a document compares options. */
  readonly variants?: Readonly<Record<Id, Analysis>>
  /** The estimate at so many times the stated traffic, where whoever calls has the price book at hand. */
  readonly estimateAt?: (traffic: number) => Estimate
  /** For documents about one decision. */
  readonly decisionId?: Id
  /** For documents about one finding: its fingerprint. */
  readonly findingId?: string
  /** For documents that use it: `buildDocument` asks for it. */
  readonly governance?: GovernanceAssessment
  /** Something marked internal has been taken out. */
  readonly isWithheld?: true
  /** ISO date of the document. */
  readonly date: string
  readonly authors: readonly string[]
  /** ISO date of the price book; the estimate's own when absent. */
  readonly priceBookDate?: string
  /** Short name of the whole design, what is marked internal included; `buildDocument` makes it. */
  readonly designHash?: string
  /** How the client's files look. */
  readonly brand?: Brand
  /** Whose titles references bear; those that ship when absent. */
  readonly catalogues?: Catalogues
  readonly choices?: DocumentChoices
  /** The standards that the analysis was made with. */
  readonly standards?: Standards
}

/** Whom a document is written for. */
export type DocumentReader = 'board' | 'engineers' | 'security' | 'operations' | 'finance'

/** A document that can be exported: one file each, one line in `index.ts`. */
export interface DocumentDefinition {
  readonly id: string
  readonly title: string
  /** One sentence for the dialog. */
  readonly summary: string
  /** Under whose name it stands in lists; absent: engineers. */
  readonly reader?: DocumentReader
  readonly formats: readonly DocumentFormat[]
  /** It says itself what has been accepted, where its readers look for it; else that stands at its end. */
  readonly showsAccepted?: boolean
  /** It says itself which rules are switched off; else that stands at its end. */
  readonly showsSwitchedOff?: true
  /** Whether there is one file per decision; `decisionId` is then required. */
  readonly perDecision?: boolean
  /** It holds the records of the design themselves, to come in again. */
  readonly carriesDesign?: true
  /** Whether it reads `context.governance`. */
  readonly usesGovernance?: true
  /** Whether there is anything for it to say; absent: always. */
  readonly hasContent?: (context: DocumentContext) => boolean
  /** Pure. What is marked internal has been taken out of the context before. */
  readonly build: (context: DocumentContext) => Outline
  /** File name without ending. */
  readonly fileName: (context: DocumentContext) => string
}

export function defineDocument(document: DocumentDefinition): DocumentDefinition {
  return document
}
