import { describe, expect, it } from 'vitest'
import { rules } from '../rules.ts'
import {
  addStandards,
  isEmpty,
  noStandards,
  removePack,
  setControls,
  setTechnologies,
  setPackOff,
  setRule,
  setThreshold,
} from './edit-standards.ts'
import { readStandardsValue } from './read-standards.ts'
import { house } from './testing/house.ts'

const { standards = noStandards } = readStandardsValue(house, rules)

describe('settings of a rule', () => {
  it('are added one by one, and go when they say nothing any more', () => {
    const off = setRule(noStandards, 'P-02', { off: true, reason: ' Elsewhere ' })
    expect(off.rules).toEqual({ 'P-02': { off: true, reason: 'Elsewhere' } })
    const low = setRule(off, 'P-02', { severity: 'low' })
    expect(low.rules?.['P-02']).toEqual({ off: true, severity: 'low', reason: 'Elsewhere' })
    expect(setRule(setRule(low, 'P-02', { off: undefined, reason: '' }), 'P-02', { severity: undefined })).toEqual(
      noStandards,
    )
    expect(setRule(low, 'P-02', undefined)).toEqual(noStandards)
    expect(setRule(low, 'P-01', { off: true }).rules?.['P-02']).toBe(low.rules?.['P-02'])
  })

  it('hold thresholds, back at their default one by one', () => {
    const two = setThreshold(setThreshold(noStandards, 'X', 'most', 5), 'X', 'least', 1)
    expect(two.rules).toEqual({ X: { thresholds: { most: 5, least: 1 } } })
    expect(setThreshold(two, 'X', 'most', undefined).rules).toEqual({ X: { thresholds: { least: 1 } } })
    expect(setThreshold(setThreshold(two, 'X', 'most', undefined), 'X', 'least', undefined)).toEqual(noStandards)
  })
})

describe('packs and lists', () => {
  it('are switched off and on again, and removed with the settings of their rules', () => {
    const off = setPackOff(standards, 'house', true)
    expect(off.packs?.[0]?.off).toBe(true)
    expect(setPackOff(off, 'house', false)).toEqual(standards)
    const set = setRule(setRule(standards, 'HOUSE-01', { severity: 'high' }), 'P-02', { off: true })
    const gone = removePack(set, 'house')
    expect(gone.packs).toEqual([])
    expect(Object.keys(gone.rules ?? {})).toEqual(['INF-01', 'GOV-06', 'P-02'])
    expect(setTechnologies(standards, [])).not.toHaveProperty('technologies')
    expect(setControls(standards, []).technologies).toBe(standards.technologies)
  })

  it('of a file replace what is of the same name and leave the rest', () => {
    const pack = standards.packs?.[0]
    if (pack === undefined) throw new Error('no pack')
    const newer = { ...pack, edition: '2027-01', rules: pack.rules.slice(0, 1) }
    const { standards: merged, problems } = addStandards(standards, { ...noStandards, packs: [newer] }, rules)
    expect(problems).toEqual([])
    expect(merged.packs?.map(({ edition }) => edition)).toEqual(['2027-01'])
    expect(merged.technologies).toEqual(standards.technologies)
    expect(addStandards(noStandards, standards, rules).standards).toEqual(standards)
  })

  it('that clash with what is there are said, and the first of two rules stays', () => {
    const pack = standards.packs?.[0]
    const other = { ...noStandards, packs: [{ id: 'other', title: 'Other', rules: pack?.rules.slice(0, 1) ?? [] }] }
    const { standards: merged, problems } = addStandards(standards, other, rules)
    expect(problems).toMatchObject([{ sentence: expect.stringContaining('"HOUSE-01" belongs to the rule') }])
    expect(merged.packs?.map(({ rules: own }) => own.length)).toEqual([3, 0])
  })

  it('say whether there is anything to keep', () => {
    expect(isEmpty(noStandards)).toBe(true)
    expect(isEmpty({ ...noStandards, packs: [], technologies: [] })).toBe(true)
    expect(isEmpty(standards)).toBe(false)
    expect(isEmpty({ ...noStandards, exhaustive: true })).toBe(false)
  })
})
