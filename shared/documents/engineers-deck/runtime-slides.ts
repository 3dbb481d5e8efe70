import type { ActionEstimate } from '../../estimate/estimate.ts'
import type { Span } from '../../estimate/estimate-parts.ts'
import { chart, diagram, list, slide, strong } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import { estimateNote, mainAction } from '../deck/figures.ts'
import { pictureOnSlide } from '../deck/picture-slide.ts'
import type { DocumentContext } from '../document.ts'
import type { Slide } from '../outline.ts'
import { cargoOf, sceneOf } from '../picture/scene.ts'
import { latencyChart, leastPart } from '../solution-architecture/latency-chart.ts'
import { countOf, formatMean, formatPart, listWords } from '../text/numbers.ts'
import { asTitle } from '../text/sentences.ts'
import { uncapital } from '../text/words.ts'

const mostCards = 22
const mostSteps = 6
const mostNamed = 4

/** What each arrow carries, and which cross a border of trust; nothing where neither data nor borders are drawn. */
export function flowSlide(context: DocumentContext): Slide | undefined {
  const { graph, design } = context
  const carrying = (design.flows ?? []).filter((flow) => cargoOf(flow, design).length > 0)
  if (graph.flows.length === 0 || ((design.boundaries ?? []).length === 0 && carrying.length === 0)) return undefined
  const crossing = graph.flows.filter(
    (flow) => graph.crosses(flow, 'trust') === true || graph.crosses(flow, 'organisation') === true,
  )
  const open = crossing.filter(({ flow }) => flow.encrypted === undefined || flow.authentication === undefined)
  const { picture, leftOut } = pictureOnSlide(
    sceneOf(graph, 'data'),
    mostCards,
    context,
    crossing.map(({ id }) => id),
  )
  const caption = `What arrows carry${crossing.length === 0 ? '' : '; bold where they cross a border of trust'}.`
  const count = crossing.length === 0 ? 'None' : String(crossing.length)
  const stated =
    crossing.length === 0
      ? ''
      : open.length === 0
        ? ', each with its protection stated'
        : `, ${open.length} without a stated protection`
  return slide(
    `${count} of ${countOf(graph.flows.length, 'arrow')} ${crossing.length < 2 ? 'crosses' : 'cross'} a border of trust${stated}`,
    [diagram(picture, [caption, leftOut].filter((part) => part !== '').join(' '))],
    { speakerNotes: flowNotes(open.map(({ flow: { from, to } }) => `${graph.name(from)} to ${graph.name(to)}`)) },
  )
}

function flowNotes(open: readonly string[]): string {
  const asked =
    open.length === 0
      ? 'Encryption and sign-in are stated for each arrow that crosses a border.'
      : `Ask about encryption and sign-in on these ways: ${listWords(open, mostNamed)}.`
  return `${asked} What an arrow carries decides what is at stake when somebody reads along.`
}

/** The steps that take the time of the main action, in the order in which they begin. */
export function runtimeSlide(context: DocumentContext): Slide | undefined {
  const { graph } = context
  const action = mainAction(context)
  const drawn = action === undefined ? undefined : latencyChart(action, (id) => graph.name(id))
  const [first] = [...(action?.shares ?? [])].toSorted((a, b) => b.share - a.share)
  if (action === undefined || drawn === undefined || first === undefined) return undefined
  // Who only waits for others adds nothing that the chart shows.
  const wholeMs = action.shares.reduce((sum, { meanMs }) => sum + meanMs, 0)
  const steps = (action.spans ?? [])
    .filter(({ depth, critical, ownMs, share }) => depth > 0 && critical && ownMs * share >= leastPart * wholeMs)
    .toSorted((a, b) => b.ownMs * b.share - a.ownMs * a.share)
    .slice(0, mostSteps)
    .toSorted((a, b) => a.startMs - b.startMs)
  return slide(
    `${graph.name(first.component)} takes ${formatPart(first.share)} of the time of "${action.name}"`,
    [
      chart(drawn, `Where the time of a mean request of "${action.name}" goes`),
      list(steps.map((span): Words => [strong(`${stepName(span, steps, context)}: `), stepWords(span)])),
    ],
    { footnote: estimateNote(context), speakerNotes: runtimeNotes(action) },
  )
}

/** A component that is asked twice is told apart by what it is asked. */
function stepName(span: Span, steps: readonly Span[], { graph }: DocumentContext): string {
  const name = graph.name(span.component)
  const asked = span.label ?? (span.flow === undefined ? undefined : graph.name(span.flow))
  const isTwice = steps.filter(({ component }) => component === span.component).length > 1
  return isTwice && asked !== undefined ? `${name} (${asked})` : name
}

function stepWords({ startMs, durationMs, share }: Span): string {
  const start = startMs < 1 ? 'begins at once' : `begins after ${formatMean(startMs)}`
  const often = share < 0.995 ? ` in ${formatPart(share)} of the requests` : ''
  return `${start}, takes ${formatMean(durationMs)}${often}.`
}

function runtimeNotes({ name, method, methodWhy }: ActionEstimate): string {
  const how = method === 'sampling' ? 'drawing many requests at random' : 'adding the times of its steps'
  return `The times of "${name}" come from ${how}${methodWhy === undefined ? '' : `: ${uncapital(asTitle(methodWhy))}`}. A step takes the time of all that it calls and waits for, so steps lie within one another; the bars count each moment once.`
}
