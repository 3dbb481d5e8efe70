// npm test: everything, from an empty machine on. Each step is named; the last line is the sum.
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { requireNode } from './set-up/node-version.mjs'
import { installPackages } from './set-up/packages.mjs'
import { at } from './set-up/paths.mjs'
import { run } from './set-up/run.mjs'
import { giveUp, say } from './set-up/say.mjs'
import { installSystemPackages } from './set-up/system-packages.mjs'
import { countPlaywright, countVitest, sum } from './set-up/test-counts.mjs'

requireNode()
heading('Set-up')
installPackages()
const missing = installSystemPackages('desktop', 'tests')
if (missing !== undefined) giveUp(missing)

const reports = mkdtempSync(join(tmpdir(), 'lintel-test-'))
const unitReport = join(reports, 'unit.json')
const e2eReport = join(reports, 'e2e.json')

const total = sum([
  step('Format', 'npm', ['run', '--silent', 'format:check']),
  step('Lint', 'npm', ['run', '--silent', 'lint']),
  step('Types', 'npm', ['run', '--silent', 'types']),
  suite(
    'Unit tests',
    [
      at('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
    ],
    unitReport,
    countVitest,
  ),
  suite('Build and tests of the running program', [at('scripts', 'e2e.mjs')], e2eReport, countPlaywright),
])

say(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)

/** A step that passes or fails as one. */
function step(name, program, args) {
  heading(name)
  const passed = run(program, args) === 0
  say(passed ? 'ok' : `${name} failed`)
  return passed ? { passed: 0, failed: 0 } : { passed: 0, failed: 1 }
}

/** A runner with tests of its own; if it broke before it could count, that is one failure. */
function suite(name, args, report, count) {
  heading(name)
  const code = run(process.execPath, args, { env: { ...process.env, LINTEL_REPORT: report } })
  const counted = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 }
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}

function heading(name) {
  say(`\n== ${name}`)
}
