/**
 * Reads NVIDIA AIConfigurator's silicon data (ai-dynamo/aiconfigurator, Apache-2.0: InferenceMAX dumps and NVIDIA's own
 * runs) as points of the serving model. Shared by the fit, by the resource of the app's plot, and by the validation test.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { csvParse } from 'd3-dsv'

const models = {
  'meta-llama/Llama-3.1-8B-Instruct': 'meta/llama-3.1-8b',
  'meta-llama/Llama-3.1-70B': 'meta/llama-3.1-70b',
  'Qwen/Qwen3-32B': 'qwen/qwen3-32b',
  'Qwen/Qwen3-235B-A22B-FP8': 'qwen/qwen3-235b-a22b',
  'openai/gpt-oss-120b': 'openai/gpt-oss-120b',
  'deepseek-ai/DeepSeek-R1': 'deepseek/deepseek-r1',
  'deepseek-ai/DeepSeek-V3': 'deepseek/deepseek-v3',
  'MiniMaxAI/MiniMax-M2.5': 'minimax/minimax-m2.5',
  'moonshotai/Kimi-K2.5': 'moonshot/kimi-k2',
}
const gpus = { h100_sxm: 'h100', h200_sxm: 'h200', b200_sxm: 'b200', b300_sxm: 'b300', gb200: 'gb200' }

/** Points of a folder's latency/llm-serving-measured.csv that one instance of at most eight GPUs served from end to end. */
export function readServingRows(folder) {
  const rows = csvParse(readFileSync(join(folder, 'latency/llm-serving-measured.csv'), 'utf8'))
  return rows.flatMap((cells) => {
    const model = models[cells.model_path]
    const gpu = gpus[cells.system]
    const count = Number(cells.tp_size)
    if (cells.mode !== 'agg' || !model || !gpu || !(count <= 8) || hasAmbiguousPrecision(cells)) return []
    const stated = /silicon_concurrency=([\d.]+)/u.exec(cells.silicon_data_source)?.[1]
    const point = {
      model,
      gpu,
      engine: cells.backend,
      precision: cells.precision || 'bf16',
      gpus: count,
      prompt: Number(cells.isl),
      answer: Number(cells.osl),
      concurrency: Number(stated ?? cells.batch_size),
      tpotMs: Number(cells.silicon_tpot_ms),
      ttftMs: Number(cells.silicon_ttft_ms),
    }
    return [{ ...point, clear: isClear(cells, stated), heldOut: isHeldOut(point) }]
  })
}

/** Rows whose label does not say which format ran. */
function hasAmbiguousPrecision({ model_path: model, backend, system }) {
  return (
    (model === 'Qwen/Qwen3-32B' && backend === 'sglang') ||
    model.startsWith('nvidia/') ||
    (model === 'openai/gpt-oss-120b' && system === 'h100_sxm')
  )
}

/**
 * Whether the row says on how many GPUs and under which load it ran: attention in data parallel on "one" GPU runs on
 * several, a layout of zeros is none, and a row without concurrency gives only the limit of its batch.
 */
function isClear({ attention_dp_size: replicas, tp_size: tensor, moe_tp_size: experts }, stated) {
  const spread = Number(replicas) > 1 && Number(tensor) === 1
  return stated !== undefined && !spread && replicas !== '0' && experts !== '0'
}

/**
 * Half of the configurations is never fitted on. A configuration with all its loads and repetitions falls on one side,
 * by a hash (FNV-1a) of its name.
 */
function isHeldOut({ model, gpu, engine, precision, gpus: count, prompt, answer }) {
  const name = [model, gpu, engine, precision, count, prompt, answer].join('|')
  let hash = 0x811c9dc5
  for (const letter of name) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0
  return (hash >>> 7) % 2 === 1
}
