import { severities } from '../../../shared/findings/finding.ts'
import { badgesOf } from '../badges.ts'
import type { Heat, Overlay } from '../heat.ts'

/** The worst that is open at each element, findings and threats alike. */
export const riskOverlay = {
  id: 'risk',
  label: 'Risk',
  description: 'The worst open finding or threat of every component and arrow.',
  shows: 'verdicts',
  read: ({ analysis, design }) => {
    if (analysis === undefined) return undefined
    const drawn = new Set([...(design.components ?? []), ...(design.flows ?? [])].map(({ id }) => id))
    const heats = [...badgesOf(analysis)].flatMap(([id, { findings }]): (readonly [string, Heat])[] => {
      if (findings === undefined || !drawn.has(id)) return []
      const { worst, count } = findings
      const text = capital(worst)
      return [[id, { level: worst, mark: letterOf(worst), text, title: `${count} open, worst ${worst}` }]]
    })
    const found = new Set(heats.map(([, { level }]) => level))
    const legend = severities.map((level) => ({ level, mark: letterOf(level), label: capital(level) }))
    return {
      title: 'worst that is open',
      legend: legend.filter(({ level }) => found.has(level)),
      heats: new Map(heats),
    }
  },
} as const satisfies Overlay

function letterOf(severity: string): string {
  return severity.slice(0, 1).toUpperCase()
}

function capital(word: string): string {
  return `${letterOf(word)}${word.slice(1)}`
}
