import { expect, it } from 'vitest'
import { characteristicOf, findQuality, qualityModel, qualityTitle } from './quality-model.ts'

it('has the nine characteristics of ISO/IEC 25010:2023, quality in use, and two of our own', () => {
  expect(qualityModel.map(({ id }) => id)).toEqual([
    'functional-suitability',
    'performance-efficiency',
    'compatibility',
    'interaction-capability',
    'reliability',
    'security',
    'maintainability',
    'flexibility',
    'safety',
    'quality-in-use',
    'cost',
    'compliance',
  ])
  const all = qualityModel.flatMap((each) => [each, ...each.parts])
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  // 40 subcharacteristics of the 2023 edition; 25059 adds five to the product's and two to quality in use.
  const of = (standard: string) =>
    qualityModel.flatMap(({ parts }) => parts).filter(({ source }) => source.standard === standard)
  expect(of('ISO/IEC 25010')).toHaveLength(40)
  expect(of('ISO/IEC 25059')).toHaveLength(7)
  for (const { source } of all) expect(source.edition).not.toBe('')
})

it('reads a place as people say it, and leaves what it does not know as it stands', () => {
  expect(qualityTitle('reliability.availability')).toBe('Reliability: availability')
  expect(qualityTitle('cost')).toBe('Cost')
  expect(qualityTitle('house style')).toBe('house style')
  expect(characteristicOf('security.intervenability')?.title).toBe('Security')
  expect(findQuality('security.intervenability')?.source).toEqual({ standard: 'ISO/IEC 25059', edition: '2023' })
})
