import { foreignEndings } from '../design/file-endings.ts'
import type { Result } from '../design/problem.ts'
import type { Format, Imported } from './format.ts'
import { flowchartLimits } from './mermaid/flowchart.ts'
import { openDiagram } from './mermaid/opening.ts'
import { readFlowchart } from './mermaid/read-flowchart.ts'
import { makeDesign } from './mermaid/read.ts'

/**
 * Flowcharts of Mermaid, as text or within a Markdown fence. Nodes become components, of a kind that their words, ids and
 * classes speak of; subgraphs become boundaries, arrows arrows. Looks say nothing. The text places nothing: the design is
 * laid out when it is shown. Other diagrams of Mermaid are known, and refused in a sentence.
 */
export const mermaid: Format = {
  id: 'mermaid',
  title: 'Mermaid flowcharts',
  extensions: foreignEndings.mermaid,
  recognises: (content) => typeof content === 'string' && openDiagram(content) !== undefined,
  read(content, designId): Result<Imported> {
    const opening = typeof content === 'string' ? openDiagram(content) : undefined
    if (opening?.isFlowchart !== true) {
      const type = opening?.type.slice(0, 60) ?? 'text'
      return refused(`This is a ${type} of Mermaid; only flowcharts are read. Draw the parts and their calls as one.`)
    }
    if (opening.body.length > flowchartLimits.characters) {
      return refused(`This flowchart is longer than ${flowchartLimits.characters} characters. Split it.`, 'limit')
    }
    const chart = readFlowchart(opening)
    if (typeof chart === 'string') return refused(chart, 'limit')
    if (chart.nodes.size === 0) return refused('This flowchart has no nodes; there is nothing to import.')
    const imported = makeDesign(chart, designId, opening.title)
    const more = opening.hasMore ? ['What stands behind the first diagram was left out.'] : []
    return { ok: true, value: { ...imported, leftOut: [...imported.leftOut, ...more] }, problems: [] }
  },
}

function refused(sentence: string, code: 'file' | 'limit' = 'file'): Result<never> {
  return { ok: false, problems: [{ code, level: 'error', path: '', sentence }] }
}
