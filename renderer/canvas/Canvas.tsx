import './canvas.css'
import './heat.css'
import type { KeyboardEvent, MouseEvent } from 'react'
import { memo, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { Id } from '../../shared/design/design.ts'
import { boxAround } from '../../shared/layout/box.ts'
import type { Places } from '../../shared/layout/places.ts'
import { useShownOverlay } from '../views/use-heat.ts'
import { useDesignState } from '../store/design-store.ts'
import { StageBar } from '../stage/StageBar.tsx'
import { InkBar } from '../ink/InkBar.tsx'
import { InkLayer } from '../ink/InkLayer.tsx'
import { useInkPointer } from '../ink/use-ink-pointer.ts'
import { useSight } from '../store/sight-store.ts'
import { UnderlayBar } from '../underlay/UnderlayBar.tsx'
import { useView, viewStore } from '../store/view-store.ts'
import { distanceAt, fitCamera, fitPadding } from './camera.ts'
import { handleCanvasKey } from './canvas-keys.ts'
import { canvasControls, canvasStore, useCanvas } from './canvas-store.ts'
import { CanvasMenu } from './CanvasMenu.tsx'
import { CanvasEmpty } from './CanvasEmpty.tsx'
import { CanvasToolbar } from './CanvasToolbar.tsx'
import { CardList } from './CardList.tsx'
import type { Pointed } from './flow/FlowSurface.tsx'
import { FlowSurface } from './flow/FlowSurface.tsx'
import { isHandOut, useHand } from './hand.ts'
import { useShown } from './flow/use-shown.ts'
import { Counts } from './Counts.tsx'
import { Minimap } from './Minimap.tsx'
import type { XY } from './hit-test.ts'
import { hitAt } from './overview/hit-overview.ts'
import { PaintedOverview } from './overview/PaintedOverview.tsx'
import { useOverviewPointer } from './overview/use-overview-pointer.ts'
import { QuickAdd } from './QuickAdd.tsx'
import { useDetail } from './use-detail.ts'
import { useDrops } from './use-drops.ts'
import { useReveal } from './use-reveal.ts'
import { useRightDrag } from './use-right-drag.ts'
import { useTouch } from './use-touch.ts'
import type { Scene } from './scene.ts'
import { useScene } from './use-scene.ts'

/** Small designs open at their full size; only a very large screen draws them larger. */
const mostFirstZoom = window.innerWidth > 2400 ? 1.75 : 1

/** What floats over the drawing. The same elements for ever: with new ones React would look into all of them after every edit. */
const floating = (
  <>
    <CanvasEmpty />
    <CanvasToolbar />
    <StageBar />
    <UnderlayBar />
    <InkBar />
    <QuickAdd />
  </>
)

/** The drawing surface: cards that React Flow draws while they can be read, one painted picture from afar. */
export function Canvas() {
  const designId = useDesignState((state) => state.document.id)
  return <Drawing key={designId} />
}

function Drawing() {
  return <Surface scene={useScene()} />
}

/** Drawn again with another scene: an edit that changes nothing of it ends before. */
const Surface = memo(function Surface({ scene }: { readonly scene: Scene }) {
  const surface = useRef<HTMLElement>(null)
  const measured = useFirstCamera(surface, scene.places)
  const near = useCanvas((state) => state.distance === 'near')
  const { shown, complete } = useShown(scene, measured && near)
  // The picture stays until the last card in sight is there.
  const painted = !near || !complete
  const drops = useDrops()
  const connecting = useCanvas((state) => state.connecting !== undefined)
  const minimapOpen = useView((view) => view.minimapOpen)
  const countsShown = useView((view) => view.countsShown)
  const overlay = useShownOverlay()
  const readOnly = useDesignState((state) => state.readOnly)
  const perspective = useSight((sight) => sight.perspective)
  const lit = useView(({ highlighted }) => highlighted && (highlighted.rule === undefined ? 'walk' : 'finding'))
  const highlighting = lit ?? (scene.highlight === undefined ? 'none' : 'perspective')
  const [menu, setMenu] = useState<XY | undefined>()
  const tool = useView((view) => view.tool)
  const hand = useHand()
  useDetail(surface)
  useInkPointer(surface)
  useReveal()
  useOverviewPointer(surface, painted)

  const openMenuAt = useCallback((at: XY, on: Id | undefined): void => {
    const { selection, select } = viewStore.getState()
    const point = canvasControls()?.toCanvas(at)
    // Painted cards, and those that the hand passes over, hear nothing themselves.
    const deaf = canvasStore.getState().distance === 'far' || isHandOut()
    const hit = on ?? (deaf && point !== undefined ? hitAt(point) : undefined)
    if (hit === undefined) select([])
    else if (!selection.includes(hit)) select([hit])
    setMenu(at)
  }, [])
  const openMenu = useCallback(
    (event: Pointed, on: Id | undefined): void => {
      event.preventDefault()
      openMenuAt({ x: event.clientX, y: event.clientY }, on)
    },
    [openMenuAt],
  )
  useTouch(surface, painted, openMenuAt)
  useRightDrag(surface, openMenuAt)
  const openQuickAdd = (event: MouseEvent): void => {
    if (
      readOnly ||
      isHandOut() ||
      !(event.target instanceof Element) ||
      !event.target.classList.contains('react-flow__pane')
    )
      return
    const screen = { x: event.clientX, y: event.clientY }
    const at = canvasControls()?.toCanvas(screen)
    viewStore.getState().set({ quickAdd: { ...(at === undefined ? {} : { at }), screen } })
  }

  return (
    // The keys of the canvas work wherever the focus is within it; each of them has a command or a control as well.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={surface}
      className="canvas"
      aria-label="Canvas"
      data-overlay={overlay}
      data-highlighting={highlighting}
      data-perspective={perspective}
      data-painted={painted}
      data-tool={hand ? 'hand' : tool}
      data-connecting={connecting}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={-1}
      onKeyDown={(event: KeyboardEvent<HTMLElement>) => handleCanvasKey(event)}
      onDoubleClick={openQuickAdd}
      onDragOver={drops.onDragOver}
      onDragLeave={drops.onDragLeave}
      onDrop={drops.onDrop}
      onPointerMove={(event) =>
        canvasStore.setState({ pointer: canvasControls()?.toCanvas({ x: event.clientX, y: event.clientY }) })
      }
      onPointerLeave={() => canvasStore.setState({ pointer: undefined })}
    >
      {measured ? (
        <FlowSurface scene={scene} shown={shown} near={!painted} surface={surface} onMenu={openMenu}>
          {painted ? <PaintedOverview scene={scene} /> : null}
          <InkLayer />
          {minimapOpen ? <Minimap scene={scene} /> : null}
        </FlowSurface>
      ) : null}
      {/* Where Tab goes on from after the last element. */}
      <span className="canvas-end" tabIndex={-1} />
      {painted && measured ? <CardList scene={scene} /> : null}
      {countsShown ? <Counts /> : null}
      {floating}
      {menu === undefined ? null : <CanvasMenu place={menu} onClose={() => setMenu(undefined)} />}
    </section>
  )
})

/** Measures the surface before anything is drawn in it, and stands where the whole design is seen. */
function useFirstCamera(surface: { readonly current: HTMLElement | null }, places: Places): boolean {
  const [measured, setMeasured] = useState(false)
  useLayoutEffect(() => {
    const element = surface.current
    if (measured || element === null) return undefined
    const measure = (): void => {
      const { width, height } = element.getBoundingClientRect()
      if (width === 0 || height === 0) return
      const whole = boxAround(Object.values(places))
      const camera =
        whole === undefined
          ? { x: 0, y: 0, zoom: 1, width, height }
          : fitCamera(whole, { width, height }, fitPadding, mostFirstZoom)
      canvasStore.setState({ camera, distance: distanceAt(camera.zoom) })
      setMeasured(true)
    }
    measure()
    const resized = new ResizeObserver(measure)
    resized.observe(element)
    return () => resized.disconnect()
  }, [surface, places, measured])
  return measured
}
