import { viewStore } from '../store/view-store.ts'
import { showToast } from '../ui/index.ts'
import { connect, reconnectArrow } from './canvas-edits.ts'
import type { Connecting } from './canvas-store.ts'
import { canvasControls, canvasStore } from './canvas-store.ts'
import type { XY } from './hit-test.ts'
import { landingAt } from './landing.ts'

/** Takes an arrow in the hand: a new one out of a component, or one end of an arrow that is there. */
export function beginConnecting(connecting: Connecting): void {
  canvasStore.setState({ connecting })
}

/** Nothing is drawn, nothing moves. */
export function cancelConnecting(): void {
  canvasStore.setState({ connecting: undefined })
}

/**
 * Lets the arrow go at a point of the screen: it ends at the component there, or says why it does not. A new arrow over
 * empty canvas asks what to add. Returns whether the hand is free again.
 */
export function finishConnecting(screen: XY): boolean {
  const { connecting, drawn } = canvasStore.getState()
  const at = canvasControls()?.toCanvas(screen)
  if (connecting === undefined || at === undefined) return true
  const { fixed, end, flow } = connecting
  const { on, refused, begun } = landingAt(drawn, fixed, end, at)
  if (refused !== undefined) {
    if (begun !== true) showToast(refused)
    return false
  }
  cancelConnecting()
  if (on === undefined) {
    if (flow === undefined) viewStore.getState().set({ quickAdd: { at, screen, from: fixed } })
  } else if (flow === undefined) connect(fixed, on)
  else reconnectArrow(flow, end, on)
  return true
}
