import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { MeasuredPointsFile } from '../../../../shared/kinds/serving/measured-points.ts'
import { openMeasuredPoints } from '../../../../shared/kinds/serving/measured-points.ts'
import { seriesOf } from './serving-points.ts'

const file = JSON.parse(
  readFileSync(new URL('../../../../resources/serving/measured-points.json', import.meta.url), 'utf8'),
) as MeasuredPointsFile
const points = openMeasuredPoints(file)

describe('points of the serving plot', () => {
  it('shows every measurement once, dense models apart from mixtures', () => {
    const all = [...seriesOf(points, false), ...seriesOf(points, true)]
    expect(all.reduce((sum, series) => sum + series.points.length, 0)).toBe(points.length)
    expect(new Set(all.map((series) => series.gpu))).toEqual(new Set(['b200', 'b300', 'h100', 'h200']))
  })

  it('says of each series how far off it is', () => {
    for (const { meanError, withinQuarter, points: shown } of seriesOf(points, false)) {
      const off = shown.map((point) => Math.abs(point.predictedMs / point.measuredMs - 1))
      expect(meanError).toBeCloseTo(off.reduce((sum, each) => sum + each, 0) / off.length, 12)
      expect(withinQuarter).toBeGreaterThan(0.5)
      expect(meanError).toBeLessThan(0.25)
    }
  })

  it('lies inside of the axes', () => {
    const values = [...seriesOf(points, false), ...seriesOf(points, true)].flatMap((series) =>
      series.points.flatMap((point) => [point.measuredMs, point.predictedMs]),
    )
    expect(Math.min(...values)).toBeGreaterThan(1)
    expect(Math.max(...values)).toBeLessThan(500)
  })
})
