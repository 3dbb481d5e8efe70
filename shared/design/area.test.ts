import { describe, expect, it } from 'vitest'
import { countryOfCloudRegion, isWithin } from './area.ts'
import { countries, economicAreaMembers, unionMembers } from './cloud-regions.ts'

describe('a region within places', () => {
  it.each([
    ['eu-west-1', 'EU', true],
    ['northeurope', 'EU', true],
    ['EU', 'EU', true],
    [' Eu-Central-1 ', 'european union', true],
    ['eu-west-2', 'EU', false],
    ['eu-west-2', 'UK', true],
    ['eu-central-2', 'EU', false],
    ['switzerlandnorth', 'Switzerland', true],
    ['us-east-1', 'EU', false],
    ['us-central1', 'USA', true],
    ['ap-southeast-1', 'SG', true],
    ['asia-northeast1', 'JP', true],
    ['sa-east-1', 'CA', false],
  ] as const)('%s in %s: %s', (region, place, expected) => expect(isWithin(region, [place])).toBe(expected))

  it('takes every member of the Union, and Norway, for the EEA', () => {
    expect(isWithin('eu-north-1', ['EEA'])).toBe(true)
    expect(isWithin('EU', ['EEA'])).toBe(true)
    expect(isWithin('norwayeast', ['EEA'])).toBe(true)
    expect(isWithin('norwayeast', ['EU'])).toBe(false)
    expect(isWithin('uksouth', ['EEA'])).toBe(false)
  })

  it('knows countries, and does not take a wide region for a country in it', () => {
    expect(isWithin('eu-central-1', ['DE'])).toBe(true)
    expect(isWithin('eu-central-1', ['FR'])).toBe(false)
    expect(isWithin('EU', ['DE'])).toBeUndefined()
    expect(isWithin('EEA', ['EU'])).toBeUndefined()
  })

  it('is satisfied by one of several places', () => {
    expect(isWithin('uksouth', ['EU', 'UK'])).toBe(true)
    expect(isWithin('us-east-1', ['EU', 'UK'])).toBe(false)
  })

  it('does not guess what it does not know', () => {
    expect(isWithin('global', ['EU'])).toBeUndefined()
    expect(isWithin('eu-mars-1', ['EU'])).toBeUndefined()
    expect(isWithin('eu-west-1', ['Our own hall'])).toBeUndefined()
    expect(isWithin('Our own hall', ['our own hall'])).toBe(true)
    expect(isWithin('us-east-1', [])).toBe(false)
  })
})

describe('the table of regions', () => {
  const regions = countries.flatMap(([, , names]) => names.split(' ').filter((name) => name !== ''))
  const codes = countries.map(([code]) => code)

  it('has every region and every country once, in lower case', () => {
    expect(new Set(regions).size).toBe(regions.length)
    expect(new Set(codes).size).toBe(codes.length)
    for (const name of regions) expect(name).toMatch(/^[a-z]+[a-z0-9-]*$/)
  })
  it('has every member of the Union and of the EEA', () => {
    expect(unionMembers).toHaveLength(27)
    for (const code of [...unionMembers, ...economicAreaMembers]) expect(codes).toContain(code)
  })
})

describe('the country of a cloud region', () => {
  it('is known for public regions and for nothing else', () => {
    expect(countryOfCloudRegion('eu-central-1')).toBe('DE')
    expect(countryOfCloudRegion('US-East-1')).toBe('US')
    for (const word of ['EU', 'Germany', 'office', '']) expect(countryOfCloudRegion(word)).toBeUndefined()
  })
})
