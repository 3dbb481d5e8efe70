import { kinds } from '../../shared/kinds/index.ts'
import { metrics } from '../../shared/requirements/metrics/index.ts'

interface Schema {
  readonly $defs?: Readonly<Record<string, { readonly properties?: Readonly<Record<string, object>> }>>
}

interface Word {
  readonly id: string
  readonly title: string
  readonly summary?: string
}

/** The words that a field of a type may have, with what each of them is. Others stay allowed: a file may be of a later version. */
const offered: readonly { readonly type: string; readonly field: string; readonly words: () => readonly Word[] }[] = [
  { type: 'Component', field: 'kind', words: () => kinds },
  { type: 'Requirement', field: 'metric', words: () => metrics },
]

/** The schema of the document, where the editor offers the kinds and metrics that there are. */
export function withOfferedWords(schema: unknown): unknown {
  const { $defs } = schema as Schema
  if ($defs === undefined) return schema
  const types = { ...$defs }
  for (const { type, field, words } of offered) {
    const properties = types[type]?.properties
    if (properties?.[field] === undefined) continue
    types[type] = { ...types[type], properties: { ...properties, [field]: choiceOf(properties[field], words()) } }
  }
  return { ...(schema as object), $defs: types }
}

function choiceOf(field: object, words: readonly Word[]): object {
  const known = {
    enum: words.map(({ id }) => id),
    enumDescriptions: words.map(({ title, summary }) => (summary === undefined ? title : `${title}. ${summary}`)),
  }
  return { ...field, anyOf: [known, { type: 'string' }] }
}
