// npm run flips [-- part of a file's name] [--negatives]: turns every predicate of every rule round and sees whether a fixture notices.
import { mkdirSync, readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { flipSource } from './flip-source.mjs'
import { switchboard } from './switchboard.mjs'

const root = resolve(import.meta.dirname, '../..')
const isRuleFile = (path) =>
  /shared\/(checks\/rules|threats\/catalog)\/[\w-]+\.ts$/.test(path) &&
  !/(index|fixtures|\.test)\.ts$/.test(path) &&
  !path.endsWith('-fixtures.ts')

const [wanted = ''] = process.argv.slice(2).filter((each) => !each.startsWith('--'))
const listsNegatives = process.argv.includes('--negatives')
const flips = []
const out = resolve(root, 'node_modules/.cache/lintel-flips')
mkdirSync(out, { recursive: true })
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  plugins: [
    {
      name: 'flip-predicates',
      enforce: 'pre',
      transform(code, id) {
        if (!isRuleFile(id)) return undefined
        const file = relative(root, id)
        const flipped = flipSource(code, flips.length + 1)
        flips.push(...flipped.flips.map((flip) => ({ ...flip, file })))
        return { code: flipped.code, map: null }
      },
    },
  ],
  build: {
    ssr: resolve(import.meta.dirname, 'flips-entry.ts'),
    outDir: out,
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'flips.mjs', codeSplitting: false } },
  },
})

const { meetFlips } = await import(pathToFileURL(resolve(out, 'flips.mjs')).href)
const explained = JSON.parse(readFileSync(resolve(import.meta.dirname, 'explained.json'), 'utf8'))
const chosen = flips.filter(({ file }) => file.includes(wanted))
const { meeting, failing } = meetFlips()
if (failing.size > 0) console.log(`Left out, as they fail as they are: fixtures of ${[...failing].join(', ')}.`)

const reasonOf = (flip) =>
  explained.find(({ file, from, to }) => file === flip.file && from === flip.from && to === flip.to)
const survivors = []
const unopposed = []
for (const flip of chosen) {
  const trials = meeting.get(flip.id) ?? []
  switchboard.on = flip.id
  if (trials.some(({ holds }) => !holds())) {
    if (listsNegatives && !flip.isJoint && isUnopposed(trials)) unopposed.push(flip)
    continue
  }
  survivors.push(flip)
  if (reasonOf(flip) !== undefined) continue
  console.log(`${flip.file}:${flip.line}${trials.length === 0 ? ' (in no fixture)' : ''}\n  ${flip.from}\n  ${flip.to}`)
}
switchboard.on = undefined
for (const { file, line, from } of unopposed) console.log(`${file}:${line} (no negative)\n  ${from}`)

const open = survivors.filter((flip) => reasonOf(flip) === undefined)
const stale = explained.filter(
  (each) =>
    each.file.includes(wanted) &&
    !survivors.some(({ file, from, to }) => file === each.file && from === each.from && to === each.to),
)
for (const { file, from } of stale) console.log(`Explained, but noticed or gone: ${file}: ${from}`)
const files = [...new Set(chosen.map(({ file }) => file))]
for (const file of files.length > 1 ? [...files, ''] : files) console.log(summarize(file))
process.exitCode = open.length + stale.length + failing.size === 0 ? 0 : 1

/**
 * A predicate on which the verdict hangs: turned round, something that was found is not. Then there has to be a design in
 * which it alone holds the rule back: turned round, something is found there, or the rule goes on to what it cannot read.
 */
function isUnopposed(trials) {
  const isDecisive = trials.some(({ found, finds }) => found && finds() === false)
  return isDecisive && !trials.some(({ found, finds }) => !found && finds() !== false)
}

function summarize(part) {
  const count = (list) => list.filter(({ file }) => file.includes(part)).length
  const [all, surviving, left] = [chosen, survivors, open].map(count)
  return `${part || 'all'}: ${all} flips, ${all - surviving} noticed, ${surviving - left} explained, ${left} open.`
}
