import type { Id } from '../../shared/design/design.ts'
import type { DrawingDifferences, DrawingMark } from '../../shared/options/compare-drawings.ts'
import type { Heat, HeatMap, LegendEntry } from '../analysis/heat.ts'

const signs: Readonly<Record<DrawingMark, LegendEntry>> = {
  here: { level: 'here', mark: '−', label: 'Only on the left' },
  there: { level: 'there', mark: '+', label: 'Only on the right' },
  changed: { level: 'changed', mark: '~', label: 'Different' },
}

/** The differences of one of two drawings, to be worn as an overlay. */
export function differenceMap(
  marks: DrawingDifferences['first'],
  fields: DrawingDifferences['fields'],
  partners?: DrawingDifferences['partners'],
): HeatMap {
  const heats = new Map<Id, Heat>()
  for (const [id, mark] of marks) {
    const { level, label } = signs[mark]
    const what = fields.get(partners?.get(id) ?? id)
    heats.set(id, {
      level,
      mark: signs[mark].mark ?? '',
      text: label,
      title: what === undefined ? label : `${label}: ${what}`,
    })
  }
  const worn = new Set(marks.values())
  return {
    title: worn.size === 0 ? 'no difference in the drawing' : 'beside the other drawing',
    legend: (['here', 'there', 'changed'] as const).filter((mark) => worn.has(mark)).map((mark) => signs[mark]),
    heats,
  }
}
