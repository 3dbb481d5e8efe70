import type { InputNode } from '../formula/formula.ts'
import { type Mixture, mixMixtures, nodeOfMixture } from '../formula/mixture.ts'
import type { Hand, HandOrigin } from '../kind.ts'
import { workedOut } from './priced-lines.ts'

/** Whose words there may be in hand, in the order of a prompt. */
export const handOrigins: readonly HandOrigin[] = ['conversation', 'retrieved', 'results', 'user']

/** All tokens in hand, with what they follow from behind them. */
export function tokensInHand({ tokens, follows, restsOn }: Hand): InputNode {
  const all = handOrigins.reduce<Mixture>((mixed, origin) => mixMixtures(mixed, follows?.[origin] ?? [], 1, 1), [])
  return nodeOfMixture(workedOut('Tokens in hand', tokens, 'tokens'), all, restsOn)
}

/** The pieces in hand that a document was cut into or a search has found, as vectors to be written. */
export function piecesInHand({ items, follows, restsOn }: Hand): InputNode {
  return nodeOfMixture(workedOut('Pieces in hand', items, 'vectors'), follows?.items, restsOn)
}
