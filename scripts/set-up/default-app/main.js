// What `electron FOLDER` runs first: it finds the program in FOLDER and becomes it.
// Electron's own one is missing in the runtime that `runtime-recipe.mjs` makes.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

// `-r FILE` runs a file before the program, as Electron's own default app does: so Playwright holds the program back
// until it is connected.
const early = process.argv.indexOf('-r')
if (early > 0) createRequire(import.meta.url)(resolve(process.argv[early + 1] ?? ''))

const hasProgram = (path) => existsSync(join(path, 'package.json'))
const given = process.argv.slice(1).filter((argument) => !argument.startsWith('-'))
const folder = given.map((path) => resolve(path)).find(hasProgram)

if (folder === undefined) {
  process.stderr.write('Name the folder of a program: electron FOLDER\n')
  app.exit(1)
} else {
  const { name, productName, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  app.setName(productName ?? name)
  app.setVersion(version)
  app.setAppPath(folder)
  // Awaited: Electron gets ready only after the program has said what must be said before.
  await import(pathToFileURL(join(folder, main)).href)
}
