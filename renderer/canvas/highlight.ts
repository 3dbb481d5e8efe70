import type { Design, Id } from '../../shared/design/design.ts'
import type { Highlighted } from '../store/view-store.ts'
import type { Highlight } from './drawing-types.ts'

/** What a finding or a step lights up: its elements, the numbered arrows of its path, its legs and the control it asks for. */
export function highlightOf(finding: Highlighted, design: Design): Highlight {
  const flows = new Set((design.flows ?? []).map((flow) => flow.id))
  const path = finding.path ?? []
  const elements = new Set<Id>([...finding.elements, ...path])
  const steps = new Map<Id, number>()
  for (const id of path) if (flows.has(id) && !steps.has(id)) steps.set(id, steps.size + (finding.firstStep ?? 1))
  // An arrow is only seen together with what it joins.
  for (const flow of design.flows ?? []) {
    if (!elements.has(flow.id)) continue
    elements.add(flow.from)
    elements.add(flow.to)
  }
  const legs = new Map<Id, readonly string[]>()
  for (const leg of finding.legs ?? []) {
    const cards = leg.elements.filter((id) => !flows.has(id))
    for (const at of cards.length === 0 ? leg.elements.slice(0, 1) : cards) {
      legs.set(at, [...(legs.get(at) ?? []), leg.label])
      elements.add(at)
    }
  }
  const remedy = finding.remedy === undefined ? undefined : { title: finding.remedy.title, at: finding.remedy.at }
  return { elements, steps, legs, remedy }
}
