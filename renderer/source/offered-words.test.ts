import Ajv2020 from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { buildJsonSchema } from '../../shared/design/json-schema.ts'
import { withOfferedWords } from './offered-words.ts'

const schema = withOfferedWords(buildJsonSchema()) as object

describe('the words that the text offers', () => {
  it('are the kinds and metrics that there are, each with what it is', () => {
    expect(JSON.stringify(schema)).toContain('"vector-store"')
    expect(schema).toHaveProperty('$defs.Component.properties.kind.anyOf.0.enumDescriptions.0')
    expect(schema).toHaveProperty('$defs.Requirement.properties.metric.anyOf.0.enum.0')
    expect(schema).toHaveProperty('$defs.Component.properties.kind.description')
  })
  it('forbid no other: a file may be of a later version', () => {
    const validate = new Ajv2020({ strict: false }).compile(schema)
    const design = { format: 'lintel/design', version: 1, id: 'd', name: 'D' }
    expect(validate({ ...design, components: [{ id: 'c', name: 'C', kind: 'teleporter' }] })).toBe(true)
  })
  it('are added to nothing that has no types', () => {
    expect(withOfferedWords({ type: 'object' })).toEqual({ type: 'object' })
  })
})
