import type { Design, Id } from '../../shared/design/design.ts'
import type { Severity } from '../../shared/findings/finding.ts'
import type { DrawingMark } from '../../shared/options/compare-drawings.ts'
import type { Formatter } from '../../shared/kinds/figures/number-format.ts'
import type { ShownAnalysis, ShownNumbers } from './pack-numbers.ts'

/** Five steps from pale to deep. */
export type HeatStep = 1 | 2 | 3 | 4 | 5
/** Names of equal rank, each with a colour of its own. */
export type HeatName = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h'
/** What an overlay colours in: steps, names, several of these at once, severities, what nobody said, and marks of two compared drawings. */
export type HeatLevel = HeatStep | HeatName | 'mixed' | Severity | 'unsaid' | DrawingMark

/** What a card or an arrow wears while an overlay lies over the canvas. */
export interface Heat {
  readonly level: HeatLevel
  /** One letter beside the colour, where levels are names: colour is never the only sign. */
  readonly mark?: string
  /** On the card: "$390", "84 %", "unstable", "Payments team". */
  readonly text: string
  /** Said in full: "$390 a month, 7.6 % of the cost". */
  readonly title: string
  /** Asked for more than it sustains, or unable to run at all: there is no number. */
  readonly unstable?: true
}

export interface LegendEntry {
  readonly level: HeatLevel
  readonly mark?: string
  /** Where a step begins, or the name of what has this colour. */
  readonly label: string
}

/**
 * What one thing wears that is drawn in place of several: a collapsed boundary of what is inside, an arrow of those
 * between the same two ends. Undefined: nothing is known of any of them.
 */
export type Together = (members: readonly Id[], nameOf: (id: Id) => string) => Heat | undefined

/** What lies over the canvas, and what its colours mean. */
export interface HeatMap {
  /** What the numbers or names are of: "of $5.1k a month". */
  readonly title: string
  readonly legend: readonly LegendEntry[]
  readonly heats: ReadonlyMap<Id, Heat>
  /** Absent: `heats` knows by itself what stands for several. */
  readonly together?: Together
  /** Times the stated traffic; absent where traffic does not matter. */
  readonly traffic?: number
}

/** What overlays can be read from. */
export interface Known {
  /** As its file says it, and as it is drawn. */
  readonly document: Design
  readonly design: Design
  /** Undefined while they are being worked out. */
  readonly numbers: ShownNumbers | undefined
  readonly analysis: ShownAnalysis | undefined
  readonly money: Formatter
}

export interface Overlay {
  readonly id: string
  readonly label: string
  /** What it answers, in one sentence. */
  readonly description: string
  /** What a room may not see of it: room mode does not offer it. */
  readonly shows?: 'money' | 'verdicts'
  /** Undefined while nothing can be said. */
  readonly read: (known: Known) => HeatMap | undefined
}
