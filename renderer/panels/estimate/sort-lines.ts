import type { CostLine } from '../../../shared/estimate/estimate.ts'

/** Dearest first; a line that costs nothing and says why follows the dearest line of its component. */
export function sortLines(lines: readonly CostLine[]): readonly CostLine[] {
  const dearest = new Map<string, number>()
  for (const { component, usd } of lines) {
    dearest.set(component, Math.max(dearest.get(component) ?? 0, usd.value))
  }
  const placeOf = (line: CostLine): number =>
    line.usd.value === 0 && line.note !== undefined ? (dearest.get(line.component) ?? 0) : line.usd.value
  return lines.toSorted((a, b) => placeOf(b) - placeOf(a) || b.usd.value - a.usd.value)
}
