import type { Id } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'
import {
  constant,
  evaluate,
  type Formula,
  hasMissing,
  input,
  product,
  quotient,
  sum,
} from '../../kinds/formula/formula.ts'
import type { PriceLookup } from '../../kinds/kind.ts'
import { describeMisfit } from '../../kinds/serving/fit.ts'
import { gpus } from '../../kinds/serving/gpus.ts'
import { modelStructures } from '../../kinds/serving/models.ts'
import { month } from '../../kinds/figures/month.ts'
import { thinSpace } from '../../kinds/figures/number-format.ts'
import { weighBuildOrBuy } from './build-or-buy.ts'
import { apiFor, openModelFor, usualRate, usualServer, usualServers } from './build-or-buy-rules.ts'
import type { Readers } from '../calls/call-context.ts'
import type { ComponentEstimate, CostLine } from '../estimate.ts'
import type {
  BuildOrBuy,
  BuildOrBuyBasis,
  BuildOrBuyChoice,
  Comparison,
  ServingEstimate,
} from '../self-hosting-parts.ts'
import { plannedUtilisation } from './serving.ts'

export type Compared =
  | { readonly ok: true; readonly result: BuildOrBuy }
  | { readonly ok: false; readonly problem: string }

/**
 * Holds one open model on one GPU against the API of the basis; the view calls it again when somebody chooses another.
 * A choice that cannot be served is a sentence.
 */
export function compareBuildOrBuy(basis: BuildOrBuyBasis, choice: BuildOrBuyChoice): Compared {
  const { model, gpu, gpusPerReplica } = choice
  const serving = usualServer(model, gpu, Math.max(1, Math.floor(gpusPerReplica)))
  if (!serving && choice.callsPerSecondPerReplica === undefined) {
    return { ok: false, problem: `Nothing is known of ${model} on ${gpu}: choose a model and a GPU of the lists.` }
  }
  const price = basis.gpuPrices.find((each) => each.gpu === gpu)
  if (!price) {
    return {
      ok: false,
      problem: `No price is known of the ${gpus[gpu]?.title ?? gpu}: enter one, or choose another GPU.`,
    }
  }
  const lengths = { prompt: basis.promptTokens, answer: basis.answerTokens }
  const rate = choice.callsPerSecondPerReplica ?? (serving ? usualRate(serving, lengths) : 0)
  if (!(rate > 0)) {
    const misfit = serving && describeMisfit(serving, lengths)
    return { ok: false, problem: misfit ?? 'Too slow: not even one call at once gets ten tokens a second.' }
  }
  const weighed = weigh(basis, choice, rate)
  const title = modelStructures[model]?.title ?? model
  const machine = `${gpusPerReplica} × ${gpus[gpu]?.title ?? gpu}`
  return {
    ok: true,
    result: {
      component: basis.component,
      callsPerMonth: basis.callsPerMonth,
      apiProduct: basis.apiProduct,
      selfHostedProduct: model,
      gpu,
      basis,
      choice,
      ...weighed,
      assumptions: [
        ...basis.assumptions,
        choice.callsPerSecondPerReplica === undefined
          ? `${title} at fp8 on vLLM: each replica on ${machine}, at most 256 calls at once and at least ten tokens a second each.`
          : `${title} as drawn, each replica on ${machine}.`,
        `Machines are planned for the peak, ${round(basis.peakOverMean)} times the mean, and to be busy 70 % of the time.`,
        'Own machines cost the same when nobody calls; nothing is said about the quality of answers.',
      ],
    },
  }
}

function weigh(basis: BuildOrBuyBasis, choice: BuildOrBuyChoice, callsPerSecondPerReplica: number): Comparison {
  const price = basis.gpuPrices.find((each) => each.gpu === choice.gpu)
  return weighBuildOrBuy({
    callsPerMonth: basis.callsPerMonth,
    usdPerCallBought: basis.usdPerCallBought,
    gpusPerReplica: Math.max(1, Math.floor(choice.gpusPerReplica)),
    usdPerGpuHour: price?.usdPerHour ?? {
      ...input('Price per GPU hour', 0, 'USD/hour', { from: 'price' }),
      missing: true,
    },
    engineeringUsdPerMonth: basis.engineeringUsdPerMonth,
    callsPerSecondPerReplica,
    plannedUtilisation,
    peakOverMean: basis.peakOverMean,
    leastReplicas: Math.max(1, choice.leastReplicas),
  })
}

