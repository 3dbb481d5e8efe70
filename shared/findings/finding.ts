import type { Id, Patch } from '../design/design.ts'

export type Severity = 'critical' | 'high' | 'medium' | 'low'
export const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low']

/** A rule can be seen as a design check, as a threat, or as both: one cause is one line. */
export type Lens = 'check' | 'threat'

export interface Reference {
  readonly framework: string
  readonly edition: string
  readonly id: string
}

/** Topics that an architect can mark complete; only then does absence become a finding. */
export type Topic =
  | 'reliability'
  | 'latency'
  | 'cost'
  | 'access'
  | 'agents'
  | 'retrieval'
  | 'privacy'
  | 'responsible-use'
  | 'data'
  | 'evaluation'
  | 'release'
  | 'monitoring'
  | 'governance'
  | 'supply-chain'

/** A leg of the lethal trifecta, or another labelled part of a path. */
export interface Leg {
  readonly label: string
  readonly elements: readonly Id[]
}

/** The threat types of LINDDUN: linking, identifying, non-repudiation, detecting, data disclosure, unawareness, non-compliance. */
export type LinddunLetter = 'L' | 'I' | 'Nr' | 'D' | 'Dd' | 'U' | 'Nc'
export const linddunLetters: readonly LinddunLetter[] = ['L', 'I', 'Nr', 'D', 'Dd', 'U', 'Nc']

/** Likelihood and impact, 1 to 5 each, with the arithmetic in words. */
export interface Rating {
  readonly likelihood: number
  readonly impact: number
  readonly why: string
  /** No rule rates it by the facts: it is what its severity stands for. */
  readonly isAssumed?: true
  /** The same without what its controls take off; absent where no control takes anything off. */
  readonly inherent?: { readonly likelihood: number; readonly impact: number; readonly why: string }
  /** The box or the control in place that takes a step off and closes nothing. */
  readonly softenedBy?: Id
}

/** The cheapest way to break a path: a control of this type at this place. */
export interface Remedy {
  readonly control: string
  readonly title: string
  /** The flow to put it on, or the component to change. */
  readonly at: Id
  readonly strength: 'deterministic' | 'probabilistic'
}

/** Likelihood and impact, 1 to 5 each, what the matrix of the design makes of them, and the arithmetic in words. */
export interface RatedRisk {
  readonly likelihood: number
  readonly impact: number
  readonly severity: Severity
  readonly why: string
}

export interface Finding {
  /** Fingerprint: rule and anchors. Survives edits, renames and moves. */
  readonly id: string
  readonly rule: string
  readonly aliases: readonly string[]
  readonly lenses: readonly Lens[]
  readonly topic: Topic
  readonly severity: Severity
  /** How the severity came about, in sentences: the rule's, what the facts take off, what critical proves, the stage. */
  readonly weighed: string
  readonly title: string
  /** What is wrong here, with the names of the elements. */
  readonly problem: string
  /** Why it matters. */
  readonly why: string
  readonly fix: string
  readonly references: readonly Reference[]
  /** The ends of a path, or the element: what a waiver holds on to. */
  readonly anchors: readonly Id[]
  /**
   * Findings of one group are one line with several places: the same rule, and for a way of attack the same way, as in
   * a part of the drawing and its copy; for threats that a file brought, that file. Presentation only: decisions hold on
   * to the anchors.
   */
  readonly group?: string
  /** All elements to highlight. */
  readonly elements: readonly Id[]
  /** Components and flows in order from source to sink. */
  readonly path?: readonly Id[]
  /**
   * Components and flows by which the data came there, drawn where the finding is shown. Unlike a path it is no way of
   * attack: it proves nothing, weighs nothing, and never parts lines.
   */
  readonly trail?: readonly Id[]
  /** The ways beside the trail, which is the shortest, shorter ones first. */
  readonly otherTrails?: readonly (readonly Id[])[]
  readonly legs?: readonly Leg[]
  readonly remedy?: Remedy
  /** One undoable command that repairs the design, where the graph allows it. */
  readonly quickFix?: { readonly label: string; readonly patch: Patch }
  /** For threats: 1 to 5 each, with the arithmetic in words. */
  readonly rating?: Rating
  /** For threats: as if no control stood in its way, and as it stands after controls and what was decided about it. */
  readonly inherent?: RatedRisk
  readonly residual?: RatedRisk
  /** STRIDE letters, for threats. */
  readonly stride?: string
  /** LINDDUN letters, for what touches people: L I Nr D Dd U Nc. */
  readonly linddun?: readonly LinddunLetter[]
  readonly status: 'open' | 'mitigated' | 'accepted' | 'transferred' | 'avoided' | 'disputed'
  /** The treatment record, or the control that closes it. */
  readonly treatedBy?: Id
  readonly facts: Readonly<Record<string, string>>
  /** Why a waiver no longer hides it. */
  readonly note?: string
}

/** Where a question is open: the element, its field, and what somebody has already said about it. */
export interface QuestionPlace {
  readonly on: Id
  readonly field?: string
  /** Somebody looked and does not know yet. */
  readonly answered?: 'unknown'
  /** ISO date by which whoever was asked answers. */
  readonly due?: string
}

/**
 * How an answer is given: by the field's own control, yes or no, by a link to what was measured, on the drawing, or in
 * the questionnaire of a law, which has its own options.
 */
export type AnswerForm = 'field' | 'yesNo' | 'evidence' | 'drawing' | 'questionnaire'

/** Something the drawing cannot tell. Grouped: one answer serves all alike. */
export interface QuestionGroup {
  /** Field or topic key: 'settings.encryptedAtRest', 'topic.evaluation', 'requirement.r-full'. */
  readonly id: string
  readonly text: string
  readonly topic: Topic
  /** Who would know. */
  readonly ask?: string
  readonly answer: AnswerForm
  readonly elements: readonly QuestionPlace[]
  /** Rules whose verdict the answer can change, worst first. */
  readonly rules: readonly string[]
  /** Requirements whose verdict the answer can change. */
  readonly requirements: readonly Id[]
  /** The severest verdict that the answer can change. */
  readonly weight: Severity
  /** How many verdicts the answer can change: rules on elements, and requirements. */
  readonly verdicts: number
  /** Somebody was asked, and the day by which they would answer has passed. */
  readonly overdue?: true
}
