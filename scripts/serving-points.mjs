/**
 * Builds the measured points of the app's plot and the error statement that stands beside every served time:
 *   node scripts/serving-points.mjs FOLDER && npx oxfmt shared/kinds/serving
 * where FOLDER holds latency/llm-serving-measured.csv (ai-dynamo/aiconfigurator, Apache-2.0). Writes
 * resources/serving/measured-points.json (only the columns that the plot needs, rounded to four digits; repeated
 * measurements of one configuration become their median) and shared/kinds/serving/measured-errors.ts, worked out from it
 * by the serving model as it is now: run it again whenever the model or its constants change.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { runnerImport } from 'vite'
import { readServingRows } from './serving-rows.mjs'
import { at, root } from './set-up/paths.mjs'

const folder = process.argv[2]
if (!folder) {
  console.error('Say where the measurements are: node scripts/serving-points.mjs FOLDER')
  process.exit(2)
}
const load = async (name) =>
  (await runnerImport(at('shared', 'kinds', 'serving', name), { root, configFile: false, logLevel: 'error' })).module
const { openMeasuredPoints } = await load('measured-points.ts')
const { describeErrors } = await load('error-statement.ts')

const points = medians(readServingRows(folder).filter((row) => row.clear))
const names = (field) => [...new Set(points.map((point) => point[field]))].toSorted((a, b) => a.localeCompare(b, 'en'))
const [models, gpus, engines, precisions] = ['model', 'gpu', 'engine', 'precision'].map(names)
const rows = points.map((point) => [
  models.indexOf(point.model),
  gpus.indexOf(point.gpu),
  engines.indexOf(point.engine),
  precisions.indexOf(point.precision),
  point.gpus,
  point.prompt,
  point.answer,
  point.concurrency,
  point.heldOut ? 1 : 0,
  Number(point.tpotMs.toPrecision(4)),
  Number(point.ttftMs.toPrecision(4)),
])
const file = {
  format: 'lintel/measured-points',
  version: 1,
  date: '2026-04-27',
  source: 'NVIDIA AIConfigurator silicon data (ai-dynamo/aiconfigurator): InferenceMAX dumps and NVIDIA runs',
  licence: 'Apache-2.0',
  models,
  gpus,
  engines,
  precisions,
}
const printed = rows.map((row) => JSON.stringify(row)).join(',\n')
mkdirSync(at('resources', 'serving'), { recursive: true })
writeFileSync(
  at('resources', 'serving', 'measured-points.json'),
  `${JSON.stringify(file, null, 2).slice(0, -2)},\n  "rows": [\n${printed}\n  ]\n}\n`,
)
const statement = describeErrors(openMeasuredPoints({ ...file, rows }))
writeFileSync(
  at('shared', 'kinds', 'serving', 'measured-errors.ts'),
  `import type { ErrorStatement } from './error-statement.ts'\n\n` +
    `/** Written by scripts/serving-points.mjs from the measured points: never edit it by hand. */\n` +
    `export const measuredErrors: ErrorStatement = ${JSON.stringify(statement, null, 2)}\n`,
)
console.log(`Wrote ${rows.length} points and ${statement.classes.length} classes.`)
for (const each of statement.classes) console.log(JSON.stringify(each))

/** One point for each configuration and load: the median of what was measured, on the same side of the fit. */
function medians(all) {
  const groups = new Map()
  for (const row of all) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return [...groups.values()].map((same) => ({
    ...same[0],
    tpotMs: median(same.map((point) => point.tpotMs)),
    ttftMs: median(same.map((point) => point.ttftMs)),
  }))
}

function keyOf({ model, gpu, engine, precision, gpus: count, prompt, answer, concurrency }) {
  return [model, gpu, engine, precision, count, prompt, answer, concurrency].join('|')
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
