import type { RefObject } from 'react'
import { useEffect } from 'react'
import type { Id } from '../../shared/design/design.ts'
import { canvasControls, canvasStore } from './canvas-store.ts'
import type { XY } from './hit-test.ts'

/** So far the right button slips before it pans, in screen points: until then it asks for the menu. */
const panFrom = 4
const rightButton = 2

/**
 * The right button on a card or an arrow: pulled it moves the canvas, as it does on empty ground, and let go where it came
 * down it opens the menu. React Flow pans by it on empty ground alone.
 */
export function useRightDrag(
  surface: RefObject<HTMLElement | null>,
  openMenu: (at: XY, on: Id | undefined) => void,
): void {
  useEffect(() => {
    const element = surface.current
    if (element === null) return undefined
    /** The systems differ in whether they ask for the menu as the button comes down or as it goes up. */
    let asksItself = false

    const down = (event: PointerEvent): void => {
      asksItself = false
      const on = event.pointerType === 'mouse' && event.button === rightButton ? elementUnder(event) : undefined
      if (on === undefined) return
      asksItself = true
      const { camera } = canvasStore.getState()
      const start = { x: event.clientX, y: event.clientY }
      let panned = false
      const listening = new AbortController()
      const options = { capture: true, signal: listening.signal }
      const move = ({ clientX, clientY }: PointerEvent): void => {
        const by = { x: clientX - start.x, y: clientY - start.y }
        panned ||= Math.hypot(by.x, by.y) >= panFrom
        if (panned) canvasControls()?.lookFrom({ ...camera, x: camera.x + by.x, y: camera.y + by.y })
      }
      const up = ({ button }: PointerEvent): void => {
        if (button !== rightButton) return
        listening.abort()
        if (!panned) openMenu(start, on)
      }
      window.addEventListener('pointermove', move, options)
      window.addEventListener('pointerup', up, options)
      window.addEventListener('pointercancel', () => listening.abort(), options)
    }
    const menu = (event: MouseEvent): void => {
      // The key for menus presses no button.
      if (!asksItself || event.button !== rightButton) return
      event.preventDefault()
      event.stopPropagation()
    }
    element.addEventListener('pointerdown', down, { capture: true })
    element.addEventListener('contextmenu', menu, { capture: true })
    return () => {
      element.removeEventListener('pointerdown', down, { capture: true })
      element.removeEventListener('contextmenu', menu, { capture: true })
    }
  }, [surface, openMenu])
}

/** The card or arrow that was pressed; none where a name is being typed. */
function elementUnder({ target }: Event): Id | undefined {
  if (!(target instanceof Element) || target.closest('input, textarea') !== null) return undefined
  return target.closest<HTMLElement>('.react-flow__node, .react-flow__edge')?.dataset['id']
}
