import type { Boundary, Design, Id } from './design.ts'

/** The boundaries around an element, innermost first; a chain that runs into itself is cut. */
export function ancestorsOf(design: Design, id: Id): readonly Boundary[] {
  const parents = new Map((design.boundaries ?? []).map((boundary) => [boundary.id, boundary]))
  const chain: Boundary[] = []
  let next = parents.get(id)?.in ?? design.components?.find((component) => component.id === id)?.in
  while (next !== undefined) {
    const boundary = parents.get(next)
    if (!boundary || chain.includes(boundary)) break
    chain.push(boundary)
    next = boundary.in
  }
  return chain
}

/** Everything that stands in a boundary at any depth: components and boundaries. */
export function insideOf(design: Design, boundary: Id): ReadonlySet<Id> {
  const inside = new Set<Id>()
  const waiting = [boundary]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const child of design.boundaries ?? []) {
      if (child.in !== next || inside.has(child.id) || child.id === boundary) continue
      inside.add(child.id)
      waiting.push(child.id)
    }
  }
  const around = new Set([boundary, ...inside])
  for (const { id, in: stands } of design.components ?? [])
    if (stands !== undefined && around.has(stands)) inside.add(id)
  return inside
}
