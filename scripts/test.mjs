// npm test: everything, from an empty machine on. Each step is named; the last lines are what failed, and the sum.
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
import { playwrightFailures, vitestFailures } from './set-up/test-failures.mjs'

requireNode()
heading('Set-up')
installPackages()
const missing = installSystemPackages('desktop', 'tests')
if (missing !== undefined) giveUp(missing)

const reports = mkdtempSync(join(tmpdir(), 'lintel-test-'))
const unitReport = join(reports, 'unit.json')
const e2eReport = join(reports, 'e2e.json')

const failures = []
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
    { count: countVitest, list: vitestFailures },
  ),
  step('Predicates turned round', 'npm', ['run', '--silent', 'flips']),
  suite('Build and tests of the running program', [at('scripts', 'e2e.mjs')], e2eReport, {
    count: countPlaywright,
    list: playwrightFailures,
  }),
])

for (const { where, why } of failures) say(`\nFailed: ${where}\n${why}`)
say(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)

/** A step that passes or fails as one. */
function step(name, program, args) {
  heading(name)
  const passed = run(program, args) === 0
  say(passed ? 'ok' : `${name} failed`)
  if (!passed) failures.push({ where: name, why: 'The reasons stand above, under its heading.' })
  return passed ? { passed: 0, failed: 0 } : { passed: 0, failed: 1 }
}

/** A runner with tests of its own; if it broke before it could count, that is one failure. */
function suite(name, args, report, { count, list }) {
  heading(name)
  const code = run(process.execPath, args, { env: { ...process.env, LINTEL_REPORT: report } })
  const written = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined
  const counted = written === undefined ? { passed: 0, failed: 0 } : count(written)
  if (written !== undefined) failures.push(...list(written))
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}

function heading(name) {
  say(`\n== ${name}`)
}
