import type { Id } from '../../../shared/design/design.ts'
import type { Heat, HeatMap, Overlay } from '../heat.ts'
import type { ShownNumbers } from '../pack-numbers.ts'
import { levelOf, percent, stepLegend } from './steps.ts'
import { mostOf } from './together.ts'

/** Where the steps of utilisation begin: free, in use, filling, nearly full, and from 100 % on there is no steady state. */
const steps = [0, 0.3, 0.5, 0.7, 0.85] as const

export const utilisationOverlay = {
  id: 'load',
  label: 'Utilisation',
  description: 'How full everything is at the peak.',
  read: ({ numbers }) => (numbers === undefined ? undefined : utilisationOf(numbers.estimate)),
} as const satisfies Overlay

export function utilisationOf({ meaningful, components, traffic }: ShownNumbers['estimate']): HeatMap | undefined {
  if (!meaningful) return undefined
  const heats = new Map<Id, Heat>()
  const utilisations = new Map<Id, number>()
  for (const { component, utilisation, capacityWhy, misfit } of components) {
    if (misfit === true) {
      const title = 'Does not fit: the model needs more memory than its GPUs have'
      heats.set(component, { level: 5, text: 'does not fit', title, unstable: true })
    }
    if (utilisation === undefined || misfit === true) continue
    utilisations.set(component, utilisation)
    const why = capacityWhy === undefined ? '' : ` of ${capacityWhy}`
    heats.set(
      component,
      utilisation >= 1
        ? { level: 5, text: 'unstable', title: `Unstable: asked for ${percent(utilisation)}${why}`, unstable: true }
        : {
            level: levelOf(utilisation, steps),
            text: percent(utilisation),
            title: `${percent(utilisation)}${why} at the peak`,
          },
    )
  }
  // What does not fit at all goes before what is full.
  const together = mostOf(heats, 'Fullest', (id) => utilisations.get(id) ?? Infinity)
  return { title: 'in use at the peak', legend: stepLegend(steps), heats, together, traffic }
}
