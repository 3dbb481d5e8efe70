import type { Id } from '../../shared/design/design.ts'
import type { Box } from '../../shared/layout/box.ts'
import type { RoutedFlow } from '../../shared/layout/routes.ts'
import type { Point } from '../../shared/layout/box.ts'
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

// Finding ways around many cards takes longer than a frame, so it happens beside the page.
self.addEventListener('message', ({ data }: MessageEvent<RouteRequest>) => {
  const reply: RouteReply = { turn: data.turn, routes: routeEdges(data.cards, data.flows) }
  // A worker has no origin to name.
  // eslint-disable-next-line unicorn/require-post-message-target-origin
  self.postMessage(reply)
})
