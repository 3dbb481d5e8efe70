import { describe, expect, it } from 'vitest'
import type { Design, Flow, Requirement } from '../../design/design.ts'
import { components, flows, verify } from '../testing/verify-one.ts'

describe('residency', () => {
  const residency: Partial<Requirement> = { metric: 'residency', is: 'in', target: ['EU'], on: ['records'] }
  const abroad = (more: Partial<Design>): Partial<Design> => ({
    ...more,
    components: [...(more.components ?? components), { id: 'us', name: 'Archive', kind: 'object-store', in: 'far' }],
    flows: [...flows, ...(more.flows ?? [])],
    boundaries: [
      { id: 'eu', name: 'EU', region: 'eu-west-1' },
      { id: 'far', name: 'Far', region: 'us-east-1' },
    ],
  })
  it('passes when every place of processing is in the list, people not counted', () => {
    const result = verify(residency)
    expect(result).toMatchObject({ verdict: 'pass', verification: 'structural', elements: ['app', 'db'] })
    expect(result.arithmetic).toBe('All 2 places of processing are in EU.')
    const remote = components.map((component) => (component.id === 'user' ? { ...component, in: 'far' } : component))
    expect(verify(residency, abroad({ components: remote })).verdict).toBe('pass')
  })
  it('fails through a place outside, also for what is derived', () => {
    const copied = abroad({ flows: [{ id: 'copy', from: 'app', to: 'us', request: { data: ['report'] } }] })
    const result = verify(residency, copied)
    expect(result).toMatchObject({ verdict: 'fail', elements: ['us'] })
    expect(result.arithmetic).toBe('1 of 3 places of processing is outside EU: "Archive" (us-east-1).')
  })
  it('fails through whoever only reads, as the answer crosses the border too', () => {
    const moved = components.map((component) => (component.id === 'app' ? { ...component, in: 'far' } : component))
    expect(verify(residency, abroad({ components: moved }))).toMatchObject({ verdict: 'fail', elements: ['app'] })
  })
  it('fails through a copy that no action causes, named or not', () => {
    const offline: Flow = { id: 'nightly', from: 'db', to: 'us', pull: false, mode: 'offline' }
    expect(verify(residency, abroad({ flows: [offline] }))).toMatchObject({ verdict: 'fail', elements: ['us'] })
    const named = { ...offline, request: { data: ['report'] } }
    expect(verify(residency, abroad({ flows: [named] }))).toMatchObject({ verdict: 'fail', elements: ['us'] })
    const other = { ...offline, request: { data: ['other'] } }
    const data = [
      { id: 'records', name: 'Records' },
      { id: 'other', name: 'Other' },
    ]
    expect(verify(residency, abroad({ flows: [other], data })).verdict).toBe('pass')
  })
  it('knows that Norway is in the EEA and not in the EU', () => {
    const norway = { boundaries: [{ id: 'eu', name: 'North', region: 'norwayeast' }] }
    expect(verify(residency, norway).verdict).toBe('fail')
    expect(verify({ ...residency, target: ['EEA'] }, norway).verdict).toBe('pass')
    expect(verify({ ...residency, target: ['EEA'] }).verdict).toBe('pass')
  })
  it('asks, and names who would know, when a region is not known', () => {
    const unclear = (ask?: string) => ({
      boundaries: [{ id: 'eu', name: 'EU', region: { unknown: true as const, ...(ask === undefined ? {} : { ask }) } }],
    })
    const question = 'In which region do "App" and "Records" process what they are sent?'
    expect(verify(residency, unclear())).toMatchObject({ verdict: 'unknown', question, elements: ['app', 'db'] })
    expect(verify(residency, unclear('Platform team: which one?')).question).toBe(
      `${question} Platform team would know.`,
    )
    const strange = verify(residency, { boundaries: [{ id: 'eu', name: 'EU', region: 'mars-1' }] })
    expect(strange).toMatchObject({ verdict: 'unknown' })
    expect(strange.arithmetic).toContain('"App" (mars-1) and "Records" (mars-1)')
  })
  it('asks for the places when it lists none', () => {
    expect(verify({ ...residency, target: { unknown: true } })).toMatchObject({ verdict: 'unknown' })
    expect(verify({ ...residency, target: [] }).question).toContain('In which countries')
  })
  it('says nothing of data that nothing processes', () => {
    const unused = [{ id: 'records', name: 'Records' }]
    const result = verify({ ...residency, on: ['lost'] }, { data: [...unused, { id: 'lost', name: 'Lost' }] })
    expect(result).toMatchObject({ verdict: 'unknown' })
    expect(result.arithmetic).toBe('Nothing in this design gives a value for "Residency" yet.')
  })
})
