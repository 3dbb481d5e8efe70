// npm run schema: writes the JSON Schema of the document from the schema in the code.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { runnerImport } from 'vite'
import { at, root } from './set-up/paths.mjs'

const { module } = await runnerImport(at('shared', 'design', 'json-schema.ts'), {
  root,
  configFile: false,
  logLevel: 'error',
})
const file = at(module.jsonSchemaPath)
await mkdir(dirname(file), { recursive: true })
await writeFile(file, module.printJsonSchema())
console.log(`Wrote ${module.jsonSchemaPath}.`)
