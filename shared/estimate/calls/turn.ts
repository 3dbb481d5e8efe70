/** Prompts by arrow, of the turn before and of this one. */
export interface Turn {
  readonly index: number
  /** It stands for many turns, so many of them after the first. */
  readonly ahead?: number
  readonly before: ReadonlyMap<string, number>
  readonly now: Map<string, number>
}

/** A turn, with the prompts of the one before it: of a turn that stands for many, grown as they grew until there. */
export function turnAt(
  index: number,
  ahead: number | undefined,
  before: ReadonlyMap<string, number>,
  beforeThat: ReadonlyMap<string, number>,
): Turn {
  if (ahead === undefined) return { index, before, now: new Map() }
  const grown = [...before].map(
    ([flow, tokens]) => [flow, tokens + ahead * (tokens - (beforeThat.get(flow) ?? tokens))] as const,
  )
  return { index, ahead, before: new Map(grown), now: new Map() }
}
