import { constant, type InputNode, type Standing } from '../formula/formula.ts'
import type { CallContext, PriceLookup } from '../kind.ts'
import { describeMisfit } from './fit.ts'
import { gpuPrice } from './gpu-price.ts'
import type { Served } from './served-shape.ts'
import { eitherWay, servedTimes } from './served-time.ts'
import { doubtOf } from './server.ts'
import { cacheBytes, isTight, serviceSeconds, slotsOf, tokensPerSecond, weightBytes } from './serving-model.ts'

const tightRoom =
  'The weights leave little room for the cache: the engine must be given 96 % of the memory instead of its usual 90 %.'

/** Never fails: what cannot be is said in `problems`, and the rest is computed. */
export function describeServed(context: CallContext, prices: PriceLookup): Served {
  const { server, running, firstMs, perTokenMs } = servedTimes(context)
  const { serving, lengths } = server
  const misfit = describeMisfit(serving, lengths)
  const room = misfit ?? (isTight(serving) ? tightRoom : undefined)
  const doubt = doubtOf(server)
  return {
    model: serving.model.title,
    gpu: server.gpuId,
    engine: serving.engine,
    mixed: serving.model.experts !== undefined,
    gpusPerReplica: serving.gpus,
    replicas: server.replicas,
    fits: misfit === undefined,
    problems: [...server.problems, ...(room === undefined ? [] : [{ field: 'gpus', sentence: room }])],
    weightsGigabytes: weightBytes(serving) / 1e9,
    cacheGigabytes: Math.max(0, cacheBytes(serving)) / 1e9,
    memoryGigabytes: serving.gpu.memoryGigabytes * serving.gpus,
    slots: slotsOf(serving, lengths),
    seats: running.seats,
    running: running.batch,
    queueing: running.queueing,
    ttftMs: firstMs,
    tpotMs: perTokenMs,
    tokensPerSecond: fullSpeed(tokensPerSecond(serving, lengths, running.seats), doubt.band, perTokenMs.restsOn),
    callsPerSecond: running.seats / serviceSeconds(serving, lengths, running.seats),
    usdPerGpuHour: gpuPrice(context.settings, prices),
    error: doubt.error,
    firstToken: doubt.firstToken,
    measuredPoints: doubt.points,
    ...(doubt.extrapolated === undefined ? {} : { extrapolated: doubt.extrapolated }),
  }
}

/** Tokens a second with all seats taken: as far off as the time per token that it is the inverse of. */
function fullSpeed(value: number, doubt: number, restsOn: Standing | undefined): InputNode {
  const { low, high } = eitherWay(doubt)
  return {
    ...constant('Tokens per second with all seats taken', value, 'tokens/s'),
    low: value / high,
    ...(low > 0 ? { high: value / low } : {}),
    ...(restsOn === undefined ? {} : { restsOn }),
  }
}
