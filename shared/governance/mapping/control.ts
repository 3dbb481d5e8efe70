import type { EvidenceId } from '../evidence/evidence.ts'
import type { ControlScope, FrameworkControl } from './framework.ts'

/** One control of a framework with the evidence that bears on it. */
export function control(
  id: string,
  title: string,
  evidence: readonly EvidenceId[],
  scope?: ControlScope,
): FrameworkControl {
  return { id, title, evidence, ...(scope === undefined ? {} : { scope }) }
}
