import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv2020 from 'ajv/dist/2020.js'
import { assert, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Design } from './design.ts'
import { buildJsonSchema, jsonSchemaPath, printJsonSchema } from './json-schema.ts'
import { designSchema } from './schema.ts'
import { arbitraryDesign, runs } from './testing/arbitrary-design.ts'

/** Interfaces as plain object types: only those may have further keys. */
type Plain<T> = T extends readonly (infer Item)[]
  ? number extends T['length']
    ? readonly Plain<Item>[]
    : T
  : T extends object
    ? { readonly [K in keyof T]: Plain<T[K]> }
    : T
type Holds<Sub extends Super, Super> = [Sub, Super]

/** The compiler's proof of both directions: the schema accepts every design, and answers nothing but designs. */
export type SchemaFitsTypes = [
  Holds<Plain<Design>, z.input<typeof designSchema>>,
  Holds<z.output<typeof designSchema>, Design>,
]

describe('the JSON Schema', () => {
  it('is committed as the code has it (run npm run schema)', () => {
    expect(readFileSync(join(import.meta.dirname, '../..', jsonSchemaPath), 'utf8')).toBe(printJsonSchema())
  })

  it('accepts what the schema in the code accepts', () => {
    const validate = new Ajv2020({ strict: false }).compile(buildJsonSchema())
    assert(
      property(arbitraryDesign, (design) => {
        expect(designSchema.safeParse(design).success).toBe(true)
        expect(validate(design), JSON.stringify(validate.errors)).toBe(true)
      }),
      runs(100),
    )
  })

  it('refuses a wrong type and a missing name', () => {
    const validate = new Ajv2020({ strict: false }).compile(buildJsonSchema())
    const design = { format: 'lintel/design', version: 1, id: 'd', name: 'D' }
    expect(validate({ ...design, flows: [{ id: 'f', from: 'a', to: 5 }] })).toBe(false)
    expect(validate({ ...design, components: [{ id: 'c', kind: 'llm-api' }] })).toBe(false)
  })
})
