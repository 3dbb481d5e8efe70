import type { Id } from '../../design/design.ts'
import { diagram } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block } from '../outline.ts'
import { drawDesign } from '../picture/draw.ts'
import { halfSlideSpace } from './slide-space.ts'

const mostCards = 6

/** These elements, marked (in red where they are at fault), between the parts that they talk to; undefined where there is nothing around them. */
export function pictureAround(
  elements: readonly Id[],
  graph: DocumentContext['graph'],
  caption: string,
  isFault = false,
): Block | undefined {
  const flows = (graph.design.flows ?? []).filter(({ from, to }) => from !== to)
  const named = flows.filter(({ id }) => elements.includes(id)).flatMap(({ from, to }) => [from, to])
  const about = [...new Set([...elements, ...named])].filter((id) => graph.component(id) !== undefined)
  const around = flows.flatMap(({ from, to }) => (about.includes(from) ? [to] : about.includes(to) ? [from] : []))
  const shown = [...new Set([...about, ...around])].slice(0, mostCards)
  if (about.length === 0 || shown.length < 2) return undefined
  const picture = drawDesign(graph, {
    only: shown,
    layout: 'fresh',
    fit: halfSlideSpace,
    labels: 'names',
    ...(isFault ? { highlight: { path: elements } } : { marks: { ids: elements, dimsOthers: true } }),
  })
  return diagram(picture, caption)
}
