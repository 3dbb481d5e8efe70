import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textWidth } from '../../layout/text-width.ts'
import { wholeFigures, withoutJoiners } from './whole-figures.ts'

describe('figures that no line parts', () => {
  it.each([
    ['costs $4.6k ($3.9k–5.8k)', 'costs $4.6k ($3.9k–\ufeff5.8k)'],
    ['40\u00a0000 (20\u00a0000–120\u00a0000)', '40\u00a0000 (20\u00a0000–\ufeff120\u00a0000)'],
    ['within 5.2–7.8\u00a0s', 'within 5.2–\ufeff7.8\u00a0s'],
    ['a month for about $7k', 'a month for about\u00a0$7k'],
    ['At least €5.1k', 'At least\u00a0€5.1k'],
    ['up to CA$300, under CHF\u00a05', 'up to\u00a0CA$300, under\u00a0CHF\u00a05'],
  ])('%s', (plain, whole) => {
    expect(wholeFigures(plain)).toBe(whole)
    expect(wholeFigures(whole)).toBe(whole)
  })

  it.each(['A – B', 'Berlin–Paris', 'whereabout 7', 'all about it', '2026–'])('leaves "%s" be', (words) => {
    expect(wholeFigures(words)).toBe(words)
  })

  it('changes neither what is read nor how wide it is', () => {
    const words = array(constantFrom('about', ' ', '$', '3', '4.6k', '–', 'under', '(', ')', 'x')).map((parts) =>
      parts.join(''),
    )
    assert(
      property(words, (plain) => {
        const whole = wholeFigures(plain)
        expect(withoutJoiners(whole).replaceAll('\u00a0', ' ')).toBe(plain)
        expect(textWidth(whole, 10)).toBeCloseTo(textWidth(plain, 10), 6)
      }),
    )
  })
})
