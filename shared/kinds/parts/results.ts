import { evaluate } from '../formula/formula.ts'
import type { AmountFormulas, Amounts, CallContext, HandEffect } from '../kind.ts'

/** An answer that joins what is in hand: so much of each, as these expressions come to. */
export function adds(by: AmountFormulas): HandEffect {
  const hand: { -readonly [Name in keyof Amounts]?: number } = {}
  for (const name of ['tokens', 'pages', 'items', 'bytes'] as const) {
    const formula = by[name]
    if (formula) hand[name] = evaluate(formula)
  }
  return { type: 'adds', hand, by }
}

/** What a tool brings back goes into what is in hand, whatever it did. */
export function addResult({ call }: CallContext): HandEffect {
  return adds({ tokens: call.input('resultTokens') })
}

/** What it brings back where somebody says so; else nothing. */
export function addStatedResult(context: CallContext): HandEffect {
  return context.call.number('resultTokens') === undefined ? { type: 'nothing' } : addResult(context)
}

/** What was read; a call that only writes brings nothing back. */
export function addWhatIsRead(context: CallContext): HandEffect {
  const { does } = context
  return does === undefined || does.includes('read') ? addResult(context) : { type: 'nothing' }
}
