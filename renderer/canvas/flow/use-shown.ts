import { useEffect, useRef, useState } from 'react'
import type { Id } from '../../../shared/design/design.ts'
import type { Box } from '../../../shared/layout/box.ts'
import { encloses } from '../../../shared/layout/box.ts'
import { seenBox } from '../camera.ts'
import { canvasStore } from '../canvas-store.ts'
import { centreOf } from '../hit-test.ts'
import type { Scene } from '../scene.ts'
import type { Shown } from '../shown.ts'
import { growShown, shownWithin } from '../shown.ts'

/** Designs of up to so many components are drawn whole. */
const mostDrawnWhole = 150
/** So many cards a frame are mounted when many come into sight at once. */
const mostAtOnce = 24
/** Cards come in place of the picture once the camera has rested: mounted during a zoom, they would make it stumble. */
const restMs = 120
/** What is drawn reaches beyond what is seen by a share of it; it is chosen again when less than the other is left. */
const margins = { close: { drawn: 0.35, least: 0.12 }, middle: { drawn: 0.12, least: 0.04 } }
const closeFrom = 0.6

const nothing: Shown = { cards: new Set(), boundaries: new Set(), arrows: new Set(), ends: new Set() }

interface State {
  readonly shown: Shown
  /** Everything in sight has been drawn since the picture was left. */
  readonly complete: boolean
}

const none: State = { shown: nothing, complete: false }

/**
 * What React Flow gets: all of a small design; of a large one what is in sight with a margin, a few cards a frame.
 * `shown` is undefined for "everything". `active`: false while the picture is painted, when nothing is drawn.
 */
export function useShown(
  scene: Scene,
  active: boolean,
): { readonly shown: Shown | undefined; readonly complete: boolean } {
  const whole = (scene.design.components?.length ?? 0) <= mostDrawnWhole
  const [state, setState] = useState<State>(none)
  const drawn = useRef<State>(none)
  const area = useRef<Box | undefined>(undefined)
  const running = active && !whole
  const movedAt = useRef(-Infinity)
  useEffect(
    () =>
      canvasStore.subscribe((now, before) => {
        if (now.camera !== before.camera) movedAt.current = performance.now()
      }),
    [],
  )

  useEffect(() => {
    if (!running) return undefined
    let frame = 0
    const step = (): void => {
      frame = 0
      const { camera } = canvasStore.getState()
      const before = drawn.current
      if (!before.complete && performance.now() - movedAt.current < restMs) {
        frame = requestAnimationFrame(step)
        return
      }
      const margin = camera.zoom < closeFrom ? margins.middle : margins.close
      if (area.current === undefined || !encloses(area.current, seenBox(camera, margin.least))) {
        area.current = seenBox(camera, margin.drawn)
      }
      const wanted = shownWithin(scene, area.current)
      const middle = centreOf(seenBox(camera))
      const away = (id: Id): number => {
        const place = scene.places[id]
        return place === undefined ? Infinity : Math.hypot(place.x - middle.x, place.y - middle.y)
      }
      const grown = growShown(before.shown, wanted, mostAtOnce, away)
      if (!grown.complete) frame = requestAnimationFrame(step)
      else if (before.complete && sameShown(before.shown, wanted)) return
      // Once all is there the picture is gone; what a pan brings into sight comes without it.
      drawn.current = { shown: grown.shown, complete: before.complete || grown.complete }
      setState(drawn.current)
    }
    const look = (): void => {
      const { camera } = canvasStore.getState()
      const { least } = camera.zoom < closeFrom ? margins.middle : margins.close
      const left = area.current === undefined || !encloses(area.current, seenBox(camera, least))
      if (left && frame === 0) frame = requestAnimationFrame(step)
    }
    step()
    const stop = canvasStore.subscribe((now, before) => {
      if (now.camera !== before.camera) look()
    })
    return () => {
      stop()
      cancelAnimationFrame(frame)
    }
  }, [scene, running])

  // Cards that nobody sees cost memory and time: they go once the hand rests.
  useEffect(() => {
    if (active) return undefined
    area.current = undefined
    const timer = setTimeout(() => {
      drawn.current = none
      setState(none)
    }, 400)
    return () => clearTimeout(timer)
  }, [active])

  if (whole) return wholeOf(active)
  return state
}

const everything = { shown: undefined, complete: true } as const

function wholeOf(active: boolean): { readonly shown: Shown | undefined; readonly complete: boolean } {
  return active ? everything : none
}

function sameShown(a: Shown, b: Shown): boolean {
  return (
    sameIds(a.cards, b.cards) &&
    sameIds(a.boundaries, b.boundaries) &&
    sameIds(a.arrows, b.arrows) &&
    sameIds(a.ends, b.ends)
  )
}

function sameIds(a: ReadonlySet<Id>, b: ReadonlySet<Id>): boolean {
  if (a.size !== b.size) return false
  for (const id of a) if (!b.has(id)) return false
  return true
}
