import type { Design, RiskMatrix } from '../../../shared/design/design.ts'
import { riskMatrixOf, usualRiskMatrix } from '../../../shared/design/risk-matrix.ts'
import { sameJson } from '../../../shared/design/same-json.ts'
import { type Finding, severities, type Severity } from '../../../shared/findings/finding.ts'
import { lower, milder, rankOf } from '../../../shared/findings/rate.ts'

const worse = (a: Severity, b: Severity): Severity => (milder(a, b) === a ? b : a)

/**
 * The matrix with one cell changed (both from 1 to 5). A severity never falls as likelihood or impact rises: cells that
 * would break that follow along.
 */
export function withCell(matrix: RiskMatrix, likelihood: number, impact: number, severity: Severity): RiskMatrix {
  return matrix.map((row, index) =>
    row.map((was, column): Severity => {
      const [l, i] = [index + 1, column + 1]
      if (l === likelihood && i === impact) return severity
      if (l >= likelihood && i >= impact) return worse(was, severity)
      if (l <= likelihood && i <= impact) return milder(was, severity)
      return was
    }),
  )
}

/** The next severity of a cell, from low up to critical and round again. */
export function nextSeverity(severity: Severity): Severity {
  return severity === 'critical' ? 'low' : (severities[rankOf(severity) - 1] ?? 'low')
}

/** One step up or down, as far as it goes. */
export function stepSeverity(severity: Severity, steps: 1 | -1): Severity {
  return steps === -1 ? lower(severity, 1) : (severities[Math.max(0, rankOf(severity) - 1)] ?? severity)
}

/** The design with its own matrix; one that is the usual one is not kept. */
export function withMatrix(design: Design, matrix: RiskMatrix): Design {
  const { riskMatrix, ...rest } = design
  if (sameJson(matrix, usualRiskMatrix)) return riskMatrix === undefined ? design : rest
  return { ...design, riskMatrix: matrix }
}

export function changeCell(design: Design, likelihood: number, impact: number, severity: Severity): Design {
  return withMatrix(design, withCell(riskMatrixOf(design), likelihood, impact, severity))
}

export type Standing = 'inherent' | 'residual'

/** A cell of the matrix, both from 1 to 5. */
export interface Cell {
  readonly likelihood: number
  readonly impact: number
}

/** Where a threat stands in the matrix; undefined while nobody has rated it. */
export function placeOf(finding: Finding, standing: Standing): Cell | undefined {
  const inherent = finding.inherent ?? finding.rating
  return standing === 'inherent' ? inherent : (finding.residual ?? inherent)
}

/** The cell of likelihood times impact, then of impact, above which no threat stands; undefined where none is rated. */
export function highestPlace(threats: readonly Finding[], standing: Standing): Cell | undefined {
  const places = threats.flatMap((threat) => placeOf(threat, standing) ?? [])
  const [highest] = places.toSorted((a, b) => b.likelihood * b.impact - a.likelihood * a.impact || b.impact - a.impact)
  return highest
}
