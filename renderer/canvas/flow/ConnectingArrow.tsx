import './connecting.css'
import { ViewportPortal } from '@xyflow/react'
import { useEffect } from 'react'
import type { Connecting } from '../canvas-store.ts'
import { useCanvas } from '../canvas-store.ts'
import { cancelConnecting, finishConnecting } from '../connecting.ts'
import { onEscape } from '../on-escape.ts'
import { PendingArrow } from './PendingArrow.tsx'

/**
 * The arrow in the hand, while there is one. Dragged, it ends where the button is let go; taken by a click, it follows
 * the pointer until the next click. Esc and the right button drop it.
 */
export function ConnectingArrow() {
  const connecting = useCanvas((state) => state.connecting)
  return connecting === undefined ? null : <InHand {...connecting} />
}

function InHand({ fixed, end, byClick }: Connecting) {
  const pointer = useCanvas((state) => state.pointer)
  useEffect(() => {
    // On the element itself: a card that watched for it would do so at every move of the pointer.
    const card = document.querySelector(`.react-flow__node[data-id="${CSS.escape(fixed)}"]`)
    card?.setAttribute('data-in-hand', '')
    return () => card?.removeAttribute('data-in-hand')
  }, [fixed])
  useEffect(() => {
    const onPress = (event: MouseEvent): void => {
      if (byClick !== true || !(event.target instanceof Element) || event.target.closest('.canvas') === null) return
      event.preventDefault()
      event.stopPropagation()
      if (event.button !== 0) cancelConnecting()
    }
    const onClick = (event: MouseEvent): void => {
      if (byClick !== true || !(event.target instanceof Element) || event.target.closest('.canvas') === null) return
      event.preventDefault()
      event.stopPropagation()
      finishConnecting({ x: event.clientX, y: event.clientY })
    }
    // Before anything under the pointer hears of it: this click ends the arrow, it selects and drags nothing.
    const stopEscape = onEscape(cancelConnecting)
    window.addEventListener('pointerdown', onPress, true)
    window.addEventListener('mousedown', onPress, true)
    window.addEventListener('click', onClick, true)
    return () => {
      stopEscape()
      window.removeEventListener('pointerdown', onPress, true)
      window.removeEventListener('mousedown', onPress, true)
      window.removeEventListener('click', onClick, true)
    }
  }, [byClick])
  if (pointer === undefined) return null
  return (
    <ViewportPortal>
      <svg className="connecting">
        <PendingArrow fixed={fixed} end={end} pointer={pointer} />
      </svg>
    </ViewportPortal>
  )
}
