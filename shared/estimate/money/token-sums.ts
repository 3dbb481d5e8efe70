import type { TokenPart, TokenUse } from '../../kinds/kind.ts'

export const noTokens: TokenUse = { input: 0, cachedRead: 0, cachedWrite: 0, output: 0 }

type Billed = NonNullable<TokenUse['long']>

/** a x `weightA` + b x `weightB`, by price and by part. */
export function combineTokens(a: TokenUse, b: TokenUse, weightA: number, weightB: number): TokenUse {
  const mix = (one: Billed | undefined, other: Billed | undefined): Billed => ({
    input: (one?.input ?? 0) * weightA + (other?.input ?? 0) * weightB,
    cachedRead: (one?.cachedRead ?? 0) * weightA + (other?.cachedRead ?? 0) * weightB,
    cachedWrite: (one?.cachedWrite ?? 0) * weightA + (other?.cachedWrite ?? 0) * weightB,
    output: (one?.output ?? 0) * weightA + (other?.output ?? 0) * weightB,
  })
  return {
    ...mix(a, b),
    ...(a.long || b.long ? { long: mix(a.long, b.long) } : {}),
    ...(a.parts || b.parts ? { parts: mixParts(a.parts ?? {}, b.parts ?? {}, weightA, weightB) } : {}),
  }
}

type Parts = NonNullable<TokenUse['parts']>

function mixParts(a: Parts, b: Parts, weightA: number, weightB: number): Parts {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]) as ReadonlySet<TokenPart>
  return Object.fromEntries([...names].map((name) => [name, (a[name] ?? 0) * weightA + (b[name] ?? 0) * weightB]))
}

/** Tokens of the whole prompt, wherever they are read from. */
export function promptOfUse(use: TokenUse): number {
  return use.input + use.cachedRead + use.cachedWrite
}
