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
/** What is drawn reaches beyond what is seen by this share of it; drawn again when less than the second is left. */
const drawnMargin = 0.35
const leastMargin = 0.12

const nothing: Shown = { cards: new Set(), boundaries: new Set(), arrows: new Set(), ends: new Set() }

interface State {
  readonly shown: Shown
  /** Everything in sight is drawn. */
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

  useEffect(() => {
    if (!running) return undefined
    let frame = 0
    const step = (): void => {
      frame = 0
      const { camera } = canvasStore.getState()
      if (area.current === undefined || !encloses(area.current, seenBox(camera, leastMargin))) {
        area.current = seenBox(camera, drawnMargin)
      }
      const wanted = shownWithin(scene, area.current)
      const middle = centreOf(seenBox(camera))
      const away = (id: Id): number => {
        const place = scene.places[id]
        return place === undefined ? Infinity : Math.hypot(place.x - middle.x, place.y - middle.y)
      }
      const before = drawn.current
      const grown = growShown(before.shown, wanted, mostAtOnce, away)
      if (!grown.complete) frame = requestAnimationFrame(step)
      else if (before.complete && sameShown(before.shown, wanted)) return
      drawn.current = grown
      setState(grown)
    }
    const look = (): void => {
      const left =
        area.current === undefined || !encloses(area.current, seenBox(canvasStore.getState().camera, leastMargin))
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
