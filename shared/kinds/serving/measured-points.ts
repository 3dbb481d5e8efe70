import type { Engine, ServingConstants } from './constants.ts'
import { gpus } from './gpus.ts'
import { modelStructures } from './models.ts'
import type { Precision } from './precision.ts'
import { firstTokenSeconds, secondsPerToken, slotsOf } from './serving-model.ts'
import type { Serving } from './serving-model.ts'

/** One public measurement: a closed loop of `concurrency` callers against one replica. */
export interface MeasuredPoint {
  readonly model: string
  readonly gpu: string
  readonly engine: Engine
  readonly precision: Precision
  readonly gpus: number
  readonly prompt: number
  readonly answer: number
  readonly concurrency: number
  readonly tpotMs: number
  readonly ttftMs: number
  /** Never fitted on here. */
  readonly heldOut: boolean
}

export interface PredictedPoint {
  readonly tpotMs: number
  /** Once the sequence has a slot. */
  readonly ttftMs: number
  readonly slots: number
  /** More callers than slots: they queue, and the time to the first token collapses. */
  readonly queueing: boolean
}

/** The server of a measured point. Throws for a model or GPU that the tables lack: points are made from them. */
export function servingOfPoint(point: Omit<MeasuredPoint, 'tpotMs' | 'ttftMs' | 'heldOut'>): Serving {
  const model = modelStructures[point.model]
  const gpu = gpus[point.gpu]
  if (!model || !gpu) throw new Error(`No structure of ${point.model} or data of ${point.gpu}.`)
  const { precision, engine } = point
  return { model, gpu, gpus: point.gpus, precision, cachePrecision: 'auto', engine }
}

/** What the serving model says to a measured point; as many sequences run as there are callers and slots. */
export function predictPoint(
  point: Omit<MeasuredPoint, 'tpotMs' | 'ttftMs' | 'heldOut'>,
  constants?: ServingConstants,
): PredictedPoint {
  const serving = { ...servingOfPoint(point), ...(constants ? { constants } : {}) }
  const lengths = { prompt: point.prompt, answer: point.answer }
  const slots = slotsOf(serving, lengths)
  const running = Math.max(1, Math.min(point.concurrency, slots))
  return {
    tpotMs: secondsPerToken(serving, lengths, running) * 1000,
    ttftMs: firstTokenSeconds(serving, lengths, running) * 1000,
    slots,
    queueing: point.concurrency > slots,
  }
}

/** The shipped points as a table: names once, numbers by column. */
export interface MeasuredPointsFile {
  readonly date: string
  readonly models: readonly string[]
  readonly gpus: readonly string[]
  readonly engines: readonly string[]
  readonly precisions: readonly string[]
  /** model, gpu, engine, precision (as places in the lists), gpus, prompt, answer, concurrency, held out, TPOT ms, TTFT ms. */
  readonly rows: readonly (readonly number[])[]
}

/** Opens the table of `resources/serving/measured-points.json`. */
export function openMeasuredPoints(file: MeasuredPointsFile): readonly MeasuredPoint[] {
  return file.rows.map((row) => {
    const [model = 0, gpu = 0, engine = 0, precision = 0, count = 1, prompt = 0, answer = 0, concurrency = 1] = row
    return {
      model: file.models[model] ?? '',
      gpu: file.gpus[gpu] ?? '',
      engine: (file.engines[engine] ?? 'other') as Engine,
      precision: (file.precisions[precision] ?? 'bf16') as Precision,
      gpus: count,
      prompt,
      answer,
      concurrency,
      heldOut: row[8] === 1,
      tpotMs: row[9] ?? 0,
      ttftMs: row[10] ?? 0,
    }
  })
}
