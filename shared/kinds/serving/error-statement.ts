import type { Engine } from './constants.ts'
import { predictPoint, servingOfPoint } from './measured-points.ts'
import type { MeasuredPoint } from './measured-points.ts'

/** How well the model meets one class of measured points; shares, not percent. */
export interface ClassError {
  /** 'other': all engines together. */
  readonly engine: Engine
  readonly mixed: boolean
  /** Points that nothing was fitted on here. */
  readonly points: number
  readonly meanError: number
  readonly medianError: number
  /** Share of the points met within a quarter. */
  readonly withinQuarter: number
  /** Of the time to the first token, where nobody queued. */
  readonly firstTokenMeanError: number
  /** Measured over computed time to the first token there, P10 and P90: what eight of ten points lie within. */
  readonly firstTokenLow: number
  readonly firstTokenHigh: number
}

export interface ErrorStatement {
  readonly classes: readonly ClassError[]
  /** What was measured at all: a model, GPU or engine outside is extrapolated. */
  readonly models: readonly string[]
  readonly gpus: readonly string[]
  readonly engines: readonly string[]
}

const engines: readonly Engine[] = ['vllm', 'trtllm', 'sglang', 'other']
const fewestPoints = 10

/** Errors of the model by class of engine and model, over the points that were held out of fitting. Pure. */
export function describeErrors(points: readonly MeasuredPoint[]): ErrorStatement {
  const judged = points.map((point) => ({
    point,
    mixed: servingOfPoint(point).model.experts !== undefined,
    predicted: predictPoint(point),
  }))
  const classes = [false, true].flatMap((mixed) =>
    engines.flatMap((engine): readonly ClassError[] => {
      const ours = judged.filter(
        (each) => each.mixed === mixed && each.point.heldOut && (engine === 'other' || each.point.engine === engine),
      )
      if (ours.length < fewestPoints) return []
      const errors = ours.map(({ point, predicted }) => Math.abs(predicted.tpotMs / point.tpotMs - 1))
      const unhindered = ours.filter(({ predicted }) => !predicted.queueing)
      const first = unhindered.map(({ point, predicted }) => Math.abs(predicted.ttftMs / point.ttftMs - 1))
      const ratios = unhindered.map(({ point, predicted }) => point.ttftMs / predicted.ttftMs).toSorted((a, b) => a - b)
      return [
        {
          engine,
          mixed,
          points: ours.length,
          meanError: round(mean(errors)),
          medianError: round(
            quantile(
              errors.toSorted((a, b) => a - b),
              0.5,
            ),
          ),
          withinQuarter: round(errors.filter((error) => error <= 0.25).length / errors.length),
          firstTokenMeanError: round(mean(first)),
          firstTokenLow: round(quantile(ratios, 0.1)),
          firstTokenHigh: round(quantile(ratios, 0.9)),
        },
      ]
    }),
  )
  const named = (field: 'model' | 'gpu' | 'engine'): readonly string[] =>
    [...new Set(points.map((point) => point[field]))].toSorted()
  return { classes, models: named('model'), gpus: named('gpu'), engines: named('engine') }
}

/** Of values in order. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(share * sorted.length)] ?? 0
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
