// npm run flips [-- part of a file's name] [--negatives]: turns every predicate of every rule round and fails where no fixture
// notices, or where a part of a threat has no design that it alone keeps silent; --negatives lists these parts of checks too.
import { mkdirSync, readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { flipSource } from './flip-source.mjs'
import { switchboard } from './switchboard.mjs'

const root = resolve(import.meta.dirname, '../..')
/** What threats share of their conditions. */
const sharedParts = ['threats/agent-context', 'threats/one-of', 'threats/ways-past', 'findings/influence']
const isRuleFile = (path) =>
  sharedParts.some((part) => path.endsWith(`/shared/${part}.ts`)) ||
  (/shared\/(checks\/rules|threats\/catalog)\/[\w-]+\.ts$/.test(path) && !/(\/index|fixtures|\.test)\.ts$/.test(path))

const [wanted = ''] = process.argv.slice(2).filter((each) => !each.startsWith('--'))
const listsAll = process.argv.includes('--negatives')
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

const reasonOf = (flip, lacks) =>
  explained.find(
    (each) => each.lacks === lacks && each.file === flip.file && each.from === flip.from && isSame(each, flip),
  )
/** What lacks a negative lacks it however it is turned. */
const isSame = ({ lacks, to }, flip) => lacks === 'negative' || to === flip.to

const survivors = []
const unopposed = []
for (const flip of chosen) {
  const trials = meeting.get(flip.id) ?? []
  switchboard.on = flip.id
  const isNoticed = trials.some(({ holds }) => !holds())
  if (!isNoticed) survivors.push(flip)
  else if (!flip.isJoint && lacksNegative(trials)) unopposed.push(flip)
  if (isNoticed || reasonOf(flip) !== undefined) continue
  console.log(`${flip.file}:${flip.line}${trials.length === 0 ? ' (in no fixture)' : ''}\n  ${flip.from}\n  ${flip.to}`)
}
switchboard.on = undefined

const open = survivors.filter((flip) => reasonOf(flip) === undefined)
const unshown = unopposed.filter((flip) => reasonOf(flip, 'negative') === undefined)
for (const { file, line, from } of unshown) console.log(`${file}:${line} (no negative)\n  ${from}`)
const stale = explained.filter(
  (each) =>
    each.file.includes(wanted) &&
    !(each.lacks === 'negative' ? unopposed : survivors).some(
      (flip) => each.file === flip.file && each.from === flip.from && isSame(each, flip),
    ),
)
for (const { file, from } of stale) console.log(`Explained, but noticed, shown or gone: ${file}: ${from}`)
for (const part of new Set([...open, ...unshown].map(({ file }) => file))) console.log(summarize(part))
console.log(summarize(wanted))
const faults = open.length + stale.length + failing.size + (listsAll ? 0 : unshown.length)
process.exitCode = faults === 0 ? 0 : 1

/** Every threat shows for each part of its condition where it is silent; of checks that is a list to read through. */
function lacksNegative(trials) {
  return isUnopposed(listsAll ? trials : trials.filter(({ isThreat }) => isThreat))
}

/**
 * A predicate on which the verdict hangs: turned round, something that was found is not. Then there has to be a design in
 * which it alone holds the rule back: left out, so that its answer is the same whatever the design says, something is found
 * there, or the rule goes on to what it cannot read.
 */
function isUnopposed(trials) {
  const isDecisive = trials.some(({ found, finds }) => found && finds() === false)
  if (!isDecisive) return false
  const silent = trials.filter(({ found }) => !found)
  return ![true, false].some((answer) => {
    switchboard.answer = answer
    const isHeldBack = silent.some(({ finds }) => finds() !== false)
    switchboard.answer = undefined
    return isHeldBack
  })
}

function summarize(part) {
  const count = (list) => list.filter(({ file }) => file.includes(part)).length
  const [all, surviving, left, unanswered, silent] = [chosen, survivors, open, unopposed, unshown].map(count)
  const reasoned = surviving - left + unanswered - silent
  const lacking = silent === 0 ? '' : ` ${silent} without a negative.`
  return `${part || 'all'}: ${all} flips, ${all - surviving} noticed, ${reasoned} explained, ${left} open.${lacking}`
}
