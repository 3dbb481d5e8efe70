import type { Baseline, Design, Id, Json, ReviewedThreat } from '../design/design.ts'
import { designFormat, designVersion } from '../design/design.ts'
import { printDesign } from '../design/print.ts'
import { isPlainObject } from '../design/same-json.ts'
import { refuseMisshapen } from '../design/shape-problems.ts'
import type { Finding } from '../findings/finding.ts'
import { figureNumbers, figuresOf } from '../options/figures.ts'
import type { Outcome } from '../options/outcome.ts'
import { sha256 } from '../design/sha256.ts'

export interface Freezing {
  readonly id: Id
  /** "ARB v1.2". */
  readonly name: string
  /** ISO date. */
  readonly date: string
  readonly by?: string
  /** Rule families and catalogues with their editions, by name. */
  readonly editions: Readonly<Record<string, string>>
}

/**
 * The design as it stands, with what the engines say of it: the whole document without its baselines, its hash, the
 * date of its prices, the editions of its rules, headline numbers and findings. `outcome` is that of what it shows.
 */
export function freezeDesign(design: Design, outcome: Outcome, { id, name, date, by, editions }: Freezing): Baseline {
  const frozen = withoutBaselines(design)
  return {
    id,
    name,
    date,
    ...(by === undefined ? {} : { by }),
    hash: hashOf(frozen),
    priceBook: outcome.estimate.priceBookDate,
    editions,
    // A design is plain JSON; its types only say more.
    frozen: frozen as unknown as Json,
    figures: figureNumbers(figuresOf(outcome)),
    findings: Object.fromEntries(outcome.findings.map((finding) => [finding.id, recordOf(finding)])),
  }
}

/** What is frozen of a design: all but earlier baselines, which would be frozen again and again. */
export function withoutBaselines(design: Design): Design {
  const { baselines: _baselines, ...rest } = design
  return rest
}

/** SHA-256 of a design as its file would be written. */
function hashOf(design: Design): string {
  return sha256(printDesign(design))
}

/** The design that was frozen, without what is no design in it: a file may have been written by hand. */
export function thaw({ frozen }: Baseline): Design {
  const fields = isPlainObject(frozen) ? frozen : {}
  return refuseMisshapen({ format: designFormat, version: designVersion, id: 'frozen', name: '', ...fields }).design
}

/** Whether what was frozen is still what the hash was made of. */
export function isUntouched(baseline: Baseline): boolean {
  return hashOf(baseline.frozen as unknown as Design) === baseline.hash
}

function recordOf({ rule, title, status, severity, anchors, lenses }: Finding): ReviewedThreat {
  return { rule, title, status, severity, on: anchors, isThreat: lenses.includes('threat') }
}
