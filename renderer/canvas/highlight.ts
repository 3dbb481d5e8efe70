import type { Flow, Id } from '../../shared/design/design.ts'
import type { Folded } from '../../shared/layout/fold.ts'
import type { Look } from '../../shared/perspectives/index.ts'
import type { Highlighted } from '../store/view-parts.ts'
import type { Emphasis, Highlight } from './drawing-types.ts'

/** What a finding or a step lights up: its elements, the numbered arrows of its path or trail, its legs and the control it asks for. */
export function highlightOf(finding: Highlighted, flows: readonly Flow[]): Highlight | undefined {
  // A step that shows a saved view lights nothing: the view says what is seen.
  const path = finding.path ?? finding.trail ?? []
  if (finding.elements.length === 0 && path.length === 0) return undefined
  const arrows = new Set(flows.map(({ id }) => id))
  const elements = new Set<Id>([...finding.elements, ...path])
  const steps = new Map<Id, readonly number[]>(Object.entries(finding.numbers ?? {}))
  for (const id of path) if (arrows.has(id) && !steps.has(id)) steps.set(id, [steps.size + (finding.firstStep ?? 1)])
  // An arrow is only seen together with what it joins.
  for (const flow of flows) {
    if (!elements.has(flow.id)) continue
    elements.add(flow.from)
    elements.add(flow.to)
  }
  const legs = new Map<Id, readonly string[]>()
  for (const leg of finding.legs ?? []) {
    const cards = leg.elements.filter((id) => !arrows.has(id))
    for (const at of cards.length === 0 ? leg.elements.slice(0, 1) : cards) {
      legs.set(at, [...(legs.get(at) ?? []), leg.label])
      elements.add(at)
    }
  }
  const remedy = finding.remedy === undefined ? undefined : { title: finding.remedy.title, at: finding.remedy.at }
  return { elements, steps, legs, remedy }
}

/** What a perspective lets stand out; undefined: nothing does. */
export function highlightOfLook({ lit, calm, numbers }: Look): Highlight | undefined {
  if (lit === undefined) return undefined
  return {
    elements: lit,
    ...(calm === undefined ? {} : { calm }),
    steps: numbers ?? new Map(),
    legs: new Map(),
    remedy: undefined,
  }
}

/** The same on what is drawn: a collapsed boundary lights up for what is inside it, an arrow for those it stands for. */
export function foldHighlight(highlight: Highlight, shownAs: Folded['shownAs']): Highlight {
  if (shownAs.size === 0) return highlight
  const drawn = (id: Id): Id => shownAs.get(id) ?? id
  const steps = new Map<Id, readonly number[]>()
  for (const [id, numbers] of highlight.steps) steps.set(drawn(id), [...(steps.get(drawn(id)) ?? []), ...numbers])
  const legs = new Map<Id, readonly string[]>()
  for (const [id, labels] of highlight.legs) {
    legs.set(drawn(id), [...new Set([...(legs.get(drawn(id)) ?? []), ...labels])])
  }
  const { remedy } = highlight
  return {
    elements: new Set([...highlight.elements].map(drawn)),
    ...(highlight.calm === undefined ? {} : { calm: new Set([...highlight.calm].map(drawn)) }),
    steps,
    legs,
    remedy: remedy && { ...remedy, at: drawn(remedy.at) },
  }
}

/** How an element looks while something is lit up. */
export function emphasisOf(id: Id, highlight: Highlight | undefined): Emphasis {
  if (highlight === undefined) return 'none'
  if (highlight.elements.has(id)) return 'path'
  return highlight.calm?.has(id) === true ? 'none' : 'dimmed'
}
