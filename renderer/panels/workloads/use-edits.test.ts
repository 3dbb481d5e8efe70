import { describe, expect, it } from 'vitest'
import type { Design } from '../../../shared/design/design.ts'
import { arrow, box, draw } from '../../../shared/graph/testing/draw.ts'
import { estimateOf } from '../../../shared/estimate/testing/estimate-drawing.ts'
import { sayNumber } from '../inspector/value-edits.ts'
import { arrivalsOf, usualPeakOf, withNewWorkload } from './use-edits.ts'

const boxes = [box('user', 'actor'), box('review', 'human-review')]
const flows = [arrow('user>review')]
const drawn = (): Design => draw(boxes, flows)

describe('a first workload', () => {
  it('moves no number and makes none surer: nobody has said anything yet', () => {
    const { workloads, actions } = withNewWorkload(drawn())
    const before = estimateOf(boxes, flows)
    const after = estimateOf(boxes, flows, { workloads: workloads ?? [], actions: actions ?? [] })
    expect(after.components.map(({ usdPerMonth }) => usdPerMonth)).toEqual(
      before.components.map(({ usdPerMonth }) => usdPerMonth),
    )
    expect(after.peopleUsdPerMonth).toEqual(before.peopleUsdPerMonth)
  })
  it.each(['open', 'closed', 'batch'] as const)('of the form "%s" is assumed until somebody types a number', (form) => {
    const numbers = Object.values(arrivalsOf(form)).filter((value) => typeof value === 'object')
    expect(numbers.length).toBeGreaterThan(0)
    for (const value of numbers) expect(value).toMatchObject({ confidence: 'C' })
    const typed = sayNumber(numbers[0], 1200, { by: 'client workshop', on: '2026-11-23' })
    expect(typed).toEqual({ value: 1200, source: 'client workshop', asOf: '2026-11-23' })
  })
  it('shows the peak that counts while nobody says one, unless the hours of the day say it', () => {
    expect(usualPeakOf({ rate: 1000, per: 'day' })?.scalar).toBe(3)
    expect(usualPeakOf({ rate: 1000, per: 'day', hours: [1, 2] })).toBeUndefined()
  })
})
