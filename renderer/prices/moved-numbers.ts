import type { Numbers } from '../../shared/analysis.ts'
import type { Band, CostLine } from '../../shared/estimate/estimate.ts'
import type { Verdict } from '../../shared/estimate/requirement-result.ts'

/** A number of the open design before and after other prices. */
export interface MovedNumber {
  readonly id: string
  readonly label: string
  readonly before: Band | undefined
  readonly after: Band | undefined
}

export interface MovedNumbers {
  readonly headlines: readonly MovedNumber[]
  /** Cost lines, the largest move first. */
  readonly lines: readonly (MovedNumber & { readonly component: string })[]
  /** Requirements whose verdict changes: id, before, after. */
  readonly verdicts: readonly { readonly requirement: string; readonly before: Verdict; readonly after: Verdict }[]
}

/** What of a design moves when it is computed with other prices; nothing where all stays. */
export function movedNumbers(before: Numbers, after: Numbers): MovedNumbers {
  const headlines = [
    headline(
      'technology',
      'Technology a month',
      before.estimate.technologyUsdPerMonth,
      after.estimate.technologyUsdPerMonth,
    ),
    headline(
      'total',
      'Technology and people a month',
      before.estimate.totalUsdPerMonth,
      after.estimate.totalUsdPerMonth,
    ),
    headline('once', 'Once', before.estimate.onceUsd, after.estimate.onceUsd),
  ].filter(isMoved)
  const old = new Map(before.estimate.lines.map((line) => [line.id, line]))
  const now = new Map(after.estimate.lines.map((line) => [line.id, line]))
  const ids = [...new Set([...old.keys(), ...now.keys()])]
  const lines = ids
    .map((id) => moved(id, old.get(id), now.get(id)))
    .filter(isMoved)
    .toSorted((a, b) => sizeOf(b) - sizeOf(a))
  const verdictOf = new Map(before.requirements.map((one) => [one.requirement, one.verdict]))
  const verdicts = after.requirements.flatMap(({ requirement, verdict }) => {
    const earlier = verdictOf.get(requirement)
    return earlier === undefined || earlier === verdict ? [] : [{ requirement, before: earlier, after: verdict }]
  })
  return { headlines, lines, verdicts }
}

function headline(id: string, label: string, before: Band, after: Band): MovedNumber {
  return { id, label, before, after }
}

function moved(id: string, before: CostLine | undefined, after: CostLine | undefined): MovedNumbers['lines'][number] {
  const line = after ?? before
  return { id, label: line?.label ?? id, component: line?.component ?? '', before: before?.usd, after: after?.usd }
}

/** Below a ten-thousandth nobody sees a move. */
function isMoved({ before, after }: MovedNumber): boolean {
  const [one, other] = [before?.value ?? 0, after?.value ?? 0]
  return Math.abs(other - one) > 1e-4 * Math.max(Math.abs(one), Math.abs(other)) || before?.atLeast !== after?.atLeast
}

function sizeOf({ before, after }: MovedNumber): number {
  return Math.abs((after?.value ?? 0) - (before?.value ?? 0))
}
