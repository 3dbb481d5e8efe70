import type { CallContext, HandEffect } from '../kind.ts'

/** What a tool brings back goes into what is in hand, whatever it did. */
export function addResult({ call }: CallContext): HandEffect {
  return { type: 'adds', hand: { tokens: call.input('resultTokens').value } }
}

/** What was read; a call that only writes brings nothing back. */
export function addWhatIsRead(context: CallContext): HandEffect {
  const { does } = context
  return does === undefined || does.includes('read') ? addResult(context) : { type: 'nothing' }
}