/** The machines that serve today's volume for the least money; undefined when no GPU with a price can. */
export function cheapestChoice(basis: BuildOrBuyBasis, model: string): BuildOrBuyChoice | undefined {
  const lengths = { prompt: basis.promptTokens, answer: basis.answerTokens }
  const ids = basis.gpuPrices.map((each) => each.gpu)
  const priceOf = new Map(basis.gpuPrices.map((each) => [each.gpu, each.usdPerHour.value]))
  const perSecond = (basis.callsPerMonth / month.seconds) * Math.max(1, basis.peakOverMean)
  const ranked = usualServers(model, ids, lengths).map((server) => {
    const replicas = Math.max(1, Math.ceil(perSecond / (server.callsPerSecond * plannedUtilisation) - 1e-9))
    return { server, usdPerHour: replicas * server.gpusPerReplica * (priceOf.get(server.gpu) ?? Infinity) }
  })
  const best = ranked.toSorted((a, b) => a.usdPerHour - b.usdPerHour || (a.server.gpu < b.server.gpu ? -1 : 1))[0]
  return best && { model, gpu: best.server.gpu, gpusPerReplica: best.server.gpusPerReplica, leastReplicas: 1 }
}

/** What the rest of the estimate knows of the models in a design. */
export interface ModelsOfDesign {
  readonly graph: Graph
  readonly readers: Readers
  readonly prices: PriceLookup
  readonly components: readonly ComponentEstimate[]
  readonly lines: readonly CostLine[]
  readonly serving: readonly ServingEstimate[]
}

/** Panels show few; the models with the largest bills are compared. */
const mostCompared = 20

/**
 * Every called model of a design, bought against built: an API against the smallest sensible open model on the machines
 * that serve today's volume for the least money; own machines against the same weights by the token, or an API of their
 * size. Models whose price nobody knows are left out: there is nothing to compare.
 */
export function compareModels(design: ModelsOfDesign): readonly BuildOrBuy[] {
  const { graph } = design
  const usd = new Map<Id, number>()
  for (const { component, usd: band, recurrence } of design.lines) {
    if (recurrence === 'month') usd.set(component, (usd.get(component) ?? 0) + band.value)
  }
  const models = design.components
    .filter(({ component, callsPerMonth }) => callsPerMonth > 0 && graph.has(component, 'generates-text'))
    .toSorted(
      (a, b) => (usd.get(b.component) ?? 0) - (usd.get(a.component) ?? 0) || (a.component < b.component ? -1 : 1),
    )
  const gpuPrices = priceGpus(design.prices)
  return models.slice(0, mostCompared).flatMap((model): readonly BuildOrBuy[] => {
    const drawn = design.serving.find((each) => each.component === model.component)
    const compared = drawn
      ? compareDrawn(design, model, drawn, gpuPrices)
      : graph.has(model.component, 'vendor-hosted')
        ? compareApi(design, model, gpuPrices)
        : undefined
    return compared?.ok === true ? [compared.result] : []
  })
}

type GpuPrices = BuildOrBuyBasis['gpuPrices']

function priceGpus(prices: PriceLookup): GpuPrices {
  return Object.keys(gpus).flatMap((gpu) => {
    const usdPerHour = prices.find('gpu.hour', `gpu/${gpu}`)
    return usdPerHour.missing === true || !(usdPerHour.value > 0) ? [] : [{ gpu, usdPerHour }]
  })
}

