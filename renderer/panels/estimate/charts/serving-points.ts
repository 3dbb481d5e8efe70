import { engines } from '../../../../shared/kinds/serving/constants.ts'
import { gpus } from '../../../../shared/kinds/serving/gpus.ts'
import type { MeasuredPoint } from '../../../../shared/kinds/serving/measured-points.ts'
import { predictPoint, servingOfPoint } from '../../../../shared/kinds/serving/measured-points.ts'
import { modelStructures } from '../../../../shared/kinds/serving/models.ts'

/** One measurement beside what the model says to it today, milliseconds per output token. */
export interface PlotPoint {
  readonly measuredMs: number
  readonly predictedMs: number
  /** "Llama 3.1 70B at fp8 on 2 x H100 80 GB, 1 024 in, 1 024 out, 16 at once". */
  readonly title: string
}

/** Points of one GPU and engine: one colour, one shape. */
export interface PlotSeries {
  readonly gpu: string
  readonly engine: string
  readonly gpuTitle: string
  readonly engineTitle: string
  readonly points: readonly PlotPoint[]
  /** Mean of |predicted / measured - 1|. */
  readonly meanError: number
  readonly withinQuarter: number
}

/** Dense models, or mixtures of experts: they are served by sets of constants of their own. */
export function seriesOf(points: readonly MeasuredPoint[], mixed: boolean): readonly PlotSeries[] {
  const series = new Map<string, { readonly point: MeasuredPoint; readonly shown: PlotPoint[] }>()
  for (const point of points) {
    if ((servingOfPoint(point).model.experts !== undefined) !== mixed) continue
    const key = `${point.gpu} ${point.engine}`
    const known = series.get(key) ?? { point, shown: [] }
    series.set(key, known)
    known.shown.push({
      measuredMs: point.tpotMs,
      predictedMs: predictPoint(point).tpotMs,
      title: titleOf(point),
    })
  }
  return [...series.values()]
    .map(({ point: { gpu, engine }, shown }) => {
      const errors = shown.map(({ measuredMs, predictedMs }) => Math.abs(predictedMs / measuredMs - 1))
      return {
        gpu,
        engine,
        gpuTitle: gpus[gpu]?.title ?? gpu,
        engineTitle: engines[engine],
        points: shown,
        meanError: errors.reduce((sum, error) => sum + error, 0) / errors.length,
        withinQuarter: errors.filter((error) => error <= 0.25).length / errors.length,
      }
    })
    .toSorted((a, b) => a.gpu.localeCompare(b.gpu, 'en') || a.engine.localeCompare(b.engine, 'en'))
}

function titleOf({ model, precision, gpus: count, gpu, prompt, answer, concurrency }: MeasuredPoint): string {
  const title = modelStructures[model]?.title ?? model
  const machine = `${count} × ${gpus[gpu]?.title ?? gpu}`
  return `${title} at ${precision} on ${machine}: ${prompt} in, ${answer} out, ${concurrency} at once`
}
