import type { Id } from '../../shared/design/design.ts'
import type { Box } from '../../shared/layout/box.ts'
import type { RoutedFlow } from '../../shared/layout/routes.ts'
import type { Point } from '../../shared/layout/box.ts'
import type { RoutedBefore } from '../../shared/layout/reroute.ts'
import { changedFlows, rerouteEdges } from '../../shared/layout/reroute.ts'
import { routeEdges } from '../../shared/layout/routes.ts'

export interface RouteRequest {
  readonly turn: number
  readonly cards: Readonly<Record<Id, Box>>
  readonly flows: readonly RoutedFlow[]
}
export interface RouteReply {
  readonly turn: number
  readonly routes: Readonly<Record<Id, readonly Point[]>>
}

/** Of more changed arrows than this share everything is routed anew: alone, each would miss what the others need. */
const mostChanged = 0.5

let last: RoutedBefore | undefined

function routesFor({ cards, flows }: Pick<RouteRequest, 'cards' | 'flows'>): RouteReply['routes'] {
  const few = last !== undefined && changedFlows(cards, flows, last).length <= flows.length * mostChanged
  const routes = last !== undefined && few ? rerouteEdges(cards, flows, last) : routeEdges(cards, flows)
  last = { cards, flows, routes }
  return routes
}

// Finding ways around many cards takes longer than a frame, so it happens beside the page.
self.addEventListener('message', ({ data }: MessageEvent<RouteRequest>) => {
  const reply: RouteReply = { turn: data.turn, routes: routesFor(data) }
  // A worker has no origin to name.
  // eslint-disable-next-line unicorn/require-post-message-target-origin
  self.postMessage(reply)
})