function compareApi(design: ModelsOfDesign, model: ComponentEstimate, gpuPrices: GpuPrices): Compared | undefined {
  const { component, callsPerMonth } = model
  const api = design.readers.product(component)
  const lines = design.lines.filter(
    (line) => line.component === component && line.recurrence === 'month' && line.headline === 'technology',
  )
  const bill = sum(...lines.map((line) => line.formula))
  const output = design.prices.find('llm.output', api)
  if (evaluate(bill) <= 0 || hasMissing(bill)) return undefined
  const by = quotient(bill, constant('Calls per month', callsPerMonth, 'calls/month'))
  const usdPerCall: Formula = { ...input('Bought, per call', evaluate(by), 'USD', { from: 'derived' }), by }
  const open = openModelFor(output.missing === true ? 2 : output.value)
  const basis = basisOf(model, {
    apiProduct: api ?? '',
    usdPerCallBought: usdPerCall,
    gpuPrices,
    engineeringUsdPerMonth: usualEngineer,
    assumptions: [
      `${modelStructures[open]?.title ?? open} stands in, chosen by the price of an answer token.`,
      `The engineer who runs it is assumed at 15 % of $12${thinSpace}000 a month.`,
      "The machines are those that serve today's volume for the least money among GPUs with a price.",
    ],
  })
  const choice = cheapestChoice(basis, open)
  return choice && compareBuildOrBuy(basis, choice)
}

function compareDrawn(
  design: ModelsOfDesign,
  model: ComponentEstimate,
  drawn: ServingEstimate,
  gpuPrices: GpuPrices,
): Compared | undefined {
  const { callsPerSecondPerReplica } = drawn
  if (drawn.usdPerGpuHour === undefined || callsPerSecondPerReplica === undefined) return undefined
  const { component } = model
  const productId = design.readers.product(component)
  const size = design.readers.settings(component).number('parametersBillion') ?? 8
  const api = apiFor(productId, size)
  const tokens = tokensOf(model)
  const usdPerCallBought = sum(
    perToken(design.prices, 'llm.input', api, 'Prompt', tokens.prompt),
    perToken(design.prices, 'llm.output', api, 'Answer', tokens.answer),
  )
  if (hasMissing(usdPerCallBought)) return undefined
  const engineering = design.lines.filter((line) => line.component === component && line.headline === 'people')
  const own = { gpu: drawn.gpu, usdPerHour: drawn.usdPerGpuHour }
  const basis = basisOf(model, {
    apiProduct: api,
    usdPerCallBought,
    gpuPrices: [own, ...gpuPrices.filter((each) => each.gpu !== drawn.gpu)],
    engineeringUsdPerMonth: sum(...engineering.map((line) => line.formula)),
    assumptions: ['The API it is held against sells the same weights, or is one of its size.'],
  })
  return compareBuildOrBuy(basis, {
    model: productId ?? drawn.model,
    gpu: drawn.gpu,
    gpusPerReplica: drawn.gpusPerReplica,
    leastReplicas: Math.max(1, drawn.replicas),
    callsPerSecondPerReplica,
  })
}

function basisOf(
  model: ComponentEstimate,
  rest: Omit<BuildOrBuyBasis, 'component' | 'callsPerMonth' | 'peakOverMean' | 'promptTokens' | 'answerTokens'>,
): BuildOrBuyBasis {
  const { component, callsPerMonth, peakCallsPerSecond } = model
  const { prompt, answer } = tokensOf(model)
  const peakOverMean = Math.max(1, (peakCallsPerSecond * month.seconds) / callsPerMonth)
  return { component, callsPerMonth, peakOverMean, promptTokens: prompt, answerTokens: answer, ...rest }
}

/** Tokens of a mean call. */
function tokensOf({ tokensPerMonth, callsPerMonth }: ComponentEstimate): { prompt: number; answer: number } {
  const { input: fresh = 0, cachedRead = 0, cachedWrite = 0, output = 0 } = tokensPerMonth ?? {}
  return {
    prompt: Math.max(1, (fresh + cachedRead + cachedWrite) / callsPerMonth),
    answer: Math.max(1, output / callsPerMonth),
  }
}

function perToken(prices: PriceLookup, item: string, api: string, label: string, tokens: number): Formula {
  const count = constant(`${label}, tokens`, tokens, 'tokens')
  return quotient(product(count, prices.find(item, api)), constant('Tokens per price unit', 1e6, 'tokens'))
}

const assumedEngineer = { from: 'default', source: 'assumed: 15 % of an engineer', confidence: 'C' } as const
const usualEngineer = product(
  { ...input('Engineer who runs it', 0.15, 'share', assumedEngineer), low: 0.05, high: 0.5 },
  { ...input('Cost of an engineer', 12_000, 'USD/month', assumedEngineer), low: 8000, high: 18_000 },
)

function round(value: number): string {
  return value >= 10 ? String(Math.round(value)) : String(Number(value.toPrecision(2)))
}
