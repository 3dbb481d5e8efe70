import type { Design, Id } from '../../shared/design/design.ts'
import type { Folded } from '../../shared/layout/fold.ts'
import type { Heat, HeatMap } from './heat.ts'

/** What everything that is drawn wears: what stands for several wears what these add up to. `whole`: with what is not drawn. */
export function foldedHeats(
  { heats, together }: HeatMap,
  { inside, shownAs, bundles }: Pick<Folded, 'inside' | 'shownAs' | 'bundles'>,
  whole: Design,
): HeatMap['heats'] {
  if (inside.size === 0 || together === undefined) return heats
  const nameOf = namesIn(whole)
  const members = new Map<Id, Id[]>([...inside.keys()].map((boundary) => [boundary, [boundary]]))
  for (const [hidden, shown] of shownAs) members.get(shown)?.push(hidden)
  const worn = new Map(heats)
  for (const [id, all] of [...members, ...bundles]) {
    const heat: Heat | undefined = together(all, nameOf)
    if (heat === undefined) worn.delete(id)
    else worn.set(id, heat)
  }
  return worn
}

function namesIn({ components = [], boundaries = [], flows = [] }: Design): (id: Id) => string {
  const names = new Map([...components, ...boundaries].map(({ id, name }) => [id, name]))
  const named = (id: Id): string => names.get(id) ?? id
  const arrows = new Map(flows.map(({ id, name, from, to }) => [id, name ?? `${named(from)} to ${named(to)}`]))
  return (id) => names.get(id) ?? arrows.get(id) ?? id
}
