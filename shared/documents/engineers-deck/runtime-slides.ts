import { chart, diagram, list, slide, strong } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import { estimateNote, mainAction } from '../deck/figures.ts'
import { pictureOnSlide } from '../deck/picture-slide.ts'
import type { DocumentContext } from '../document.ts'
import type { Slide } from '../outline.ts'
import { sceneOf } from '../picture/scene.ts'
import { latencyChart } from '../solution-architecture/latency-chart.ts'
import { countOf, formatDuration, formatShare } from '../text/numbers.ts'

const mostCards = 22
const mostSteps = 6

/** What each arrow carries, and how many cross a border of trust. */
export function flowSlide(context: DocumentContext): Slide | undefined {
  const { graph } = context
  if (graph.flows.length === 0) return undefined
  const crossing = graph.flows.filter(
    (flow) => graph.crosses(flow, 'trust') === true || graph.crosses(flow, 'organisation') === true,
  )
  const open = crossing.filter(({ flow }) => flow.encrypted === undefined || flow.authentication === undefined)
  const { picture, leftOut } = pictureOnSlide(sceneOf(graph, 'data'), mostCards, context)
  return slide(
    `${crossing.length} of ${countOf(graph.flows.length, 'arrow')} ${crossing.length === 1 ? 'crosses' : 'cross'} a border of trust${crossing.length === 0 ? '' : open.length === 0 ? ', each with its protection stated' : `, ${open.length} without a stated protection`}`,
    [diagram(picture, ['Data flows: what arrows carry.', leftOut].filter((part) => part !== '').join(' '))],
  )
}

/** The steps that take the time of the main action. */
export function runtimeSlide(context: DocumentContext): Slide | undefined {
  const { graph } = context
  const action = mainAction(context)
  const drawn = action === undefined ? undefined : latencyChart(action, (id) => graph.name(id))
  const [first] = [...(action?.shares ?? [])].toSorted((a, b) => b.share - a.share)
  if (action === undefined || drawn === undefined || first === undefined) return undefined
  const spans = (action.spans ?? [])
    .filter(({ depth, critical }) => depth > 0 && critical)
    .toSorted((a, b) => b.ownMs - a.ownMs)
  return slide(
    `${graph.name(first.component)} takes ${formatShare(first.share)} of the time of "${action.name}"`,
    [
      chart(drawn, `Where the time of a mean request of "${action.name}" goes`),
      list(
        spans
          .slice(0, mostSteps)
          .map((span): Words => [
            strong(`${graph.name(span.component)}: `),
            `begins after ${formatDuration(span.startMs)}, takes ${formatDuration(span.durationMs)}${span.share < 0.995 ? ` in ${formatShare(span.share)} of the requests` : ''}.`,
          ]),
      ),
    ],
    { footnote: estimateNote(context) },
  )
}
