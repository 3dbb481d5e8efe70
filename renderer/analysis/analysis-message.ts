import type { Id } from '../../shared/design/design.ts'
import type { GovernanceAssessment } from '../../shared/governance/assess-governance.ts'
import type { Outcome, Side } from '../../shared/options/outcome.ts'
import type { PriceBookFile } from '../../shared/prices/price-row.ts'
import type { Standards } from '../../shared/standards/standards.ts'
import type { CatalogueUpdate } from '../../shared/threats/frameworks/read-update.ts'
import type { Answer, Inquiry } from './inquiry-message.ts'
import type { PackedDetails, PackedParts } from './pack-numbers.ts'
import type { Change } from './send-change.ts'
import type { SentDesign } from './send-design.ts'

/** What the page asks of the worker. */
export type AnalysisRequest =
  /** A design that changed. */
  | {
      readonly type: 'design'
      readonly revision: number
      readonly design: SentDesign
      /** ISO date: the domain has no clock. */
      readonly today: string
      /** Times the stated traffic. */
      readonly traffic: number
    }
  /** The prices of all designs to come; without a book, those that ship. */
  | { readonly type: 'prices'; readonly book: PriceBookFile | undefined }
  /** The standards of the house, for all designs to come; without them, the rules as they ship. */
  | { readonly type: 'standards'; readonly standards: Standards | undefined }
  /** What the house adds to the catalogues that ship, for all designs to come. */
  | { readonly type: 'catalogues'; readonly update: CatalogueUpdate | undefined }
  /** Only the numbers of the design that the worker holds, at another traffic. */
  | { readonly type: 'traffic'; readonly revision: number; readonly traffic: number }
  /** Whether somebody reads the details of the numbers: of the design that the worker holds, and of all to come. */
  | { readonly type: 'details'; readonly isRead: boolean }
  /** Whether somebody reads what governance says: of the design that the worker holds, and of all to come. */
  | { readonly type: 'governance'; readonly isRead: boolean }
  /** Whether somebody compares the base and the variants of the design that the worker holds, and of all to come. */
  | { readonly type: 'sides'; readonly isRead: boolean }
  /** All that somebody looks further into: of the design that the worker holds, and of all to come. */
  | { readonly type: 'inquiries'; readonly inquiries: readonly Inquiry[] }

/**
 * What the worker answers: the short parts of the numbers at the traffic that was asked, the long ones, their details while
 * somebody reads those, then, for a design that changed, what they mean, and what governance says of it while somebody
 * reads that.
 * Findings are always those of the stated traffic, and come with its numbers. Short parts and findings say what makes them
 * of those that came before, so that each has to be heard, also when nobody looks at it any more. A failure is a bug in an engine, said in
 * its own words.
 */
export type AnalysisReply =
  | {
      readonly type: 'early'
      readonly revision: number
      readonly designId: Id
      readonly traffic: number
      /** Of `EarlyNumbers`. */
      readonly early: Change
    }
  | {
      readonly type: 'numbers'
      readonly revision: number
      readonly designId: Id
      readonly traffic: number
      readonly rest: PackedParts
    }
  /** Of the numbers that came last. */
  | {
      readonly type: 'details'
      readonly revision: number
      readonly designId: Id
      readonly traffic: number
      readonly details: PackedDetails
    }
  | {
      readonly type: 'judgement'
      readonly revision: number
      readonly designId: Id
      /** Of `Judgement`. */
      readonly judgement: Change
    }
  | {
      readonly type: 'governance'
      readonly revision: number
      readonly designId: Id
      readonly governance: GovernanceAssessment
    }
  /** What the engines say of the base or of one variant, while somebody compares them. */
  | {
      readonly type: 'side'
      readonly revision: number
      readonly designId: Id
      readonly side: Side
      readonly outcome: Outcome
    }
  /** The answer to one of the inquiries, of the design as judged. */
  | {
      readonly type: 'answer'
      readonly revision: number
      readonly designId: Id
      readonly key: string
      readonly answer: Answer
    }
  | { readonly type: 'failure'; readonly revision: number; readonly designId: Id; readonly failure: string }
