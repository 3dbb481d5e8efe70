import { existsSync } from 'node:fs'
import { ask, run } from './run.mjs'
import { say } from './say.mjs'

// Where a package was renamed in a newer Debian or Ubuntu, the names stand in one line, the newer first.
const sets = {
  desktop: ['libgtk-3-0t64 libgtk-3-0', 'libnss3', 'libasound2t64 libasound2', 'libgbm1', 'libxss1', 'libxtst6'],
  tests: [
    'xvfb',
    'xauth',
    'chromium chromium-browser',
    'libreoffice-impress-nogui',
    'libreoffice-writer-nogui',
    'libreoffice-calc-nogui',
    'poppler-utils',
    'fonts-liberation',
    'fonts-dejavu-core',
  ],
}

/**
 * Installs what the desktop program, or its tests, need of the system. Only Debian and its kin are known;
 * elsewhere, and without the rights, it answers one sentence with the remedy instead.
 */
export function installSystemPackages(...wanted) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return undefined
  const needs = wanted.flatMap((name) => sets[name]).map((names) => names.split(' '))
  const missing = needs.filter((names) => !names.some(isInstalled))
  if (missing.length === 0) return undefined
  const plain = missing.map((names) => names.at(-1))
  if (process.getuid?.() !== 0)
    return `Some system packages are missing: run "sudo apt-get install -y ${plain.join(' ')}", then try again.`
  say(`Installing system packages: ${plain.join(' ')} ...`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update', '-qq'], { output: 'quiet', env })
  const chosen = missing.map((names) => names.find(isOffered) ?? names.at(-1))
  const code = run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...chosen], { output: 'quiet', env })
  return code === 0
    ? undefined
    : `Some system packages could not be installed: run "apt-get install ${chosen.join(' ')}" and see why.`
}

function isInstalled(name) {
  return ask('dpkg-query', ['-W', '-f', '${Status}', name])?.includes('install ok installed') === true
}

/** Whether there is a package of that very name, not only others that say they stand for it. */
function isOffered(name) {
  return /^Version:/m.test(ask('apt-cache', ['show', '--no-all-versions', name]) ?? '')
}
