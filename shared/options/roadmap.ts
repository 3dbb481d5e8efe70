import type { Design, Id, Variant, WorkItem } from '../design/design.ts'
import { chainOf } from '../design/effective.ts'
import { listWords } from './words.ts'

/** The phases of a design in the order in which they come, each with its work in the order in which it can be done. */
export interface Roadmap {
  readonly stages: readonly Stage[]
  /** What cannot be so, in sentences: where, and what to change. */
  readonly problems: readonly RoadmapProblem[]
}

export interface Stage {
  /** Undefined for work that no phase has been named for. */
  readonly phase: Variant | undefined
  readonly items: readonly WorkItem[]
  /** Days of effort that somebody stated, and how many items nobody has estimated. */
  readonly effortDays: { readonly low: number; readonly value: number; readonly high: number } | undefined
  readonly withoutEffort: number
}

export interface RoadmapProblem {
  readonly on: Id
  readonly sentence: string
}

const none: readonly WorkItem[] = []

/** Phases by date (those without one after what they build on), and work by what comes first, then by due date. */
export function planRoadmap(design: Design): Roadmap {
  const phases = orderPhases(design)
  const items = orderWork(design.workItems ?? none)
  const stages = phases.map((phase) =>
    stageOf(
      phase,
      items.filter((item) => item.phase === phase.id),
    ),
  )
  const known = new Set(phases.map(({ id }) => id))
  const loose = items.filter(({ phase }) => phase === undefined || !known.has(phase))
  return {
    stages: loose.length === 0 ? stages : [...stages, stageOf(undefined, loose)],
    problems: [...circlesIn(design), ...latecomers(items, phases), ...backwards(design, phases)],
  }
}

/** The phases, what they build on first, then by date. */
export function orderPhases(design: Design): readonly Variant[] {
  const phases = (design.variants ?? []).filter(({ type }) => type === 'phase')
  const depth = (phase: Variant): number => chainOf(design, phase.id).length
  // A date says more than who builds on whom, but only between two that have one.
  return phases.toSorted((a, b) => {
    if (a.date !== undefined && b.date !== undefined && a.date !== b.date) return a.date < b.date ? -1 : 1
    return depth(a) - depth(b)
  })
}

/** Work in an order in which everything comes after what it waits for; of two that could come, the one due first. */
export function orderWork(items: readonly WorkItem[]): readonly WorkItem[] {
  const ids = new Set(items.map(({ id }) => id))
  const done = new Set<Id>()
  const left = items.toSorted(byDue)
  const ordered: WorkItem[] = []
  while (left.length > 0) {
    const ready = left.findIndex(({ after = [] }) => after.every((id) => done.has(id) || !ids.has(id)))
    // Only in a circle nothing is ready; the first of it goes on, and the circle is said elsewhere.
    const [next] = left.splice(Math.max(0, ready), 1)
    if (next === undefined) break
    done.add(next.id)
    ordered.push(next)
  }
  return ordered
}

function byDue(a: WorkItem, b: WorkItem): number {
  const [one, other] = [a.due ?? '9999', b.due ?? '9999']
  return one < other ? -1 : one > other ? 1 : 0
}

/** Lets one item wait for others; a circle is refused with its way named. */
export function setAfter(
  design: Design,
  item: Id,
  after: readonly Id[],
): { readonly ok: true; readonly design: Design } | { readonly ok: false; readonly problem: string } {
  const workItems = (design.workItems ?? none).map((each): WorkItem => {
    if (each.id !== item) return each
    const { after: _before, ...rest } = each
    return after.length === 0 ? rest : { ...rest, after }
  })
  const circle = circleThrough(workItems, item)
  if (circle === undefined) return { ok: true, design: { ...design, workItems } }
  return { ok: false, problem: `This would go round in a circle: ${nameWay(workItems, circle)}.` }
}

/** The way from an item back to itself along what it waits for; undefined where there is none. */
function circleThrough(items: readonly WorkItem[], start: Id): readonly Id[] | undefined {
  const byId = new Map(items.map((item) => [item.id, item]))
  const seen = new Set<Id>()
  const ways: Id[][] = [[start]]
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    for (const next of byId.get(way.at(-1) ?? start)?.after ?? []) {
      if (next === start) return [...way, next]
      if (seen.has(next)) continue
      seen.add(next)
      ways.push([...way, next])
    }
  }
  return undefined
}

function circlesIn({ workItems = none }: Design): readonly RoadmapProblem[] {
  const said = new Set<Id>()
  return workItems.flatMap(({ id }) => {
    if (said.has(id)) return []
    const circle = circleThrough(workItems, id)
    if (circle === undefined) return []
    for (const each of circle) said.add(each)
    return [
      { on: id, sentence: `The work waits for itself: ${nameWay(workItems, circle)}. Let one of them wait less.` },
    ]
  })
}

function nameWay(items: readonly WorkItem[], way: readonly Id[]): string {
  return way.map((id) => `"${items.find((item) => item.id === id)?.name ?? id}"`).join(' waits for ')
}

/** Work that is due after the phase that it brings about has begun. */
function latecomers(items: readonly WorkItem[], phases: readonly Variant[]): readonly RoadmapProblem[] {
  return items.flatMap(({ id, name, due, phase, status }) => {
    const target = phases.find((each) => each.id === phase)
    if (due === undefined || target?.date === undefined || due <= target.date || status === 'done') return []
    return [{ on: id, sentence: `"${name}" is due on ${due}, after "${target.name}" begins on ${target.date}.` }]
  })
}

/** Work of an earlier phase that waits for work of a later one. */
function backwards({ workItems = none }: Design, phases: readonly Variant[]): readonly RoadmapProblem[] {
  const place = (phase: Id | undefined): number => phases.findIndex(({ id }) => id === phase)
  return workItems.flatMap((item) => {
    const later = (item.after ?? []).flatMap((id) => {
      const first = workItems.find((each) => each.id === id)
      return first !== undefined && place(item.phase) >= 0 && place(first.phase) > place(item.phase) ? [first] : []
    })
    if (later.length === 0) return []
    const names = listWords(later.map(({ name }) => `"${name}"`))
    return [{ on: item.id, sentence: `"${item.name}" waits for ${names}, which only a later phase brings.` }]
  })
}

function stageOf(phase: Variant | undefined, items: readonly WorkItem[]): Stage {
  const efforts = items.flatMap(({ effortDays }) => {
    if (effortDays === undefined || (typeof effortDays === 'object' && 'unknown' in effortDays)) return []
    if (typeof effortDays === 'number') return [{ low: effortDays, value: effortDays, high: effortDays }]
    const { value, low = value, high = value } = effortDays
    return [{ low, value, high }]
  })
  const sum = (end: 'low' | 'value' | 'high'): number => efforts.reduce((total, each) => total + each[end], 0)
  return {
    phase,
    items,
    effortDays: efforts.length === 0 ? undefined : { low: sum('low'), value: sum('value'), high: sum('high') },
    withoutEffort: items.length - efforts.length,
  }
}
