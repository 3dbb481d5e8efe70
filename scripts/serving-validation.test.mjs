import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { predictPoint, servingOfPoint } from '../shared/kinds/serving/measured-points.ts'
import { readServingRows } from './serving-rows.mjs'
import { at } from './set-up/paths.mjs'

/**
 * Against every public measurement of one instance of at most eight GPUs; rows whose label does not say which format ran
 * are left out (`serving-rows.mjs`). The data stay outside the project: a copy without them says so and judges the points
 * that it ships (`shared/kinds/serving/measured-errors.test.ts`).
 */
const folder = at('..', 'shared', 'data')
const present = existsSync(`${folder}/latency/llm-serving-measured.csv`)

if (present) describe('serving model against measurements', judgeMeasurements)
else
  it('finds no measurements beside the project and judges the points that it ships elsewhere', () => {
    expect(existsSync(at('resources', 'serving', 'measured-points.json'))).toBe(true)
  })

function judgeMeasurements() {
  const rows = readServingRows(folder).map((row) =>
    Object.assign(row, { mixed: servingOfPoint(row).model.experts !== undefined, predicted: predictPoint(row) }),
  )
  const dense = rows.filter((row) => !row.mixed)
  const mixtures = rows.filter((row) => row.mixed)
  const denseVllm = dense.filter((row) => row.engine === 'vllm')
  const heldOut = (points) => points.filter((row) => row.heldOut)

  it('reads the rows that the validation speaks of', () => {
    expect([denseVllm.length, dense.length, mixtures.length]).toEqual([149, 471, 893])
  })

  it.each([
    ['dense on vLLM', denseVllm, 0.1],
    ['all dense', dense, 0.15],
    ['mixtures of experts', mixtures, 0.3],
    ['dense on vLLM, held out', heldOut(denseVllm), 0.1],
    ['all dense, held out', heldOut(dense), 0.15],
    ['mixtures of experts, held out', heldOut(mixtures), 0.3],
  ])('meets the time per output token: %s', (name, points, limit) => {
    const error = mean(points.map((row) => Math.abs(row.predicted.tpotMs / row.tpotMs - 1)))
    console.log(`${name}: ${points.length} points, mean absolute error ${(100 * error).toFixed(1)} %`)
    expect(error).toBeLessThanOrEqual(limit)
  })

  it('misses no collapse of the queue on dense vLLM, and cries wolf seldom', () => {
    const collapsed = denseVllm.filter((row) => row.ttftMs > 5000)
    expect(collapsed.length).toBeGreaterThan(2)
    expect(collapsed.filter((row) => !row.predicted.queueing)).toEqual([])
    const falseAlarms = denseVllm.filter((row) => row.ttftMs <= 5000 && row.predicted.queueing)
    console.log(`queue collapse: ${collapsed.length} found, 0 missed, ${falseAlarms.length} false alarms`)
    expect(falseAlarms.length).toBeLessThanOrEqual(5)
  })

  it('meets the time to the first token of dense models on vLLM within 40 % on average, where nobody queues', () => {
    const points = denseVllm.filter((row) => !row.predicted.queueing)
    const error = mean(points.map((row) => Math.abs(row.predicted.ttftMs / row.ttftMs - 1)))
    expect(error).toBeLessThanOrEqual(0.4)
  })
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
