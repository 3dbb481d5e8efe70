import { describe, expect, it } from 'vitest'
import { type RunEdge, solveRounds } from './visit-gain.ts'

const edge = (from: string, to: string, calls: number): RunEdge => ({ from, to, flow: `${from}-${to}`, calls })
const returned = (edges: readonly RunEdge[], first: Readonly<Record<string, number>>): number | undefined => {
  const rounds = solveRounds(['a', 'b', 'c'], edges, new Map(Object.entries(first)))
  return rounds.type === 'ends' ? rounds.returns.get('a') : undefined
}

describe('rounds of call-backs', () => {
  it.each([0.1, 0.5, 0.9, 0.99, 0.9999])('end with a gain of %d: first / (1 - gain)', (gain) => {
    const found = returned([edge('a', 'b', 0.5), edge('b', 'a', gain * 2)], { a: 1 }) ?? 0
    expect(Math.abs(found * (1 - gain) - 1)).toBeLessThan(1e-6)
  })
  it('end with a gain so near 1 that nobody would wait for it', () => {
    const found = returned([edge('a', 'a', 0.99999)], { a: 1 }) ?? 0
    expect(Math.abs(found / 1e5 - 1)).toBeLessThan(0.01)
  })
  it('add up several circles through one run: 0.6 and 0.6 never end, though each alone would', () => {
    const both = [edge('a', 'b', 0.6), edge('b', 'a', 1), edge('a', 'c', 0.6), edge('c', 'a', 1)]
    expect(returned(both.slice(0, 2), { a: 1 })).toBeCloseTo(2.5, 9)
    const rounds = solveRounds(['a', 'b', 'c'], both, new Map([['a', 1]]))
    expect(rounds.type === 'endless' && rounds.circle).toMatchObject({ runs: ['a', 'b'], flows: ['a-b', 'b-a'] })
    expect(rounds.type === 'endless' ? rounds.circle.gain : 0).toBeCloseTo(1.2, 6)
  })
  it.each([1, 1.2, 50])('never end with a gain of %d', (gain) => {
    const rounds = solveRounds(['a', 'b', 'c'], [edge('a', 'b', gain), edge('b', 'a', 1)], new Map([['a', 0.01]]))
    expect(rounds.type === 'endless' ? rounds.circle.gain : 0).toBeCloseTo(gain, 6)
  })
})
