import { describe, expect, it } from 'vitest'
import { kinds } from '../../../shared/kinds/index.ts'
import { icons } from '../../ui/icons.ts'
import { fieldsAtFirst, splitFields } from './split-fields.ts'

describe.each(kinds)('the inspector of $id', (kind) => {
  it('shows at most seven fields at first sight and hides none for good', () => {
    for (const fields of [kind.settings, kind.call]) {
      const { first, rest } = splitFields(fields)
      expect(first.length).toBeLessThanOrEqual(fieldsAtFirst)
      expect(first.length + rest.length).toBe(Object.keys(fields).length)
    }
  })
  it('has its icon', () => {
    expect(icons[kind.icon]).toBeDefined()
  })
})
