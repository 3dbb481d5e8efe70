import { stringify } from 'yaml'
import type { Outline } from '../outline.ts'

/** What a document holds as data, in JSON. Throws for a document without any: such a one does not offer the format. */
export function writeJson({ id, data }: Outline): string {
  if (data === undefined) throw new Error(`The document "${id}" holds no data.`)
  return `${JSON.stringify(data, null, 2)}\n`
}

/** The same in YAML, without aliases: some readers refuse them. Words that readers of YAML 1.1 take for values are quoted. */
export function writeYaml({ id, data }: Outline): string {
  if (data === undefined) throw new Error(`The document "${id}" holds no data.`)
  return stringify(data, { aliasDuplicateObjects: false, compat: 'yaml-1.1' })
}
