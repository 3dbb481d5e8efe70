// npm run flips [-- part of a file's name]: turns every predicate of every rule round and sees whether a fixture notices.
import { mkdirSync, readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { flipSource } from './flip-source.mjs'

const root = resolve(import.meta.dirname, '../..')
const isRuleFile = (path) =>
  /shared\/(checks\/rules|threats\/catalog)\/[\w-]+\.ts$/.test(path) &&
  !/(index|fixtures|\.test)\.ts$/.test(path) &&
  !path.endsWith('-fixtures.ts')

const [wanted = ''] = process.argv.slice(2)
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
        flips.push(...flipped.flips.map((flip) => ({ ...flip, file, rules: idsIn(code) })))
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

const { firstBroken, ruleIds } = await import(pathToFileURL(resolve(out, 'flips.mjs')).href)
const explained = JSON.parse(readFileSync(resolve(import.meta.dirname, 'explained.json'), 'utf8'))
const chosen = flips.filter(({ file }) => file.includes(wanted))
const failing = firstBroken([...new Set(chosen.flatMap(({ rules }) => rules))])
if (failing !== undefined) throw new Error(`The fixtures of ${failing} fail before anything is turned round.`)

const reasonOf = (flip) =>
  explained.find(({ file, from, to }) => file === flip.file && from === flip.from && to === flip.to)
const survivors = []
for (const flip of chosen) {
  globalThis.flipped = flip.id
  // A file without a rule of its own serves those of its neighbours.
  const named = flip.rules.filter((id) => ruleIds.includes(id))
  if (firstBroken(named.length > 0 ? named : undefined) !== undefined) continue
  survivors.push(flip)
  if (reasonOf(flip) === undefined) console.log(`${flip.file}:${flip.line}\n  ${flip.from}\n  ${flip.to}`)
}
globalThis.flipped = undefined

const open = survivors.filter((flip) => reasonOf(flip) === undefined)
const stale = explained.filter(
  (each) =>
    each.file.includes(wanted) &&
    !survivors.some(({ file, from, to }) => file === each.file && from === each.from && to === each.to),
)
for (const { file, from } of stale) console.log(`Explained, but noticed or gone: ${file}: ${from}`)
console.log(
  `${chosen.length} flips, ${chosen.length - survivors.length} noticed by a fixture, ${survivors.length - open.length} explained, ${open.length} open.`,
)
process.exitCode = open.length + stale.length === 0 ? 0 : 1

function idsIn(code) {
  return [...code.matchAll(/^\s+id: '([\w-]+)',$/gm)].map(([, id]) => id)
}
