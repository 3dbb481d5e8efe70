import { useStore } from 'zustand'
import type { Id } from '../../shared/design/design.ts'
import type { Severity } from '../../shared/findings/finding.ts'
import { severities } from '../../shared/findings/finding.ts'
import { createKeeper } from '../store/keep-equal.ts'
import { analysisStore } from './analysis-store.ts'
import type { ShownAnalysis } from './pack-numbers.ts'

/** What a card or an arrow wears of what was found. */
export interface Badges {
  /** Open findings that name the element, with the worst severity among them. */
  readonly findings?: { readonly count: number; readonly worst: Severity }
  /** Something about it is asked and not answered. */
  readonly asked?: true
}

/** The badges of every element that has any. */
export function badgesOf(analysis: ShownAnalysis): ReadonlyMap<Id, Badges> {
  const badges = new Map<Id, Badges>()
  const add = (id: Id, more: Badges): void => void badges.set(id, { ...badges.get(id), ...more })
  const components = new Set(analysis.estimate.components.map((one) => one.component))
  const undrawn = new Set([
    ...analysis.requirements.map((one) => one.requirement),
    ...analysis.estimate.actions.map((one) => one.action),
  ])
  for (const finding of analysis.findings) {
    if (finding.status !== 'open') continue
    // A long path says "look here" best at its ends, not on every card it runs through.
    const places = new Set(finding.anchors)
    // A missed target is of an action or a requirement, which are not drawn: the component that weighs most shows it.
    const heaviest = finding.elements.find((id) => components.has(id))
    if (heaviest !== undefined && finding.anchors.every((id) => undrawn.has(id))) places.add(heaviest)
    for (const id of places) {
      const before = badges.get(id)?.findings
      const worst = before === undefined ? finding.severity : worse(before.worst, finding.severity)
      add(id, { findings: { count: (before?.count ?? 0) + 1, worst } })
    }
  }
  for (const group of analysis.questions) for (const { on } of group.elements) add(on, { asked: true })
  return badges
}

function worse(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) <= severities.indexOf(b) ? a : b
}

const keep = createKeeper<Id, Badges>()
let lastAnalysis: ShownAnalysis | undefined
let lastBadges: ReadonlyMap<Id, Badges> = new Map()

/** Keeps the record of an element that did not change, so that only touched cards render again. */
function currentBadges(analysis: ShownAnalysis | undefined): ReadonlyMap<Id, Badges> {
  if (analysis === lastAnalysis) return lastBadges
  lastAnalysis = analysis
  lastBadges = keep(analysis === undefined ? new Map() : badgesOf(analysis))
  return lastBadges
}

/** The badges of all elements; the same map until a new analysis is there. */
export function useAllBadges(): ReadonlyMap<Id, Badges> {
  return useStore(analysisStore, (state) => currentBadges(state.analysis))
}
