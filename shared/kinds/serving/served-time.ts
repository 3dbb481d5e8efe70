import { constant, difference, evaluate, input, product, sum } from '../formula/formula.ts'
import type { Formula, InputNode, Standing } from '../formula/formula.ts'
import { slowSpeedRatio } from '../language-models/hosted-time.ts'
import type { CallContext, Capacity, Timing } from '../kind.ts'
import { reasoningTokens } from '../language-models/reasoning.ts'
import { tailWhenOnlyMedianIsKnown, workedOutSpread } from '../parts/service-time.ts'
import { standingOf, weaker } from '../formula/standing.ts'
import { tokenUse, visibleTokens } from '../language-models/token-use.ts'
import { findRunning } from './running-batch.ts'
import type { Running } from './running-batch.ts'
import { doubtOf, readServer } from './server.ts'
import type { Server } from './server.ts'
import { firstTokenSeconds, secondsPerToken, slotsOf } from './serving-model.ts'

/** Time to the first token and time per output token of one call, and how full its replica is. */
export interface ServedTimes {
  readonly server: Server
  readonly running: Running
  readonly firstMs: InputNode
  readonly perTokenMs: InputNode
}

/**
 * Both times at the load of the peak: somebody's own measurement, else the serving model with as many sequences running
 * as Little's law says. While nobody knows the load, the replica is idle.
 */
export function servedTimes(context: CallContext): ServedTimes {
  const server = readServer(context)
  const { serving, lengths } = server
  const arrivals = (context.peakCallsPerSecond ?? 0) / Math.max(1, server.replicas)
  const running = findRunning(serving, lengths, server.maxConcurrency, arrivals)
  const { settings, component } = context
  const doubt = doubtOf(server)
  const restsOn = restOf(context, doubt.extrapolated !== undefined)
  const modelled = (label: string, seconds: number, ends: Ends, field: string): InputNode => ({
    ...input(label, seconds * 1000, 'ms', {
      from: 'derived',
      on: component,
      field,
      source: 'analytic serving model, judged on public measurements',
    }),
    low: seconds * 1000 * ends.low,
    high: seconds * 1000 * ends.high,
    restsOn,
  })
  const speed = settings.number('tokensPerSecond')
  const perToken = secondsPerToken(serving, lengths, running.batch)
  const first = firstTokenSeconds(serving, lengths, running.batch)
  return {
    server,
    running,
    firstMs:
      settings.number('ttftP50Ms') === undefined
        ? modelled('Time to first token', first, doubt.firstToken, 'ttftP50Ms')
        : settings.input('ttftP50Ms'),
    perTokenMs:
      speed === undefined || speed <= 0
        ? modelled('Time per output token', perToken, eitherWay(doubt.band), 'tokensPerSecond')
        : measuredPerToken(settings.input('tokensPerSecond')),
  }
}

/** The ends of a band, as multiples of its value. */
interface Ends {
  readonly low: number
  readonly high: number
}

export function eitherWay(share: number): Ends {
  return { low: Math.max(0, 1 - share), high: 1 + share }
}

/** First: until the first visible token, reasoning before it. Rest: the other visible tokens, one step each. */
export function servedTime(context: CallContext): Timing {
  const { firstMs, perTokenMs } = servedTimes(context)
  const tail = context.settings.number('ttftP95Ms') ?? firstMs.value * tailWhenOnlyMedianIsKnown
  const reasoning = reasoningTokens(context)
  const thinking = reasoning ? product(reasoning, perTokenMs) : undefined
  const toFirst: Formula = thinking ? sum(firstMs, thinking) : firstMs
  const rest = product(stepsAfterFirst(visibleTokens(context.call)), perTokenMs)
  return {
    first: workedOutSpread(toFirst, tail + (thinking ? evaluate(thinking) * slowSpeedRatio : 0), [firstMs]),
    rest: workedOutSpread(rest, evaluate(rest) * slowSpeedRatio, [perTokenMs]),
  }
}

/** All seats taken: each sequence gets a token per step, and a call holds its seat from its prefill to its last token. */
export function servedCapacity(context: CallContext): Capacity | undefined {
  const { server, running } = servedTimes(context)
  const { settings } = context
  const { serving, lengths, replicas, maxConcurrency } = server
  if (replicas < 1 || slotsOf(serving, lengths) < 1) return undefined
  const speed = settings.number('tokensPerSecond')
  if (speed !== undefined && speed > 0) {
    const seconds = (settings.number('ttftP50Ms') ?? 0) / 1000 + tokenUse(context).output / speed
    const seats = Math.max(1, Math.floor(maxConcurrency)) * replicas
    if (seconds <= 0) return undefined
    return { callsPerSecond: seats / seconds, servers: seats, why: seatsWords(replicas, seats), limitedBy: 'gpus' }
  }
  const seats = running.seats * replicas
  const callsPerSecond = running.sustainedPerSecond * replicas
  return { callsPerSecond, servers: seats, why: seatsWords(replicas, seats), limitedBy: 'gpus' }
}

function seatsWords(replicas: number, seats: number): string {
  const calls = `${seats} ${seats === 1 ? 'call' : 'calls'} at once`
  return replicas === 1 ? `One replica that serves ${calls}` : `${replicas} replicas that serve ${calls} together`
}

function stepsAfterFirst(tokens: InputNode): Formula {
  return tokens.value >= 1
    ? difference(tokens, constant('First token', 1, 'tokens'))
    : constant('No token', 0, 'tokens')
}

function measuredPerToken(speed: InputNode): InputNode {
  const of = [constant('ms per second', 1000), speed]
  return {
    ...input('Time per output token', 1000 / speed.value, 'ms', { ...speed.provenance, from: 'derived' }),
    by: { op: 'quotient', of },
  }
}

/** The weakest of what the model was fed; what lies outside of the measurements is assumed. */
function restOf({ settings }: CallContext, isExtrapolated: boolean): Standing {
  if (isExtrapolated) return 'assumed'
  const standing = standingOf(settings.input('gpus'))
  return weaker(weaker('secondary', standing), standingOf(settings.input('parametersBillion'))) ?? 'assumed'
}
