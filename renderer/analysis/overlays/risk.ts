import type { Id } from '../../../shared/design/design.ts'
import { severities } from '../../../shared/findings/finding.ts'
import { badgesOf } from '../badges.ts'
import type { Heat, Overlay } from '../heat.ts'
import { mostOf } from './together.ts'

const weights: ReadonlyMap<unknown, number> = new Map(
  severities.map((each, index) => [each, severities.length - index]),
)

/** The worst that is open at each element, findings and threats alike. */
export const riskOverlay = {
  id: 'risk',
  label: 'Risk',
  description: 'The worst open finding or threat of every component and arrow.',
  shows: 'verdicts',
  read: ({ analysis, design }) => {
    if (analysis === undefined) return undefined
    const drawn = new Set([...(design.components ?? []), ...(design.flows ?? [])].map(({ id }) => id))
    const all = new Map<Id, Heat>()
    for (const [id, { findings }] of badgesOf(analysis)) {
      if (findings === undefined) continue
      const { worst, count } = findings
      const title = `${count} open, worst ${worst}`
      all.set(id, { level: worst, mark: letterOf(worst), text: capital(worst), title })
    }
    const heats = new Map([...all].filter(([id]) => drawn.has(id)))
    const found = new Set([...heats.values()].map(({ level }) => level))
    const legend = severities.map((level) => ({ level, mark: letterOf(level), label: capital(level) }))
    return {
      title: 'worst that is open',
      legend: legend.filter(({ level }) => found.has(level)),
      heats,
      // Of boundaries as well: an open one wears nothing, but what is collapsed includes them.
      together: mostOf(all, 'Worst', (id) => weights.get(all.get(id)?.level) ?? 0),
    }
  },
} as const satisfies Overlay

function letterOf(severity: string): string {
  return severity.slice(0, 1).toUpperCase()
}

function capital(word: string): string {
  return `${letterOf(word)}${word.slice(1)}`
}
