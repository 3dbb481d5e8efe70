import { useState } from 'react'
import type { FindingLine } from '../../../shared/findings/lines.ts'
import { holdLines, keepLines, type ShownLine } from './hold-lines.ts'

/**
 * The lines as they are, or, while `held`, in the order in which they stood when that began. Each is the same object until
 * it says something else: a judgement brings all findings anew, and a row need not be drawn again for that.
 */
export function useHeldLines(lines: readonly FindingLine[], held: boolean): readonly ShownLine[] {
  const [last, setLast] = useState<readonly ShownLine[]>(lines)
  const shown = keepLines(last, held ? holdLines(last, lines) : lines)
  if (shown !== last) setLast(shown)
  return shown
}
