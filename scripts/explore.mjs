// npm run explore [-- ROUNDS]: tries every law on cases that nobody has tried yet, and tells how to see a failure again.
import { randomInt } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { at, root } from './set-up/paths.mjs'
import { run } from './set-up/run.mjs'
import { say } from './set-up/say.mjs'

const rounds = Number(process.argv[2] ?? 10)
const files = ['shared', 'renderer', 'electron'].flatMap(testsOfLaws)

const failed = []
for (let round = 1; round <= rounds; round += 1) {
  const seed = randomInt(2 ** 31)
  say(`\n== Round ${round} of ${rounds}, seed ${seed}`)
  const env = { ...process.env, LINTEL_SEED: String(seed) }
  if (
    run(process.execPath, [at('node_modules', 'vitest', 'vitest.mjs'), 'run', '--reporter=dot', ...files], { env }) !==
    0
  )
    failed.push(seed)
}

say(failed.length === 0 ? `\nEvery law held in ${rounds} rounds.` : '\nTo see a failure again:')
for (const seed of failed) say(`  LINTEL_SEED=${seed} npm run unit -- FILE`)
process.exit(failed.length === 0 ? 0 : 1)

function testsOfLaws(folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => /\.test\.tsx?$/.test(path) && readFileSync(join(root, path), 'utf8').includes("'fast-check'"))
}
