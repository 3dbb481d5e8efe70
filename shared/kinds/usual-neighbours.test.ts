import { describe, expect, it } from 'vitest'
import { findKind, kinds } from './index.ts'
import { usualBetween, usualness } from './usual-neighbours.ts'

const titles = (from: string | undefined, to?: string): readonly string[] =>
  usualBetween(kinds, {
    from: from === undefined ? undefined : findKind(from),
    to: to === undefined ? undefined : findKind(to),
  }).map(({ id }) => id)

describe('what usually stands beside a kind', () => {
  it('is what it calls, the likeliest first', () => {
    expect(titles('user').slice(0, 3)).toContain('client')
    expect(titles('agent').slice(0, 4)).toContain('llm-api')
    expect(titles('agent')).toContain('tool')
  })
  it('is what calls it, from the other end', () => {
    expect(titles(undefined, 'llm-api').slice(0, 4)).toContain('agent')
  })
  it('fits to both ends on an arrow', () => {
    expect(titles('client', 'agent')).toContain('api-gateway')
    expect(titles('client', 'agent')).not.toContain('llm-api')
    for (const id of titles('client', 'agent')) {
      expect(usualness(findKind('client'), findKind(id))).toBeGreaterThan(0)
      expect(usualness(findKind(id), findKind('agent'))).toBeGreaterThan(0)
    }
  })
  it('is something for every kind that calls others, and nothing beside nothing', () => {
    expect(usualBetween(kinds, {})).toEqual([])
    for (const id of ['user', 'client', 'api-gateway', 'orchestrator', 'agent', 'tool'])
      expect(titles(id), id).not.toEqual([])
  })
})
