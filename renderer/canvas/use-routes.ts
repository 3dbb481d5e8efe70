import { useEffect, useMemo, useState } from 'react'
import type { Id } from '../../shared/design/design.ts'
import type { Box } from '../../shared/layout/box.ts'
import { drawnCards } from '../../shared/layout/fold.ts'
import type { Point } from '../../shared/layout/box.ts'
import { routeEdges } from '../../shared/layout/routes.ts'
import type { RouteReply } from './route-worker.ts'
import type { Routing, Routes } from './interim-routes.ts'
import { bendsOf } from './bends.ts'
import type { Scene } from './scene.ts'
import { interimRoutes, routingOf } from './interim-routes.ts'

/** So few are routed in a fraction of a frame, without a moment of other lines. */
const mostRoutedAtOnce = 9

const nothing: Routing = { key: '', cards: {}, flows: [] }

/** The lines of all arrows. Larger designs are routed in a worker; until it answers, moved arrows bend simply. */
export function useRoutes({ design, places, inside }: Pick<Scene, 'design' | 'places' | 'inside'>): Routes {
  const { components, flows, views } = design
  const cards = useMemo(() => drawnCards({ design: { components }, inside }), [components, inside])
  const bends = useMemo(() => bendsOf({ design: { flows, views }, inside }), [flows, views, inside])
  const wanted = useStable(useMemo(() => routingOf(cards, flows, places, bends), [cards, flows, places, bends]))
  const [settled, setSettled] = useState<{ readonly routing: Routing; readonly routes: Routes }>({
    routing: nothing,
    routes: {},
  })
  const small = wanted.flows.length <= mostRoutedAtOnce
  useEffect(() => {
    if (small) return undefined
    return requestRoutes(wanted, (routes) => setSettled({ routing: wanted, routes }))
  }, [wanted, small])
  return useMemo(() => {
    if (small) return routeEdges(wanted.cards, wanted.flows)
    return settled.routing === wanted ? settled.routes : interimRoutes(wanted, settled.routing, settled.routes)
  }, [wanted, small, settled])
}

/** The routing of before while it says the same: an edit of an arrow's settings moves no line. */
function useStable(routing: Routing): Routing {
  const [kept, setKept] = useState(routing)
  if (kept.key === routing.key) return kept
  setKept(routing)
  return routing
}

interface Request {
  readonly routing: Routing
  readonly take: (routes: Readonly<Record<Id, readonly Point[]>>) => void
  dropped: boolean
}

let worker: Worker | undefined
let turn = 0
let running = false
/** One of each drawing at most: a newer request of the same drawing drops the older one. */
let waiting: readonly Request[] = []

/** Asks the worker, which does one drawing after the other. Returns the function that drops the request. */
function requestRoutes(routing: Routing, take: Request['take']): () => void {
  const request: Request = { routing, take, dropped: false }
  waiting = [...waiting, request]
  sendNext()
  return () => {
    request.dropped = true
    waiting = waiting.filter((other) => other !== request)
  }
}

function sendNext(): void {
  const [request, ...others] = waiting
  if (running || request === undefined) return
  waiting = others
  running = true
  turn += 1
  const own = turn
  const cards: Readonly<Record<Id, Box>> = request.routing.cards
  worker ??= new Worker(new URL('./route-worker.ts', import.meta.url), { type: 'module', name: 'routes' })
  worker.addEventListener('message', function listen({ data }: MessageEvent<RouteReply>) {
    if (data.turn !== own) return
    worker?.removeEventListener('message', listen)
    running = false
    if (!request.dropped) request.take(data.routes)
    sendNext()
  })
  // A worker has no origin to name.
  // eslint-disable-next-line unicorn/require-post-message-target-origin
  worker.postMessage({ turn: own, cards, flows: request.routing.flows })
}
