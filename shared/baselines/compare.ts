import type { Baseline, Design, ReviewedThreat } from '../design/design.ts'
import { type DesignChange, diffDesigns } from '../design/diff.ts'
import type { Finding } from '../findings/finding.ts'
import { type Figure, figureHeads, figuresOf } from '../options/figures.ts'
import type { Outcome } from '../options/outcome.ts'
import { thaw, withoutBaselines } from './freeze.ts'

/** One headline number then and now. */
export interface FigureSince extends Figure {
  readonly was?: number
  /** Now less then; absent where one of the two is not known. */
  readonly delta?: number
  /** Whether the number of then lies within what is not known of today's. */
  readonly isWithinBand?: boolean
}

export interface FindingSince {
  readonly id: string
  readonly rule: string
  readonly title: string
  readonly severity: string
  readonly isThreat: boolean
  readonly change: 'new' | 'gone' | 'changed'
  /** "open, high" then and now, where it was there both times. */
  readonly was?: string
  readonly is?: string
}

/** What has changed since a baseline, in meaning. */
export interface SinceBaseline {
  readonly elements: readonly DesignChange[]
  readonly figures: readonly FigureSince[]
  readonly findings: readonly FindingSince[]
}

/** The design of today against what was frozen; figures and findings only once today's are there. */
export function compareBaseline(design: Design, baseline: Baseline, outcome?: Outcome): SinceBaseline {
  const { findings: before = {} } = baseline
  const elements = diffDesigns(withoutBaselines(thaw(baseline)), withoutBaselines(design))
  if (outcome === undefined) return { elements, figures: [], findings: [] }
  const findings = withoutAsked(outcome.findings, design, before)
  return {
    elements,
    figures: figuresSince(baseline, { ...outcome, findings }),
    findings: findingsSince(before, findings),
  }
}

/** Without what a board has asked for since: its condition is a finding while it is open, and no change of the design. */
function withoutAsked(
  findings: readonly Finding[],
  { baselines = [] }: Design,
  before: Readonly<Record<string, ReviewedThreat>>,
): readonly Finding[] {
  const boards = new Set(baselines.map(({ id }) => id))
  return findings.filter(({ id, anchors }) => Object.hasOwn(before, id) || !anchors.some((each) => boards.has(each)))
}

/** Findings that read alike, once, with how many they are. */
export function alikeFindings(
  findings: readonly FindingSince[],
): readonly (FindingSince & { readonly count: number })[] {
  const lines = new Map<string, FindingSince & { readonly count: number }>()
  for (const finding of findings) {
    const { rule, title, severity, change, was, is } = finding
    const key = JSON.stringify([rule, title, severity, change, was, is])
    lines.set(key, { ...finding, ...lines.get(key), count: (lines.get(key)?.count ?? 0) + 1 })
  }
  return [...lines.values()]
}

function figuresSince({ figures: before = {} }: Baseline, outcome: Outcome): readonly FigureSince[] {
  const now = figuresOf(outcome)
  return figureHeads.flatMap(({ id }): FigureSince[] => {
    const figure = now.find((each) => each.id === id)
    const was = Object.hasOwn(before, id) ? before[id] : undefined
    if (figure === undefined || (figure.band === undefined && was === undefined)) return []
    const { band } = figure
    return [
      {
        ...figure,
        ...(was === undefined ? {} : { was }),
        ...(was === undefined || band === undefined
          ? {}
          : { delta: band.value - was, isWithinBand: was >= band.low && was <= band.high }),
      },
    ]
  })
}

function findingsSince(
  before: Readonly<Record<string, ReviewedThreat>>,
  now: readonly Finding[],
): readonly FindingSince[] {
  const known = new Map(now.map((finding) => [finding.id, finding]))
  const come = now.flatMap(({ id, rule, title, severity, lenses, status }): FindingSince[] => {
    const isThreat = lenses.includes('threat')
    if (!Object.hasOwn(before, id)) return [{ id, rule, title, severity, isThreat, change: 'new' }]
    const was = before[id]
    if (was === undefined || (was.status === status && was.severity === severity)) return []
    return [
      {
        id,
        rule,
        title,
        severity,
        isThreat,
        change: 'changed',
        was: `${was.status}, ${was.severity}`,
        is: `${status}, ${severity}`,
      },
    ]
  })
  const gone = Object.entries(before).flatMap(([id, { rule, title, severity, isThreat = false }]): FindingSince[] =>
    known.has(id) ? [] : [{ id, rule, title, severity, isThreat, change: 'gone' }],
  )
  return [...come, ...gone]
}
