import type { CallContext, FieldReader } from '../kind.ts'
import { promptTokens, tokenUse } from '../language-models/token-use.ts'
import { engines } from './constants.ts'
import type { Engine } from './constants.ts'
import type { ErrorStatement } from './error-statement.ts'
import { gpus } from './gpus.ts'
import type { Gpu } from './gpus.ts'
import { measuredErrors } from './measured-errors.ts'
import { modelStructures, structureOfSize } from './models.ts'
import type { ModelStructure } from './models.ts'
import { cachePrecisions, precisions } from './precision.ts'
import type { CachePrecision, Precision } from './precision.ts'
import type { FirstTokenDoubt, ServingProblem } from './served-shape.ts'
import { defaultGpu } from './serving-fields.ts'
import type { Lengths, Serving } from './serving-model.ts'

/** A server as its settings describe it. What is missing or wrong was filled in, and says so. */
export interface Server {
  readonly serving: Serving
  readonly gpuId: string
  readonly lengths: Lengths
  readonly maxConcurrency: number
  readonly replicas: number
  readonly problems: readonly ServingProblem[]
}

/** Reads the server of a call; never fails. */
export function readServer(context: CallContext): Server {
  const { settings } = context
  const problems: ServingProblem[] = []
  const gpuId = settings.text('gpu') ?? defaultGpu
  const gpu = gpus[gpuId]
  if (!gpu) {
    problems.push({ field: 'gpu', sentence: `Nothing is known of the GPU "${gpuId}": computed as an L40S instead.` })
  }
  const count = wholeCount(settings, 'gpus')
  if (count < 1) problems.push({ field: 'gpus', sentence: 'A replica needs at least one GPU: computed with one.' })
  const replicas = wholeCount(settings, 'replicas')
  if (replicas < 1) problems.push({ field: 'replicas', sentence: 'No replica runs: nothing answers.' })
  const maxConcurrency = settings.number('maxConcurrency') ?? 256
  if (maxConcurrency < 1) {
    problems.push({
      field: 'maxConcurrency',
      sentence: 'A replica must take at least one call at once: computed with one.',
    })
  }
  return {
    serving: {
      model: readModel(context, problems),
      gpu: gpu ?? knownGpu(),
      gpus: Math.max(1, count),
      precision: wordOf<Precision>(settings, 'precision', precisions, 'fp8'),
      cachePrecision: wordOf<CachePrecision>(settings, 'cachePrecision', cachePrecisions, 'auto'),
      engine: wordOf<Engine>(settings, 'engine', engines, 'vllm'),
    },
    gpuId: gpu ? gpuId : defaultGpu,
    lengths: readLengths(context),
    maxConcurrency: Math.max(1, maxConcurrency),
    replicas: Math.max(0, replicas),
    problems,
  }
}

/** The structure of the product, with the size that somebody states; of an unknown model, that of its size. */
function readModel({ product, settings }: CallContext, problems: ServingProblem[]): ModelStructure {
  const size = settings.input('parametersBillion')
  const structure = product === undefined ? undefined : modelStructures[product]
  if (structure && size.provenance.from !== 'stated') return structure
  if (!(size.value > 0)) {
    problems.push({
      field: 'parametersBillion',
      sentence: 'A model has more than no parameters: state how many billions.',
    })
  }
  if (product !== undefined && !structure && size.provenance.from === 'default') {
    const sentence = `The structure of ${product} is not known: state its parameters, or the size of another model is computed.`
    problems.push({ field: 'parametersBillion', sentence })
  }
  const active = settings.number('activeBillion') ?? size.value
  if (structure && size.value === structure.parametersBillion) return structure
  return structureOfSize(size.value, active)
}

function readLengths(context: CallContext): Lengths {
  const use = tokenUse(context)
  const prompt = context.meanTokens ? use.input + use.cachedRead + use.cachedWrite : promptTokens(context)
  const found = prompt > 0 ? use.cachedRead / prompt : 0
  return {
    prompt: Math.max(1, prompt),
    answer: Math.max(1, use.output),
    cachedShare: Math.max(found, context.settings.number('prefixCacheHitShare') ?? 0),
  }
}

/** Mean absolute error of the time per token where it was measured next to this, and why this may lie outside. */
export interface Doubt {
  readonly error: number
  readonly points: number
  /** What bands take: the error, doubled outside of what was measured and at least a quarter. */
  readonly band: number
  /** Of the time to the first token, where nobody queues. */
  readonly firstToken: FirstTokenDoubt
  readonly extrapolated?: string
}

/** The first token is a rough number: its band is this wide either way at least, whatever the measurements allow. */
const leastFirstTokenDoubt = 0.4

/**
 * How far the serving model has been off on public measurements of servers like this one, and whether this one lies
 * outside them.
 */
export function doubtOf({ serving, gpuId }: Pick<Server, 'serving' | 'gpuId'>): Doubt {
  const mixed = serving.model.experts !== undefined
  const ofClass = (engine: Engine) =>
    measuredErrors.classes.find((each) => each.engine === engine && each.mixed === mixed)
  const nearest = ofClass(serving.engine) ?? ofClass('other')
  const error = nearest?.meanError ?? 0.3
  const outside = outsideOf(serving, gpuId, measuredErrors)
  return {
    error,
    points: nearest?.points ?? 0,
    band: outside === undefined ? error : Math.max(0.25, 2 * error),
    firstToken: {
      error: nearest?.firstTokenMeanError ?? leastFirstTokenDoubt,
      low: Math.min(nearest?.firstTokenLow ?? 1, 1 - leastFirstTokenDoubt),
      high: Math.max(nearest?.firstTokenHigh ?? 1, 1 + leastFirstTokenDoubt),
    },
    ...(outside === undefined ? {} : { extrapolated: outside }),
  }
}

/** "Qwen3 8B and the L40S were not measured." */
function outsideOf(
  { model, gpu, engine, gpus: count }: Serving,
  gpuId: string,
  measured: ErrorStatement,
): string | undefined {
  const isKnown = measured.models.some((id) => isSameStructure(modelStructures[id], model))
  const missing = [
    ...(isKnown ? [] : [model.title]),
    ...(measured.gpus.includes(gpuId) ? [] : [`the ${gpu.title}`]),
    ...(measured.engines.includes(engine) ? [] : ['this engine']),
    ...(count <= 8 ? [] : ['more than eight GPUs a replica']),
  ]
  if (missing.length === 0) return undefined
  const last = missing.at(-1) ?? ''
  const listed = missing.length === 1 ? last : `${missing.slice(0, -1).join(', ')} and ${last}`
  const sentence = `${listed} ${missing.length === 1 ? 'was' : 'were'} not among what was measured.`
  return sentence[0]?.toUpperCase() + sentence.slice(1)
}

function isSameStructure(one: ModelStructure | undefined, other: ModelStructure): boolean {
  return (
    one !== undefined &&
    one.layers === other.layers &&
    one.hidden === other.hidden &&
    one.parametersBillion === other.parametersBillion
  )
}

function wholeCount(settings: FieldReader, name: string): number {
  const stated = settings.number(name) ?? 1
  return Number.isFinite(stated) ? Math.floor(stated) : 0
}

function wordOf<Word extends string>(
  settings: FieldReader,
  name: string,
  words: Readonly<Record<Word, string>>,
  otherwise: Word,
): Word {
  const word = settings.text(name) ?? otherwise
  return word in words ? (word as Word) : otherwise
}

function knownGpu(): Gpu {
  const gpu = gpus[defaultGpu]
  if (!gpu) throw new Error(`The table of GPUs lacks ${defaultGpu}.`)
  return gpu
}
