import { constant, evaluate, product, quotient, sum } from '../formula/formula.ts'
import type { InputNode } from '../formula/formula.ts'
import type { CallContext, FieldReader, Timing } from '../kind.ts'
import { type Effort, effortFacts, effortOf, reasoningTokens } from './reasoning.ts'
import { spreadOf, tailWhenOnlyMedianIsKnown, workedOutSpread } from '../parts/service-time.ts'
import { visibleTokens } from './token-use.ts'

/** Slow p95 over the median of a model's output speed; no provider publishes it, so it is assumed. */
export const slowSpeedRatio = 1.3

const thousand = constant('ms per second', 1000)

/**
 * First: time to first token and the reasoning before it. Rest: the visible answer at the output speed. Somebody's own
 * measurement wins; then what is published of the model at its effort, which has the reasoning in it; then the time to
 * first token without reasoning and the tokens that it thinks at its speed.
 */
export function hostedTime(context: CallContext): Timing {
  const { settings, call } = context
  const effort = effortOf(settings)
  const speed = speedOf(settings, effort)
  const rest = product(quotient(visibleTokens(call), speed), thousand)
  const restSpread = workedOutSpread(rest, evaluate(rest) * slowSpeedRatio)
  const whole = firstVisible(context, effort)
  if (whole) {
    const tail = settings.number('ttftP95Ms') ?? whole.value * tailWhenOnlyMedianIsKnown
    return { first: spreadOf(whole, tail), rest: restSpread }
  }
  const toFirst = settings.input('ttftP50Ms')
  const tail = settings.number('ttftP95Ms') ?? toFirst.value * tailWhenOnlyMedianIsKnown
  const reasoning = reasoningTokens(context)
  if (!reasoning) return { first: spreadOf(toFirst, tail), rest: restSpread }
  const thinking = product(quotient(reasoning, speed), thousand)
  return {
    first: workedOutSpread(sum(toFirst, thinking), tail + evaluate(thinking) * slowSpeedRatio),
    rest: restSpread,
  }
}

/** A time to the first visible word that has the reasoning in it: measured by somebody, or published of the model. */
function firstVisible({ settings, call }: CallContext, effort: Effort | undefined): InputNode | undefined {
  const own = settings.input('ttftP50Ms')
  if (isStated(own)) return settings.truth('ttftWithReasoning') === true ? own : undefined
  if (effort === undefined || call.number('reasoningTokens') !== undefined) return undefined
  return published(settings, effortFacts(effort).ttftMs)
}

/** Tokens per second: somebody's own, else the model's at its effort, else the model's or its class's. */
function speedOf(settings: FieldReader, effort: Effort | undefined): InputNode {
  const own = settings.input('tokensPerSecond')
  if (isStated(own) || effort === undefined) return own
  return published(settings, effortFacts(effort).tokensPerSecond) ?? own
}

function published(settings: FieldReader, name: string): InputNode | undefined {
  if (settings.number(name) === undefined) return undefined
  const node = settings.input(name)
  return { ...node, provenance: { ...node.provenance, field: 'reasoningEffort' } }
}

function isStated(node: InputNode): boolean {
  return node.provenance.from === 'stated'
}
