import { z } from 'zod'
import { standardsSchema } from './schema.ts'
import { standardsFormat, standardsVersion } from './standards.ts'

/** The schema of a standards file as JSON Schema (draft 2020-12), for editors and for programs that write packs. */
export function buildStandardsSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(standardsSchema, {
    io: 'input',
    // Read-only is a matter of our types; to an editor it would mean that nobody may write the field.
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly
    },
  })
  return {
    $schema,
    $id: `${standardsFormat}-${standardsVersion}.schema.json`,
    title: 'Lintel standards',
    description: 'Rule packs, settings of rules, a technology list and mandatory controls: see docs/standards.md.',
    ...schema,
  }
}

/** Where the committed copy is, below the root of the project. */
export const standardsSchemaPath = 'resources/schema/lintel-standards-1.schema.json'

/** The text of the committed copy. */
export function printStandardsSchema(): string {
  return `${JSON.stringify(buildStandardsSchema(), undefined, 2)}\n`
}
