import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { engines } from './constants.ts'
import { describeErrors } from './error-statement.ts'
import { measuredErrors } from './measured-errors.ts'
import { openMeasuredPoints } from './measured-points.ts'
import type { MeasuredPointsFile } from './measured-points.ts'

const file = JSON.parse(
  readFileSync(new URL('../../../resources/serving/measured-points.json', import.meta.url), 'utf8'),
) as MeasuredPointsFile

it('states the errors that the model makes today on the points that it ships', () => {
  expect(measuredErrors).toEqual(describeErrors(openMeasuredPoints(file)))
})

it('ships points with all that a prediction needs', () => {
  const points = openMeasuredPoints(file)
  expect(points.length).toBeGreaterThan(1000)
  expect(points.filter((point) => !(point.tpotMs > 0 && point.ttftMs > 0 && point.concurrency > 0))).toEqual([])
})

it('meets its limits on what it was not fitted on', () => {
  const error = (engine: string, mixed: boolean): number =>
    measuredErrors.classes.find((each) => each.engine === engine && each.mixed === mixed)?.meanError ?? Infinity
  expect(error('vllm', false)).toBeLessThanOrEqual(0.1)
  expect(error('other', false)).toBeLessThanOrEqual(0.15)
  expect(error('other', true)).toBeLessThanOrEqual(0.3)
})

it('has the errors in the guide', () => {
  const guide = readFileSync(new URL('../../../docs/estimation.md', import.meta.url), 'utf8')
  const rows = guide.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
  for (const { engine, mixed, points, ...errors } of measuredErrors.classes) {
    const name = `${mixed ? 'experts' : 'dense'}, ${engine === 'other' ? 'all' : engines[engine]}`
    const shares = [errors.meanError, errors.medianError, errors.withinQuarter, errors.firstTokenMeanError]
    const row = rows.find((cells) => cells[1] === name)
    const ends = `${errors.firstTokenLow.toFixed(2)} to ${errors.firstTokenHigh.toFixed(2)} times`
    expect(row?.slice(2, 8)).toEqual([String(points), ...shares.map(percent), ends])
  }
})
