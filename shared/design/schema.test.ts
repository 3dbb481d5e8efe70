import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv2020 from 'ajv/dist/2020.js'
import { assert, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Design } from './design.ts'
import { fieldHelp } from './field-help.ts'
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

function* fieldsBelow(part: unknown): Generator<{ readonly name: string; readonly field: { description?: string } }> {
  if (typeof part !== 'object' || part === null) return
  for (const [key, inner] of Object.entries(part)) {
    if (key === 'properties')
      for (const [name, field] of Object.entries(inner as Record<string, { description?: string }>))
        yield { name, field }
    yield* fieldsBelow(inner)
  }
}

describe('the JSON Schema', () => {
  it('is committed as the code has it (run npm run schema)', () => {
    expect(readFileSync(join(import.meta.dirname, '../..', jsonSchemaPath), 'utf8')).toBe(printJsonSchema())
  })

  it('says of every field what it is for, and of none that is not there', () => {
    const schema = buildJsonSchema()
    const fields = [...fieldsBelow(schema)]
    expect(fields.filter(({ field }) => field.description === undefined).map(({ name }) => name)).toEqual([])
    const there = new Set(fields.map(({ name }) => name))
    const told = Object.values(fieldHelp).flatMap((words) => Object.keys(words))
    expect(told.filter((name) => !there.has(name))).toEqual([])
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
