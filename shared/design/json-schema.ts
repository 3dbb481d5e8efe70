import { z } from 'zod'
import { designFormat, designVersion } from './design.ts'
import { fieldHelp } from './field-help.ts'
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
  explain(schema, 'Design')
  for (const [type, definition] of Object.entries(schema.$defs ?? {})) explain(definition, type)
  return {
    $schema,
    $id: `${designFormat}-${designVersion}.schema.json`,
    title: 'Lintel design',
    description: 'What an architect draws, states and decides about an AI system. Unknown keys are kept.',
    ...schema,
  }
}

/** Whose fields a change to an element of a collection has. */
const changed: Readonly<Record<string, string>> = {
  boundaries: 'Boundary',
  components: 'Component',
  flows: 'Flow',
  data: 'DataAsset',
  identities: 'Identity',
  controls: 'Control',
  actions: 'Action',
  workloads: 'Workload',
  requirements: 'Requirement',
}

type Fields = Readonly<Record<string, { description?: string }>>

/** Writes beside every field of a type, and of what it holds, what it says. What has a type of its own is explained there. */
function explain(part: unknown, type: string): void {
  if (typeof part !== 'object' || part === null) return
  for (const [key, inner] of Object.entries(part)) {
    if (key === 'properties') explainFields(inner as Fields, type)
    else if (key !== '$defs') explain(inner, type)
  }
}

function explainFields(fields: Fields, type: string): void {
  for (const [name, field] of Object.entries(fields)) {
    const words = fieldHelp[type]?.[name] ?? fieldHelp['any']?.[name]
    if (words !== undefined) field.description = words
    explain(field, type === 'Patch' ? (changed[name] ?? type) : type)
  }
}

/** Where the committed copy is, below the root of the project. */
export const jsonSchemaPath = 'resources/schema/lintel-design-1.schema.json'

/** The text of the committed copy. */
export function printJsonSchema(): string {
  return `${JSON.stringify(buildJsonSchema(), undefined, 2)}\n`
}
