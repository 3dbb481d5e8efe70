import type { Id } from '../../shared/design/design.ts'
import type { DrawingDifferences, DrawingMark } from '../../shared/options/compare-drawings.ts'
import type { Heat, HeatMap } from '../analysis/heat.ts'
import { countsOf } from '../analysis/overlays/together.ts'

const signs = {
  here: { level: 'here', mark: '−', label: 'Only on the left' },
  there: { level: 'there', mark: '+', label: 'Only on the right' },
  changed: { level: 'changed', mark: '~', label: 'Different' },
} as const satisfies Readonly<Record<DrawingMark, object>>

/** The differences of one of two drawings, to be worn as an overlay; the legend is of both. */
export function differenceMap(differences: DrawingDifferences, of: 'first' | 'second'): HeatMap {
  const { fields, partners } = differences
  const heats = new Map<Id, Heat>()
  for (const [id, sign] of differences[of]) {
    const { level, mark, label } = signs[sign]
    const what = fields.get(of === 'first' ? id : (partners.get(id) ?? id))
    heats.set(id, { level, mark, text: label, title: what === undefined ? label : `${label}: ${what}` })
  }
  const worn = new Set([...differences.first.values(), ...differences.second.values()])
  return {
    title: worn.size === 0 ? 'no difference in the drawing' : 'beside the other drawing',
    legend: (['here', 'there', 'changed'] as const).filter((mark) => worn.has(mark)).map((mark) => signs[mark]),
    heats,
    // What differs inside is a difference of what stands for it, be it there or not.
    together: (members) => {
      const different = members.flatMap((id) => heats.get(id)?.text ?? [])
      const { level, mark, label } = signs.changed
      return different.length === 0 ? undefined : { level, mark, text: label, title: `Inside: ${countsOf(different)}` }
    },
  }
}
