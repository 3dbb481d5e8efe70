import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { at, root } from './paths.mjs'
import { run } from './run.mjs'
import { giveUp, say } from './say.mjs'

const stampFile = at('dist', '.stamp')
const sources = ['renderer', 'shared', 'electron', 'resources', 'vite.config.ts', 'package.json', 'package-lock.json']
const isTest = (name) => /\.test\.tsx?$/.test(name)

/** Builds everything with one `vite build`, unless nothing has changed since the last time. */
export function build({ quiet = false } = {}) {
  const stamp = stampOfSources()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  if (!quiet) say('Building ...')
  const code = run(process.execPath, [at('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'], {
    output: 'quiet',
  })
  if (code !== 0) giveUp('The build failed: the lines above say where.')
  mkdirSync(at('dist'), { recursive: true })
  writeFileSync(stampFile, stamp)
}

/** Path, size and time of every source: cheaper than reading them, and as good for one machine. */
function stampOfSources() {
  const hash = createHash('sha256')
  for (const path of sources) addToHash(hash, at(path))
  return hash.digest('hex')
}

function addToHash(hash, path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return
  if (found.isDirectory()) {
    for (const name of readdirSync(path).toSorted()) if (!isTest(name)) addToHash(hash, join(path, name))
  } else {
    hash.update(`${relative(root, path)} ${found.size} ${found.mtimeMs}\n`)
  }
}
