import type { Id } from '../../shared/design/design.ts'
import type { Finding } from '../../shared/findings/finding.ts'

export type BottomPanel =
  | 'findings'
  | 'estimate'
  | 'threats'
  | 'framing'
  | 'requirements'
  | 'decisions'
  | 'assumptions'
  | 'questions'
  | 'options'
  | 'baselines'
  | 'workloads'
  | 'data'
  | 'governance'
  | 'minutes'
  | 'text'

/** Parts of the estimate panel. */
export const estimateSections = [
  'overview',
  'time',
  'cost',
  'capacity',
  'availability',
  'matters',
  'buildOrBuy',
  'serving',
  'components',
  'ledger',
] as const
export type EstimateSection = (typeof estimateSections)[number]

/** Parts of the threats panel. */
export const threatsViews = ['list', 'matrix', 'coverage', 'data'] as const
export type ThreatsView = (typeof threatsViews)[number]

export interface QuickAdd {
  /** Where to put it, in the canvas's own coordinates; absent: in the middle of what is seen. */
  readonly at?: { readonly x: number; readonly y: number }
  /** Where the list opens on the screen. */
  readonly screen?: { readonly x: number; readonly y: number }
  /** The component that an arrow comes from, or goes to, when the arrow was dropped on empty canvas. */
  readonly from?: Id
  readonly to?: Id
  /** The side of that component on which the new one goes; on the right of where an arrow comes from when absent. */
  readonly side?: 'left' | 'right' | 'above' | 'below'
  /** The arrow into whose middle the new component goes. */
  readonly onArrow?: Id
}

/** What the canvas lights up while the rest dims: a finding, or a step of a walk. */
export interface Highlighted
  extends
    Pick<Finding, 'id' | 'elements'>,
    Partial<Pick<Finding, 'rule' | 'title' | 'severity' | 'path' | 'trail' | 'legs' | 'remedy'>> {
  /** The number of the first arrow of its path; 1 when absent. */
  readonly firstStep?: number
  /** The numbers of its arrows, where they do not simply count up along the path. */
  readonly numbers?: Readonly<Record<Id, readonly number[]>>
}
