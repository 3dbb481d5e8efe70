import type { Severity, Topic } from '../findings/finding.ts'
import type { Condition } from '../graph/condition.ts'

export const standardsFormat = 'lintel/standards'
export const standardsVersion = 1

/** What a house says about one rule of this product or of a pack. */
export interface RuleSetting {
  readonly off?: boolean
  readonly severity?: Severity
  /** By name; a name that is not here keeps the rule's default. */
  readonly thresholds?: Readonly<Record<string, number>>
  /** Why it differs, for whoever reads the result. */
  readonly reason?: string
}

/** A rule written as data: every element that `where` chooses must meet `require`, or no path may be as `path` says. */
export interface PackRule {
  /** Unique over all packs and the rules of this product. */
  readonly id: string
  readonly title: string
  readonly severity: Severity
  readonly topic: Topic
  readonly why: string
  readonly fix: string
  /** A sentence about one element; "{name}" is the element's name, "{from}" and "{to}" the ends of a path. */
  readonly problem: string
  readonly references?: readonly string[]
  readonly each?: PackElements
  readonly path?: PackPath
}

/** `require` that cannot be decided becomes a question about the field that it reads. */
export interface PackElements {
  readonly of: 'components' | 'flows' | 'data' | 'boundaries'
  readonly where?: Condition
  readonly require: Condition
}

/** Found: a way along calls from one to the other that passes nothing that `through` chooses. */
export interface PackPath {
  readonly from: Condition
  readonly to: Condition
  readonly through?: Condition
}

export interface RulePack {
  readonly id: string
  readonly title: string
  readonly edition?: string
  readonly source?: string
  /** Who may allow an exception from its rules. */
  readonly approver?: string
  readonly off?: boolean
  readonly rules: readonly PackRule[]
}

export type TechnologyStatus = 'approved' | 'tolerated' | 'forbidden'

/** One line of a client's technology list. `name` is a product's id or any of its names, or a vendor. */
export interface Technology {
  readonly name: string
  readonly status: TechnologyStatus
  /** ISO date on which a tolerated one stops being so. */
  readonly until?: string
  readonly instead?: string
  readonly owner?: string
  /** Who may allow an exception. */
  readonly approver?: string
  readonly reason?: string
}

/** A control of the catalogue that the client demands wherever `where` holds. */
export interface MandatoryControl {
  readonly control: string
  readonly where: Condition
  readonly reason?: string
  readonly owner?: string
  /** Who may allow an exception. */
  readonly approver?: string
}

/** What a client or a house adds to the rules: kept with the workspace, handed to the command line as a file. */
export interface Standards {
  readonly format: typeof standardsFormat
  readonly version: number
  readonly title?: string
  readonly rules?: Readonly<Record<string, RuleSetting>>
  readonly packs?: readonly RulePack[]
  readonly technologies?: readonly Technology[]
  /** The list names every technology that may be used: one that is not on it is asked about. */
  readonly exhaustive?: boolean
  readonly controls?: readonly MandatoryControl[]
}
