import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { at } from './paths.mjs'
import { run } from './run.mjs'
import { giveUp, say } from './say.mjs'

const stampFile = at('node_modules', '.lintel-stamp')

/** Brings `node_modules` in step with the lock file; does nothing when it is. */
export function installPackages() {
  const wanted = stampOf(readFileSync(at('package-lock.json')))
  if (readIfThere(stampFile) === wanted) return
  if (!matchesLock()) {
    say('Installing the packages of package-lock.json (npm ci) ...')
    // A registry that lacks a package for some other platform makes `ci` refuse a lock that `install` can follow.
    const installed = npm('ci') || npm('install', '--no-save')
    if (!installed) {
      giveUp('The packages could not be installed: check that npm reaches its registry (npm ping), then try again.')
    }
  }
  writeFileSync(stampFile, wanted)
}

const npm = (...args) => run('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { output: 'quiet' }) === 0

/** Native packages differ by platform and by major version of Node. */
const stampOf = (lock) =>
  [
    createHash('sha256').update(lock).digest('hex'),
    process.platform,
    process.arch,
    process.versions.node.split('.')[0],
  ].join(' ')

/** Whether someone has run npm by hand already: npm leaves a list of what it installed. */
function matchesLock() {
  const installed = parse(readIfThere(at('node_modules', '.package-lock.json')))?.packages
  const locked = parse(readIfThere(at('package-lock.json')))?.packages
  if (installed === undefined || locked === undefined) return false
  return Object.entries(locked).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true
    const found = installed[path]
    // An optional package of another platform is rightly missing.
    if (found === undefined) return optional === true || devOptional === true
    return found.version === version && existsSync(at(path, 'package.json'))
  })
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function parse(text) {
  return text === undefined ? undefined : JSON.parse(text)
}
