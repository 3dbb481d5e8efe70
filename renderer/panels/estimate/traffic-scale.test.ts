import { describe, expect, it } from 'vitest'
import { leastTraffic, mostTraffic } from '../../analysis/analysis-store.ts'
import { stepOf, trafficAt } from './traffic-scale.ts'

const steps = Array.from({ length: stepOf(mostTraffic) - stepOf(leastTraffic) + 1 }, (_, i) => stepOf(leastTraffic) + i)

describe('the scale of the traffic slider', () => {
  it('goes from a tenth to a hundred times, and through what is stated', () => {
    expect(trafficAt(stepOf(leastTraffic))).toBe(0.1)
    expect(trafficAt(0)).toBe(1)
    expect(trafficAt(stepOf(mostTraffic))).toBe(100)
  })
  it('moves with every step, and finds the step of each factor again', () => {
    const factors = steps.map(trafficAt)
    expect(new Set(factors).size).toBe(steps.length)
    expect(factors).toEqual(factors.toSorted((a, b) => a - b))
    expect(factors.map(stepOf)).toEqual(steps)
  })
})
