import { useState } from 'react'
import type { FindingLine } from '../../../shared/findings/lines.ts'
import { holdLines, type ShownLine } from './hold-lines.ts'

/** The lines as they are, or, while `held`, in the order in which they stood when that began. */
export function useHeldLines(lines: readonly FindingLine[], held: boolean): readonly ShownLine[] {
  const [last, setLast] = useState<readonly ShownLine[]>(lines)
  const shown = held ? holdLines(last, lines) : lines
  if (orderOf(shown) !== orderOf(last)) setLast(shown)
  return shown
}

function orderOf(lines: readonly ShownLine[]): string {
  return lines.map(({ id }) => id).join('\n')
}
