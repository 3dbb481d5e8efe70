/**
 * Fits the constants of the serving model on half of the public measurements and says how well they do on the other:
 *   node scripts/serving-fit.mjs FOLDER
 * where FOLDER holds latency/llm-serving-measured.csv. It prints, for each class of engine and model, the mean absolute
 * error of time per output token with the constants in use and with the fitted ones, on fitted and on held-out points.
 * Nothing is written: a set is taken over by hand into shared/kinds/serving/constants.ts when it is better on the points
 * that it has not seen. Method: Nelder-Mead on the mean absolute logarithm of predicted over measured, from the
 * constants in use, each logarithmic, with a faint pull towards where it started and shares kept below what hardware gives.
 */
import { runnerImport } from 'vite'
import { readServingRows } from './serving-rows.mjs'
import { at, root } from './set-up/paths.mjs'

const folder = process.argv[2]
if (!folder) {
  console.error('Say where the measurements are: node scripts/serving-fit.mjs FOLDER')
  process.exit(2)
}
const load = async (name) =>
  (await runnerImport(at('shared', 'kinds', 'serving', name), { root, configFile: false, logLevel: 'error' })).module
const { constantsOf } = await load('constants.ts')
const { predictPoint, servingOfPoint } = await load('measured-points.ts')

const names = ['memoryUse', 'prefillUse', 'decodeUse', 'layerSeconds', 'exchangeSeconds', 'linkUse']
/** No engine gets more out of the hardware than this, whatever fits the points best. */
const most = { memoryUse: 0.95, prefillUse: 0.75, decodeUse: 0.75, linkUse: 0.75 }
const rows = readServingRows(folder)
  .filter((row) => row.clear)
  .map((row) => Object.assign(row, { mixed: servingOfPoint(row).model.experts !== undefined }))

for (const mixed of [false, true]) {
  for (const engine of ['vllm', 'trtllm', 'sglang', 'other']) {
    const ours = rows.filter((row) => row.mixed === mixed && (engine === 'other' || row.engine === engine))
    const seen = ours.filter((row) => !row.heldOut)
    const heldOut = ours.filter((row) => row.heldOut)
    if (seen.length < 20) continue
    const before = constantsOf(engine, mixed)
    const after = fit(seen, before)
    console.log(`${mixed ? 'mixture' : 'dense'} ${engine}: ${seen.length} fitted, ${heldOut.length} held out`)
    for (const [label, set] of Object.entries({ before, after })) {
      console.log(`  ${label}: fitted ${percent(seen, set)}, held out ${percent(heldOut, set)}`)
    }
    console.log(`  ${JSON.stringify(after, (_, value) => (typeof value === 'number' ? +value.toPrecision(3) : value))}`)
  }
}

function errorsOf(points, constants) {
  return points.map((point) => Math.log(predictPoint(point, constants).tpotMs / point.tpotMs))
}

function percent(points, constants) {
  const shared = errorsOf(points, constants).map((error) => Math.abs(Math.exp(error) - 1))
  return `${((100 * shared.reduce((sum, each) => sum + each, 0)) / shared.length).toFixed(1)} %`
}

function fit(points, start) {
  const from = names.map((name) => (Number.isFinite(start[name]) ? start[name] : 0.3))
  const constants = (moves) =>
    Object.fromEntries(names.map((name, index) => [name, from[index] * Math.exp(moves[index])]))
  const loss = (moves) => {
    const set = constants(moves)
    const beyond = Object.keys(most).reduce((sum, name) => sum + Math.max(0, set[name] - most[name]), 0)
    const errors = errorsOf(points, set)
    const pull = moves.reduce((sum, move) => sum + move * move, 0) / moves.length
    return errors.reduce((sum, error) => sum + Math.abs(error), 0) / errors.length + 10 * beyond + 1e-3 * pull
  }
  return constants(minimise(loss, names.length))
}

/** Nelder and Mead's simplex, started twice: the second time around what the first found. */
function minimise(loss, dimensions) {
  let best = Array.from({ length: dimensions }, () => 0)
  for (let round = 0; round < 2; round += 1) {
    let simplex = [
      best,
      ...best.map((_, index) => best.map((value, other) => (other === index ? value + 0.3 : value))),
    ].map((point) => ({ point, loss: loss(point) }))
    for (let step = 0; step < 400; step += 1) {
      simplex = simplex.toSorted((a, b) => a.loss - b.loss)
      const worst = simplex[dimensions]
      const centre = best.map(
        (_, index) => simplex.slice(0, dimensions).reduce((sum, { point }) => sum + point[index], 0) / dimensions,
      )
      const towards = (factor) => {
        const point = centre.map((value, index) => value + factor * (worst.point[index] - value))
        return { point, loss: loss(point) }
      }
      const mirrored = towards(-1)
      let next = mirrored
      if (mirrored.loss < simplex[0].loss) {
        const further = towards(-2)
        if (further.loss < mirrored.loss) next = further
      } else if (mirrored.loss >= simplex[dimensions - 1].loss) next = towards(mirrored.loss < worst.loss ? -0.5 : 0.5)
      if (next.loss < worst.loss) simplex[dimensions] = next
      else simplex = simplex.map(({ point }) => shrink(point, simplex[0].point))
    }
    best = simplex.toSorted((a, b) => a.loss - b.loss)[0].point
  }
  return best

  function shrink(point, towards) {
    const middle = point.map((value, index) => (value + towards[index]) / 2)
    return { point: middle, loss: loss(middle) }
  }
}
