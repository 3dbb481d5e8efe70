import { ancestorsOf } from '../../../shared/design/nesting.ts'
import type { Component, Design } from '../../../shared/design/design.ts'
import type { Heat, Overlay } from '../heat.ts'
import { signsFor, unsaid, unsaidEntry } from './names.ts'
import { nameOfAll } from './together.ts'

export const ownerOverlay = {
  id: 'owner',
  label: 'Owner',
  description: 'Who answers for every component, or for the boundary around it.',
  read: ({ design }) => {
    const owned = (design.components ?? []).map((component) => ({ component, owner: ownerOf(design, component) }))
    const { signOf, legend } = signsFor(byFrequency(owned.flatMap(({ owner }) => owner?.name ?? [])))
    const heats = new Map(
      owned.map(({ component, owner }): readonly [string, Heat] => [
        component.id,
        owner === undefined
          ? { ...unsaid, text: 'Not said', title: 'Nobody said who answers for it' }
          : { ...signOf(owner.name), text: owner.name, title: owner.title },
      ]),
    )
    const isComplete = owned.every(({ owner }) => owner !== undefined)
    return {
      title: 'owner',
      legend: isComplete ? legend : [...legend, unsaidEntry],
      heats,
      together: nameOfAll(heats, (id) => heats.get(id)?.text ?? ''),
    }
  },
} as const satisfies Overlay

interface Owner {
  readonly name: string
  readonly title: string
}

/** Its own, or that of the innermost boundary which has one. */
function ownerOf(design: Design, component: Component): Owner | undefined {
  const own = component.owner?.trim() ?? ''
  if (own !== '') return { name: own, title: `Owned by ${own}` }
  for (const boundary of ancestorsOf(design, component.id)) {
    const name = boundary.owner?.trim() ?? ''
    if (name !== '') return { name, title: `Owned by ${name}, as all of ${boundary.name}` }
  }
  return undefined
}

/** The name that most have first; those of equal number by the alphabet, so that colours stay where they are. */
function byFrequency(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].toSorted(([a, many], [b, others]) => others - many || (a < b ? -1 : 1)).map(([name]) => name)
}
