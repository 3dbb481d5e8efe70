import type { EvidenceId } from '../evidence/evidence.ts'

export type FrameworkId =
  | 'eu-ai-act'
  | 'nist-ai-rmf'
  | 'nist-genai'
  | 'iso-42001'
  | 'soc2'
  | 'gdpr'
  | 'dora'
  | 'model-risk'

/** When a control of a framework concerns this design; absent: whenever the framework does. */
export type ControlScope = 'high' | 'in-area' | 'transparency' | 'general-purpose' | 'deciding' | 'personal'

/** A requirement of a framework and the evidence that bears on it. Titles only: the texts belong to their owners. */
export interface FrameworkControl {
  readonly id: string
  readonly title: string
  readonly evidence: readonly EvidenceId[]
  readonly scope?: ControlScope
}

export interface ControlFramework {
  readonly id: FrameworkId
  readonly title: string
  readonly edition: string
  /** What it is to a design: a law that may bind, or a standard that one may follow. */
  readonly force: 'law' | 'standard'
  readonly controls: readonly FrameworkControl[]
}
