import type { Id } from '../design/design.ts'
import { tokenPartWords } from '../kinds/prompt-parts.ts'
import type { TokenPart, TokenUse } from '../kinds/kind.ts'
import type { ComponentEstimate } from './estimate.ts'
import { combineTokens, noTokens } from './token-sums.ts'
import type { ActionVisits } from './visits.ts'

interface TokenSource {
  readonly measured: readonly {
    readonly visits: ActionVisits
    readonly demand: { readonly requestsPerMonth: number }
  }[]
  /** Of the same actions, in the same order. */
  readonly costs: readonly { readonly tokens: ReadonlyMap<Id, TokenUse> }[]
  readonly main: TokenSource['measured'][number] | undefined
}

type TokenFields = Pick<ComponentEstimate, 'tokensPerMonth' | 'tokenParts' | 'longestPrompt'>

/** Tokens of one model: per month by price, and by part per request of the main action and per month. */
export function tokenEstimate(component: Id, { measured, costs, main }: TokenSource): TokenFields {
  const found = measured.flatMap((action, index) => {
    const tokens = costs[index]?.tokens.get(component)
    return tokens === undefined ? [] : [{ action, tokens }]
  })
  if (found.length === 0) return {}
  const month = found.reduce(
    (sum, { action, tokens }) => combineTokens(sum, tokens, 1, action.demand.requestsPerMonth),
    noTokens,
  )
  const request = found.find(({ action }) => action === main)?.tokens.parts ?? {}
  const names = (Object.keys(tokenPartWords) as TokenPart[]).filter((part) => (month.parts?.[part] ?? 0) > 0)
  const { input, cachedRead, cachedWrite, output } = month
  const longest = longestPrompt(component, measured)
  return {
    tokensPerMonth: { input, cachedRead, cachedWrite, output },
    ...(names.length === 0
      ? {}
      : {
          tokenParts: names.map((part) => ({
            part,
            label: tokenPartWords[part],
            perRequest: request[part] ?? 0,
            perMonth: month.parts?.[part] ?? 0,
          })),
        }),
    ...(longest === undefined ? {} : { longestPrompt: longest }),
  }
}

/** The longest prompt that any call sends, with its arrow; the first of equals by the arrow's id. */
function longestPrompt(component: Id, measured: TokenSource['measured']): TokenFields['longestPrompt'] {
  return measured
    .flatMap(({ visits }) => visits.calls)
    .filter(({ use, calls }) => use.call.callee === component && calls.value > 0 && use.longestPrompt !== undefined)
    .map(({ use }) => ({ flow: use.call.flow, tokens: use.longestPrompt ?? 0 }))
    .toSorted((a, b) => b.tokens - a.tokens || (a.flow < b.flow ? -1 : 1))[0]
}
