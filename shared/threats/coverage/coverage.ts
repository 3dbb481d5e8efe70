import type { Id } from '../../design/design.ts'
import type { LinddunLetter } from '../../findings/finding.ts'
import type { ElementType, StrideLetter } from './element-type.ts'
import type { MaestroLayer } from './maestro-layer.ts'

export type Method = 'stride' | 'linddun'
export type Letter = StrideLetter | LinddunLetter

/**
 * What is known about one letter of one element: a threat stands open; a fact is missing; somebody decided (accepted,
 * transferred, avoided, disputed); a control closes it; rules looked and it does not apply; or no rule looked.
 */
export type CellState = 'open' | 'unknown' | 'treated' | 'mitigated' | 'notApplicable' | 'notConsidered'

/** The order in which a cell shows what several rules say, worst first. */
export const cellStates: readonly CellState[] = [
  'open',
  'unknown',
  'treated',
  'mitigated',
  'notApplicable',
  'notConsidered',
]

/** What one rule says about a cell, or a person who raised a threat from it or found none. */
export interface CellReason {
  /**
   * A rule's id; `manualThreatRule` for what a person raised, `consideredByHand` for what one found to be no threat,
   * `premiseNotStated` for what rules judge by and nobody stated.
   */
  readonly rule: string
  readonly title: string
  readonly says: Exclude<CellState, 'notConsidered'>
  /** The finding that says so. */
  readonly finding?: string
  /** The question that is open, by the id of its group. */
  readonly question?: string
  /** The control, treatment or assumption that closes it. */
  readonly by?: Id
}

export interface Cell {
  readonly on: Id
  readonly method: Method
  readonly letter: Letter
  readonly state: CellState
  /** Worst first. Empty: not considered. */
  readonly reasons: readonly CellReason[]
}

/** An element in scope with its cells, in the order of the letters; a letter that its type does not have has no cell. */
export interface CoverageRow {
  readonly on: Id
  readonly name: string
  readonly type: ElementType
  /** An arrow stands on the layer of what it calls. */
  readonly layer: MaestroLayer
  readonly cells: readonly Cell[]
}

/** A list of threats in one edition ("OWASP Top 10 for LLM applications, 2026"), entry by entry. */
export interface ListCoverage {
  readonly framework: string
  readonly edition: string
  readonly title: string
  readonly entries: readonly EntryCoverage[]
}

/** What was looked for under one entry of such a list, and what came of it. */
export interface EntryCoverage {
  readonly id: string
  readonly title: string
  /** The worst that a rule says of any element. */
  readonly state: CellState
  /** The rules in force that look for it. Empty: not considered. */
  readonly rules: readonly string[]
  /** How many boxes and arrows these rules looked at. 0: nothing is drawn that the entry is about. */
  readonly places: number
  /** Each finding and open question once, worst first; what does not apply is left out. */
  readonly reasons: readonly CellReason[]
}

/** Decided out of applicable: what is unknown or was not considered is never counted as decided. */
export interface CoverageCount {
  readonly applicable: number
  readonly decided: number
  readonly byState: Readonly<Record<CellState, number>>
}

export interface Coverage {
  readonly rows: readonly CoverageRow[]
  readonly total: Readonly<Record<Method, CoverageCount>>
  readonly byLetter: Readonly<Record<Method, Readonly<Partial<Record<Letter, CoverageCount>>>>>
  /** Layers that have no element are left out. */
  readonly byLayer: Readonly<Partial<Record<MaestroLayer, CoverageCount>>>
  /** Every edition of every list of threats, in the order of the catalogues. */
  readonly byList: readonly ListCoverage[]
}

/** How many cells, or entries, are in each state. */
export function countCells(cells: readonly { readonly state: CellState }[]): CoverageCount {
  const byState: Record<CellState, number> = {
    open: 0,
    unknown: 0,
    treated: 0,
    mitigated: 0,
    notApplicable: 0,
    notConsidered: 0,
  }
  for (const { state } of cells) byState[state] += 1
  return {
    applicable: cells.length,
    decided: cells.length - byState.unknown - byState.notConsidered,
    byState,
  }
}
