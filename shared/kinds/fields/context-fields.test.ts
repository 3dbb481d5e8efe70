import { readFileSync, readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { contextFields } from './context-fields.ts'

const folder = new URL('../../../resources/templates/', import.meta.url)

it.each(readdirSync(folder))('what %s states about itself is on offer in the inspector', (file) => {
  const { context } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Design
  for (const [name, field] of Object.entries(contextFields)) {
    const value = known(context?.[name])
    if (value === undefined || field.type !== 'choice') continue
    expect(field.options?.map((option) => option.value)).toContain(value)
  }
})
