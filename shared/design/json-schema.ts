import { z } from 'zod'
import { designFormat, designVersion } from './design.ts'
import { designSchema } from './schema.ts'

/** The document's schema as JSON Schema (draft 2020-12), for editors and for other programs that write designs. */
export function buildJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(designSchema, {
    io: 'input',
    // Read-only is a matter of our types; to an editor it would mean that nobody may write the field.
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly
    },
  })
  return {
    $schema,
    $id: `${designFormat}-${designVersion}.schema.json`,
    title: 'Lintel design',
    description: 'What an architect draws, states and decides about an AI system. Unknown keys are kept.',
    ...schema,
  }
}

/** Where the committed copy is, below the root of the project. */
export const jsonSchemaPath = 'resources/schema/lintel-design-1.schema.json'

/** The text of the committed copy. */
export function printJsonSchema(): string {
  return `${JSON.stringify(buildJsonSchema(), undefined, 2)}\n`
}
