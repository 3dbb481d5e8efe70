import { describe, expect, it } from 'vitest'
import { actAnswer } from './read-answers.ts'
import { assess, answered, chat, mild, obligationIds } from '../testing/assess.ts'

describe('duties', () => {
  it('follow tier, role and day', () => {
    const design = answered(chat, mild)
    expect(obligationIds(design)).toEqual(['literacy', 'say-ai', 'mark'])
    expect(obligationIds(answered(design, { [actAnswer('role')]: ['deployer'] }))).toEqual(['literacy'])
    const hiring = answered(design, { [actAnswer('annex-iii')]: ['4a'] })
    const all = assess(hiring).obligations
    expect(all.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['risk-management', 'oversight', 'use', 'keep-logs', 'say-ai']),
    )
    expect(all.find(({ id }) => id === 'oversight')).toMatchObject({ appliesFrom: '2027-12-02', inForce: false })
    expect(all.find(({ id }) => id === 'say-ai')).toMatchObject({
      appliesFrom: '2026-08-02',
      inForce: true,
      missing: [],
    })
    expect(assess(hiring, '2027-12-02').obligations.find(({ id }) => id === 'oversight')?.inForce).toBe(true)
    const device = assess(answered(design, { [actAnswer('safety-component')]: true })).obligations
    expect(device.find(({ id }) => id === 'oversight')?.appliesFrom).toBe('2028-08-02')
    const deployed = obligationIds(answered(hiring, { [actAnswer('role')]: ['deployer'] }))
    expect(deployed).toContain('use')
    expect(deployed).not.toContain('risk-management')
  })

  it('of a way out by Art. 6(3) are to write it down and to register', () => {
    const out = answered(chat, { ...mild, [actAnswer('annex-iii')]: ['4a'], [actAnswer('narrow-task')]: 'preparatory' })
    const found = assess(out)
    expect(found.act).toMatchObject({ tier: 'transparency', derogated: true })
    expect(found.obligations.map(({ id }) => id)).toEqual([
      'literacy',
      'derogation',
      'derogation-register',
      'say-ai',
      'mark',
    ])
    expect(found.obligations.find(({ id }) => id === 'derogation-register')?.appliesFrom).toBeUndefined()
    expect(obligationIds(answered(out, { [actAnswer('profiling')]: true }))).toContain('risk-management')
  })

  it('of forbidden practices are to stop, those of 2026 from their own day', () => {
    const practice = (value: string) =>
      assess(answered(chat, { ...mild, [actAnswer('prohibited-practice')]: [value] })).obligations.find(
        ({ id }) => id === 'stop',
      )
    expect(practice('social-scoring')).toMatchObject({ appliesFrom: '2025-02-02', inForce: true })
    expect(practice('child-abuse')).toMatchObject({ appliesFrom: '2026-12-02', inForce: false })
  })

  it('of model providers stand beside the tier; out of scope brings none', () => {
    const places = answered(chat, { ...mild, [actAnswer('general-purpose-model')]: 'places' })
    expect(obligationIds(places)).toContain('gpai')
    expect(obligationIds(places)).not.toContain('gpai-systemic')
    expect(obligationIds(answered(places, { [actAnswer('systemic-risk')]: true }))).toContain('gpai-systemic')
    expect(obligationIds(answered(places, { [actAnswer('eu-nexus')]: false }))).toEqual([])
  })

  it('of Art. 27 fall on public deployers of high-risk systems', () => {
    const hiring = answered(chat, { ...mild, [actAnswer('annex-iii')]: ['4a'] })
    expect(obligationIds(hiring)).not.toContain('rights-assessment')
    const open = answered(hiring, { [actAnswer('rights-assessment')]: ['public-body'] })
    expect(obligationIds(open)).toContain('rights-assessment')
  })
})
