import { expect, it } from 'vitest'
import { isDay } from './DateField.tsx'

it.each([
  ['2026-11-21', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-11-2', false],
  ['11/21/2026', false],
])('%s is a day: %s', (text, day) => expect(isDay(text)).toBe(day))
