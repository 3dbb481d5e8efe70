// npm run schema: writes the JSON Schemas of the files that people write from the schemas in the code.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { runnerImport } from 'vite'
import { at, root } from './set-up/paths.mjs'

const load = async (...path) => {
  const { module } = await runnerImport(at(...path), { root, configFile: false, logLevel: 'error' })
  return module
}
const design = await load('shared', 'design', 'json-schema.ts')
const standards = await load('shared', 'standards', 'json-schema.ts')
const schemas = [
  [design.jsonSchemaPath, design.printJsonSchema()],
  [standards.standardsSchemaPath, standards.printStandardsSchema()],
]
for (const [path, text] of schemas) {
  const file = at(path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
  console.log(`Wrote ${path}.`)
}
