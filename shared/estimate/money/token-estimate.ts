import type { Id } from '../../design/design.ts'
import { tokenPartWords } from '../../kinds/language-models/prompt-parts.ts'
import type { TokenPart } from '../../kinds/kind.ts'
import type { Band, ComponentEstimate } from '../estimate.ts'
import { partOf, sumBand } from '../uncertainty/band.ts'
import type { ActionCost } from './cost-lines.ts'
import { combineTokens, noTokens } from './token-sums.ts'
import type { ActionVisits } from '../calls/visits.ts'

/** What all actions send to models. */
export interface TokenSource {
  readonly measured: readonly {
    readonly visits: ActionVisits
    readonly demand: { readonly requestsPerMonth: number }
  }[]
  /** Of the same actions, in the same order. */
  readonly costs: readonly Pick<ActionCost, 'tokens' | 'tokenFormulas'>[]
  readonly main: TokenSource['measured'][number] | undefined
  /** `findLongestPrompts` of the same actions. */
  readonly longest: ReadonlyMap<Id, NonNullable<TokenFields['longestPrompt']>>
}

type TokenFields = Pick<ComponentEstimate, 'tokensPerMonth' | 'tokensPerRequest' | 'tokenParts' | 'longestPrompt'>

/** Tokens of one model: per month by price, and by part per request of the main action and per month. */
export function tokenEstimate(component: Id, { measured, costs, main, longest: prompts }: TokenSource): TokenFields {
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
  const longest = prompts.get(component)
  const perRequest = main && tokensPerRequest(costs[measured.indexOf(main)], component)
  return {
    tokensPerMonth: { input, cachedRead, cachedWrite, output },
    ...(perRequest ? { tokensPerRequest: perRequest } : {}),
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

/** Tokens of one request of an action with what we do not know of them: of one model, or of all; undefined without any. */
export function tokensPerRequest(cost: TokenSource['costs'][number] | undefined, model?: Id): Band | undefined {
  const formulas = [...(cost?.tokenFormulas ?? [])].flatMap(([component, of]) =>
    model === undefined || component === model ? of : [],
  )
  const band = sumBand(formulas.map((formula) => partOf(formula)))
  return band.value > 0 ? band : undefined
}

/** By component, the longest prompt that any call sends, with its arrow; the first of equals by the arrow's id. */
export function findLongestPrompts(measured: TokenSource['measured']): TokenSource['longest'] {
  const longest = new Map<Id, NonNullable<TokenFields['longestPrompt']>>()
  for (const { visits } of measured) {
    for (const { use, calls } of visits.calls) {
      const { callee, flow } = use.call
      if (use.longestPrompt === undefined || calls.value <= 0) continue
      const known = longest.get(callee)
      const more = known === undefined ? 1 : use.longestPrompt - known.tokens || (flow < known.flow ? 1 : -1)
      if (more > 0) longest.set(callee, { flow, tokens: use.longestPrompt })
    }
  }
  return longest
}
