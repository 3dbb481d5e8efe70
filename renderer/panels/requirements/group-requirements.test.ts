import { expect, it } from 'vitest'
import type { Requirement } from '../../../shared/design/design.ts'
import { groupRequirements } from './group-requirements.ts'

const requirement = (id: string, metric: string, category?: string): Requirement => ({
  id,
  metric,
  is: '<=',
  target: 1,
  priority: 'must',
  ...(category === undefined ? {} : { category }),
})

it('groups by characteristic in the order of the model, a requirement’s own word before its metric’s', () => {
  const groups = groupRequirements([
    requirement('cost', 'cost.month'),
    requirement('fast', 'latency.full'),
    requirement('safe', 'latency.full', 'safety.fail-safe'),
    requirement('later', 'from.another.version'),
    requirement('full', 'capacity.utilisation'),
  ])
  expect(groups.map(({ title, requirements }) => [title, requirements.map(({ id }) => id)])).toEqual([
    ['Performance efficiency', ['fast', 'full']],
    ['Safety', ['safe']],
    ['Cost', ['cost']],
    ['Other', ['later']],
  ])
  expect(groups[0]?.source).toBe('ISO/IEC 25010:2023')
  expect(groupRequirements([])).toEqual([])
})
