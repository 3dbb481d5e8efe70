import type { Design, Id } from '../design/design.ts'
import { type DesignChange, diffDesigns } from '../design/diff.ts'
import { effectiveDesign } from '../design/effective.ts'
import type { Verdict } from '../estimate/requirement-result.ts'
import type { Finding } from '../findings/finding.ts'
import { type Figure, figuresOf } from './figures.ts'
import { type Outcome, type Side, sideName } from './outcome.ts'

/** A side with what the engines said of it; no outcome while it is being worked on. */
export interface ComparedSide {
  readonly side: Side
  readonly outcome?: Outcome
}

/** One number of one side, and how far it is from the same number of the first side: the difference of two runs. */
export interface ComparedFigure extends Figure {
  readonly delta?: number
  /** Whether the move is a gain, a loss, or lies within what nobody knows of the first side. */
  readonly move?: 'better' | 'worse' | 'within'
}

export interface ComparedRow {
  readonly id: string
  readonly label: string
  readonly unit: Figure['unit']
  readonly per?: string
  /** One cell a side, in the order of the sides; undefined while its outcome is not there. */
  readonly cells: readonly (ComparedFigure | undefined)[]
}

/** What one side finds beside the first. */
export interface ComparedFindings {
  /** Open there and not open in the first. */
  readonly come: readonly Finding[]
  /** Open in the first and not there. */
  readonly gone: readonly Finding[]
}

export interface ComparedVerdicts {
  readonly requirement: Id
  readonly verdicts: readonly (Verdict | undefined)[]
}

export interface Comparison {
  readonly sides: readonly { readonly side: Side; readonly name: string }[]
  readonly figures: readonly ComparedRow[]
  /** What differs in the drawing, by side, against the first. */
  readonly elements: readonly (readonly DesignChange[])[]
  /** Findings that are not seen as threats; undefined while an outcome is not there. */
  readonly findings: readonly (ComparedFindings | undefined)[]
  readonly threats: readonly (ComparedFindings | undefined)[]
  readonly requirements: readonly ComparedVerdicts[]
}

/**
 * Sides of a design beside one another, all against the first. Times of all sides are those of the first side's main
 * action, so that like is compared with like.
 */
export function compareSides(design: Design, sides: readonly ComparedSide[]): Comparison {
  const [first] = sides
  return {
    sides: sides.map(({ side }) => ({ side, name: sideName(design, side) })),
    figures: compareFigures(
      sides.map(({ outcome }) => outcome),
      first?.outcome?.estimate.mainAction,
    ),
    elements: sides.map(({ side }) => (first === undefined ? [] : diffSides(design, first.side, side))),
    findings: sides.map((each) => compareFindings(first, each, ({ lenses }) => !lenses.includes('threat'))),
    threats: sides.map((each) => compareFindings(first, each, ({ lenses }) => lenses.includes('threat'))),
    requirements: (design.requirements ?? []).map(({ id }) => ({
      requirement: id,
      verdicts: sides.map(({ outcome }) => outcome?.requirements.find((each) => each.requirement === id)?.verdict),
    })),
  }
}

/**
 * The headline numbers of several outcomes, all against the first. `action`: the one whose times are compared; of each
 * its own main one when absent, as designs that know nothing of one another have no action in common.
 */
export function compareFigures(outcomes: readonly (Outcome | undefined)[], action?: Id): readonly ComparedRow[] {
  const figures = outcomes.map((outcome) => (outcome === undefined ? undefined : figuresOf(outcome, action)))
  const heads = figures.find((each) => each !== undefined) ?? []
  return heads.map(({ id, label, unit, per }, row) => ({
    id,
    label,
    unit,
    ...(per === undefined ? {} : { per }),
    cells: figures.map((own) => own?.[row] && compareFigure(figures[0]?.[row], own[row])),
  }))
}

/** What differs in meaning between the drawings of two sides; records about the design are the same for both. */
function diffSides(design: Design, from: Side, to: Side): readonly DesignChange[] {
  if (from === to) return []
  const { variants: _variants, shown: _shown, baselines: _baselines, ...one } = effectiveDesign(design, from)
  const { variants: _others, shown: _drawn, baselines: _frozen, ...other } = effectiveDesign(design, to)
  return diffDesigns(one, other)
}

function compareFigure(first: Figure | undefined, own: Figure): ComparedFigure {
  if (first?.band === undefined || own.band === undefined || first === own) return own
  const delta = own.band.value - first.band.value
  if (delta === 0) return { ...own, delta }
  const isWithin = own.band.value >= first.band.low && own.band.value <= first.band.high
  const isGain = own.better === 'lower' ? delta < 0 : delta > 0
  return { ...own, delta, move: isWithin ? 'within' : isGain ? 'better' : 'worse' }
}

function compareFindings(
  first: ComparedSide | undefined,
  { outcome }: ComparedSide,
  belongs: (finding: Finding) => boolean,
): ComparedFindings | undefined {
  if (first?.outcome === undefined || outcome === undefined) return undefined
  const openIn = (findings: readonly Finding[]): readonly Finding[] =>
    findings.filter((finding) => finding.status === 'open' && belongs(finding))
  const before = openIn(first.outcome.findings)
  const after = openIn(outcome.findings)
  const without = (some: readonly Finding[], others: readonly Finding[]): readonly Finding[] => {
    const ids = new Set(others.map(({ id }) => id))
    return some.filter(({ id }) => !ids.has(id))
  }
  return { come: without(after, before), gone: without(before, after) }
}
