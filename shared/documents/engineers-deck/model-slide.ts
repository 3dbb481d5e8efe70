import type { Band, ComponentEstimate } from '../../estimate/estimate.ts'
import { modelBoxes } from '../../governance/model-boxes.ts'
import { formatBand, formatCount } from '../../kinds/figures/number-format.ts'
import { shownCurrency } from '../../kinds/figures/money-format.ts'
import { findProduct, productIdFor } from '../../kinds/products/index.ts'
import type { Component } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { capital } from '../../design/wording.ts'
import { chart, slide, strong, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import { estimateNote, roughly } from '../deck/figures.ts'
import { pictureAround } from '../deck/picture-around.ts'
import type { DocumentContext } from '../document.ts'
import type { Block, Slide } from '../outline.ts'
import { countOf, formatLargeCount, formatPart, roundWithin, usdBand, widen } from '../text/numbers.ts'

const mostModels = 6
/** A bar that is a smaller share of the longest is not seen: its number stands in the table. */
const leastBar = 0.005
/** Two bars say no more than the two lines above them. */
const fewestBars = 3

/** Models, who runs them, how often they are asked, and what each reads, writes and costs. */
export function modelSlide(context: DocumentContext): Slide | undefined {
  const { analysis, graph } = context
  const models = modelBoxes(graph)
  if (models.length === 0) return undefined
  const partOf = (id: string) => analysis.estimate.components.find(({ component }) => component === id)
  const usdOf = (id: string): number => partOf(id)?.usdPerMonth.value ?? 0
  const costly = models.toSorted((a, b) => usdOf(b.id) - usdOf(a.id))
  const share = costly.reduce((sum, { id }) => sum + (partOf(id)?.costShare ?? 0), 0)
  const shown = costly.slice(0, mostModels)
  const seen = shown.filter(({ id }) => usdOf(id) >= usdOf(shown[0]?.id ?? '') * leastBar && usdOf(id) > 0)
  const more = models.length - shown.length
  const around = pictureAround(
    models.map(({ id }) => id),
    graph,
    `Framed: ${models.length === 1 ? 'the model' : 'the models'}, with what calls ${models.length === 1 ? 'it' : 'them'}.`,
  )
  return slide(
    `${capital(countOf(models.length, 'model'))} ${models.length === 1 ? 'takes' : 'take'} ${formatPart(share)} of the cost; ${runByWords(models, context)}`,
    [
      table(
        [
          { title: 'Model', width: 2.2 },
          { title: 'Product', width: 2.2 },
          { title: 'Run by', width: 1 },
          { title: 'Calls a month', align: 'right', width: 1.4 },
          { title: 'Tokens a request', align: 'right', width: 2 },
          { title: 'Cost a month', align: 'right', width: 2 },
          { title: 'Of the cost', align: 'right', width: 1.1 },
        ],
        shown.map((model) => rowOf(model, partOf(model.id), context)),
        more > 0 ? `The ${shown.length} that cost most, of ${models.length}` : undefined,
      ),
      ...(seen.length >= fewestBars ? [costBars(seen, partOf, context)] : around === undefined ? [] : [around]),
    ],
    { footnote: estimateNote(context), speakerNotes: modelNotes(shown[0], partOf(shown[0]?.id ?? '')) },
  )
}

function rowOf(
  model: Component,
  part: ComponentEstimate | undefined,
  { graph, design }: DocumentContext,
): readonly Words[] {
  const product = productIdFor(known(model.product), graph.kindOf(model))
  const calls = part?.callsPerMonth ?? 0
  return [
    [strong(model.name)],
    findProduct(product)?.title ?? product ?? 'none chosen',
    graph.has(model.id, 'vendor-hosted') ? 'vendor' : 'us',
    calls > 0 ? formatLargeCount(roughly(calls)) : '–',
    part?.tokensPerRequest === undefined ? '–' : tokensOf(part.tokensPerRequest),
    part === undefined ? '–' : costOf(part.usdPerMonth, shownCurrency(design)),
    part?.costShare === undefined ? '–' : formatPart(part.costShare),
  ]
}

/** What is asked only when another fails costs a fraction of a cent: its digits say nothing. */
function costOf(band: Band, currency: ReturnType<typeof shownCurrency>): string {
  const cent = { ...band, value: 0.01, low: 0.01, high: 0.01 }
  return band.high > 0 && band.high < 0.01 ? `under ${usdBand(cent, currency)}` : usdBand(band, currency)
}

function tokensOf(band: Band): string {
  const whole = { value: Math.round(band.value), low: Math.round(band.low), high: Math.round(band.high) }
  return widen(formatBand(whole, formatCount))
}

function runByWords(models: readonly Component[], { graph }: DocumentContext): string {
  const hosted = models.filter(({ id }) => graph.has(id, 'vendor-hosted')).length
  if (models.length === 1) return hosted === 1 ? 'a vendor runs it' : 'we run it'
  if (hosted === models.length) return `${hosted === 2 ? 'both' : 'all'} are run by a vendor`
  return hosted === 0
    ? 'none is run by a vendor'
    : hosted === 1
      ? 'one is run by a vendor'
      : `${hosted} are run by a vendor`
}

function costBars(
  seen: readonly Component[],
  partOf: (id: string) => ComponentEstimate | undefined,
  { design }: DocumentContext,
): Block {
  const currency = shownCurrency(design)
  const rate = currency?.unitsPerUsd ?? 1
  // With the digits that the table above it shows.
  const rounded = ({ id }: Component): number => {
    const band = partOf(id)?.usdPerMonth
    return band === undefined ? 0 : Number((roundWithin(band.value, band, 'USD') * rate).toPrecision(3))
  }
  return chart(
    {
      type: 'bar',
      categories: seen.map(({ name }) => name),
      series: [{ name: 'Cost a month', values: seen.map(rounded), tone: 'accent' }],
      unit: `${currency?.code ?? 'USD'} a month`,
    },
    'Cost a month by model',
  )
}

function modelNotes(model: Component | undefined, part: ComponentEstimate | undefined): string {
  const [largest] = (part?.tokenParts ?? []).toSorted((a, b) => b.perRequest - a.perRequest)
  const reads =
    model === undefined || part?.tokensPerRequest === undefined || largest === undefined
      ? ''
      : ` A request has ${model.name} read and write about ${formatLargeCount(roughly(part.tokensPerRequest.value))} tokens; the largest part of them is "${largest.label}".`
  return `The cost of a model follows its tokens: shorter prompts and fewer passages lower it before another model does.${reads}`
}
