import { describe, expect, it } from 'vitest'
import type { Assumption, Design, Risk } from '../../design/design.ts'
import { manualThreatRule } from '../../design/design.ts'
import { manualThreats } from '../manual/manual-threats.ts'
import { cellOf, chat, cover } from '../testing/cover-chat.ts'
import { consideredByHand } from './considered.ts'

describe('what people say of a cell', () => {
  it('is raised to a threat by a person alone', () => {
    const risk: Risk = {
      id: 'r-one',
      statement: 'Somebody answers for the model',
      cell: { on: 'c-model', method: 'stride', letter: 'S' },
    }
    const design = { ...chat, risks: [risk] }
    const covered = cover([], { findings: manualThreats(design, '2026-11-21') }, design)
    expect(cellOf(covered, 'c-model', 'S')).toMatchObject({ state: 'open', reasons: [{ rule: manualThreatRule }] })
    expect(covered.total.stride).toMatchObject({ decided: 1 })
  })

  it('counts a cell in which a person found no threat as decided, until somebody doubts it', () => {
    const cell = { on: 'c-model', method: 'stride', letter: 'S' } as const
    const assumption: Assumption = { id: 'n-one', statement: 'No spoofing: one caller', status: 'confirmed', cell }
    const of = (status: Assumption['status']) => {
      const covered = cover([], {}, { ...chat, assumptions: [{ ...assumption, status }] })
      return { ...cellOf(covered, 'c-model', 'S'), decided: covered.total.stride.decided }
    }
    const reasons = [{ rule: consideredByHand, title: assumption.statement, says: 'treated', by: 'n-one' }]
    expect(of('confirmed')).toMatchObject({ state: 'treated', reasons, decided: 1 })
    for (const status of ['open', 'refuted'] as const)
      expect(of(status)).toMatchObject({ state: 'notConsidered', reasons: [], decided: 0 })
  })

  it('leaves an open threat open, whoever found none there', () => {
    const cell = { on: 'c-model', method: 'stride', letter: 'S' } as const
    const design: Design = {
      ...chat,
      risks: [{ id: 'r-one', statement: 'Somebody answers for the model', cell }],
      assumptions: [{ id: 'n-one', statement: 'No spoofing: one caller', status: 'confirmed', cell }],
    }
    const covered = cover([], { findings: manualThreats(design, '2026-11-21') }, design)
    expect(cellOf(covered, 'c-model', 'S')).toMatchObject({ state: 'open' })
  })
})
