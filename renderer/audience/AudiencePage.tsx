import './audience.css'
import '../app/room-mode.css'
import { useEffect, useState } from 'react'
import { toldOverlay } from '../analysis/told-overlay.ts'
import { Canvas } from '../canvas/Canvas.tsx'
import { canvasControls, canvasStore } from '../canvas/canvas-store.ts'
import { openedState, showDesign } from '../store/design-store.ts'
import { changeSight, currentSight } from '../store/sight-store.ts'
import { viewStore } from '../store/view-store.ts'
import { Logo } from '../app/Logo.tsx'
import { type Moment, openChannel } from './audience-channel.ts'

/** The drawing as the studio chooses to show it: nothing here can be edited, and nothing but the drawing is here. */
export function AudiencePage() {
  const [drawn, setDrawn] = useState(false)
  const [moment, setMoment] = useState<Moment | undefined>(undefined)
  useEffect(() => {
    const channel = openChannel((data) => {
      if (data.type === 'drawing') {
        showDesign(openedState(data.design, { readOnly: true }))
        setDrawn(true)
      } else if (data.type === 'gone') {
        setDrawn(false)
        setMoment(undefined)
        toldOverlay.setState({ told: undefined })
        showDesign(undefined)
      } else if (data.type === 'overlay') {
        toldOverlay.setState({ told: data.overlay })
      } else if (data.type === 'moment') {
        setMoment(data.moment)
        follow(data.moment)
      }
    })
    channel.say({ type: 'hello' })
    return channel.close
  }, [])
  const seen = moment?.seen
  useEffect(() => {
    if (seen !== undefined) return onResized(() => canvasControls()?.show(seen))
    return undefined
  }, [seen])
  const laser = moment?.laser === undefined ? undefined : canvasControls()?.toScreen(moment.laser)
  return (
    <div className="audience">
      {drawn ? (
        <Canvas />
      ) : (
        <p className="audience-wait">
          <Logo />
        </p>
      )}
      {moment?.caption === undefined ? null : (
        <p className="audience-caption">
          <span className="audience-number">{moment.caption.number}</span>
          {moment.caption.text}
        </p>
      )}
      {laser === undefined ? null : (
        <span className="audience-laser" style={{ transform: `translate(${laser.x}px, ${laser.y}px)` }} aria-hidden />
      )}
    </div>
  )
}

/** The window was dragged to the projector and made large, or a caption came under the drawing. */
function onResized(then: () => void): () => void {
  return canvasStore.subscribe(({ camera }, { camera: before }) => {
    if (camera.width !== before.width || camera.height !== before.height) then()
  })
}

function follow({ seen, selection, highlighted, sight, theme }: Moment): void {
  const view = viewStore.getState()
  if (view.selection.join(' ') !== selection.join(' ')) view.select(selection)
  if (view.highlighted?.id !== highlighted?.id) view.highlight(highlighted)
  if (JSON.stringify(currentSight()) !== JSON.stringify(sight)) changeSight(sight)
  document.documentElement.dataset['theme'] = theme
  canvasControls()?.show(seen)
}
