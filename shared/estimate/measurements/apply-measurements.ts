import type { Design, Settings } from '../../design/design.ts'
import { updateElement } from '../../design/edit/element.ts'
import type { Graph } from '../../graph/graph.ts'
import type { MeasuredField } from './match-measurements.ts'

/**
 * States measurements in the components they were matched to: what was assumed is then measured. A median of a model that
 * reasons is taken as that of the first visible word, since that is what one can measure from outside; a 95th percentile
 * that was stated for an older median goes, because it no longer belongs to it.
 */
export function applyMeasurements(design: Design, graph: Graph, fields: readonly MeasuredField[]): Design {
  return fields.reduce((before, { component, field, after }) => {
    return updateElement(before, 'components', component, (element) => {
      const settings = withoutOldTail({ ...element.settings }, component, field, fields)
      const isModel = field === 'ttftP50Ms' && 'ttftWithReasoning' in graph.kindOf(component).settings
      const reasons = isModel && (graph.settings(component).text('reasoningEffort') ?? 'none') !== 'none'
      return { ...element, settings: { ...settings, [field]: after, ...(reasons ? { ttftWithReasoning: true } : {}) } }
    })
  }, design)
}

function withoutOldTail(
  settings: Settings,
  component: string,
  field: string,
  fields: readonly MeasuredField[],
): Settings {
  const tail = field.replace('50', '95')
  const comesToo = fields.some((each) => each.component === component && each.field === tail)
  if (tail === field || comesToo) return settings
  const { [tail]: _old, ...rest } = settings
  return rest
}
