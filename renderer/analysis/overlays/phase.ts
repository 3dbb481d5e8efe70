import type { Change, Design, Id, Variant } from '../../../shared/design/design.ts'
import { chainOf } from '../../../shared/design/effective.ts'
import type { Heat, Overlay } from '../heat.ts'
import { signsFor } from './names.ts'
import { nameOfAll } from './together.ts'

/** What stays as it is in every option and phase wears nothing: what moves is what one looks for. */
export const phaseOverlay = {
  id: 'phase',
  label: 'Phase or option',
  description: 'Which option or phase adds, changes or removes a component or arrow.',
  read: ({ document, design }) => {
    const variants = document.variants ?? []
    const { signOf, legend } = signsFor(variants.map(({ id }) => id))
    const nameOf = (id: Id): string => variants.find((each) => each.id === id)?.name ?? id
    const drawn = [...(design.components ?? []), ...(design.flows ?? [])]
    const heats = new Map<Id, Heat>()
    const movers = new Map<Id, Id>()
    for (const { id } of drawn) {
      const changes = changesOf(document, id)
      const [first] = changes
      if (first === undefined) continue
      const title = changes.map(({ verb, by }) => `${nameOf(by)} ${verb} it`).join(', ')
      heats.set(id, { ...signOf(first.by), text: `${nameOf(first.by)} ${first.verb}`, title })
      movers.set(id, first.by)
    }
    const shown = new Set([...heats.values()].map(({ level }) => level))
    return {
      title: variants.length === 0 ? 'no option or phase yet' : 'added, changed or removed by',
      legend: legend.filter(({ level }) => shown.has(level)).map((entry) => ({ ...entry, label: nameOf(entry.label) })),
      heats,
      // Whatever happens inside, to a boundary it is a change.
      together: nameOfAll(heats, (id) => `${nameOf(movers.get(id) ?? id)} changes`),
    }
  },
} as const satisfies Overlay

interface VariantChange {
  readonly by: Id
  readonly verb: 'adds' | 'changes' | 'removes'
}

/** Who changes an element: those that the drawn side is made of first, then the others, each in its order. */
function changesOf(document: Design, id: Id): readonly VariantChange[] {
  const chain = document.shown === undefined ? [] : chainOf(document, document.shown)
  const others = (document.variants ?? []).filter((variant) => !chain.includes(variant))
  const inBase = [...(document.components ?? []), ...(document.flows ?? [])].some((each) => each.id === id)
  let isThere = inBase
  return [...chain, ...others].flatMap((variant): VariantChange[] => {
    const change = changeIn(variant, id)
    if (change === undefined) return []
    const verb = change === null ? 'removes' : isThere ? 'changes' : 'adds'
    isThere ||= change !== null
    return [{ by: variant.id, verb }]
  })
}

function changeIn({ changes }: Variant, id: Id): Change | undefined {
  const own = changes.components?.[id]
  return own === undefined ? changes.flows?.[id] : own
}
