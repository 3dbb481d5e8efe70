import { expect, it } from 'vitest'
import { isUnknown } from '../design/value.ts'
import { fromFraming, readAim, requirementFromMeasure } from './from-measure.ts'

const metricOf = (name: string, aim?: string) =>
  requirementFromMeasure({ id: 'm', name, ...(aim === undefined ? {} : { aim }) }, 'r').metric

it('takes the metric that the words most likely mean', () => {
  expect(metricOf('Minutes a question takes', '20 min')).toBe('latency.full')
  expect(metricOf('Time to first words')).toBe('latency.first')
  expect(metricOf('Cost per case', '$0.40')).toBe('cost.request')
  expect(metricOf('Spend a month')).toBe('cost.month')
  expect(metricOf('Frauds caught')).toBe('quality.recall')
  expect(metricOf('Customers wrongly stopped')).toBe('quality.falseAlarms')
  expect(metricOf('Answers with cited sources')).toBe('quality.groundedness')
  expect(metricOf('Cases solved')).toBe('quality.taskSuccess')
})

it('reads the aim in the unit of the metric, and keeps what it says', () => {
  const requirement = requirementFromMeasure(
    { id: 'm', name: 'Waiting time', baseline: '3 hours', aim: 'under 20 min' },
    'r',
  )
  expect(requirement).toMatchObject({
    id: 'r',
    name: 'Waiting time',
    metric: 'latency.full',
    aggregate: 'p95',
    is: '<=',
    target: 1_200_000,
    source: fromFraming,
    rationale: 'A measure of success: under 20 min. Today: 3 hours.',
  })
})

it('leaves open what cannot be read, and never guesses a number', () => {
  expect(readAim('90 %', 'share')).toBe(0.9)
  expect(readAim('0.9', 'share')).toBe(0.9)
  expect(readAim('1,500 ms', 'ms')).toBe(1500)
  expect(readAim('2 seconds', 'ms')).toBe(2000)
  expect(readAim('$9k', 'USD/month')).toBe(9000)
  expect(readAim('1.5', 'USD')).toBe(1.5)
  for (const [aim, unit] of [
    ['faster', 'ms'],
    ['from 3 to 2 hours', 'ms'],
    ['20', 'ms'],
    ['90', 'share'],
    [undefined, 'share'],
  ] as const)
    expect(isUnknown(readAim(aim, unit)), aim ?? 'nothing').toBe(true)
})
