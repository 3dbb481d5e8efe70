import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { findOverlay, type OverlayId } from '../analysis/overlays/index.ts'
import { shownOverlay, type useShownOverlay } from '../views/use-heat.ts'
import { showToast } from '../ui/toasts.ts'

interface AudienceOverlay {
  /** A window on the projector was opened. */
  readonly open: boolean
  /** The overlay that was let through to it. */
  readonly let: 'none' | OverlayId
}

/** No overlay reaches the projector by itself: whoever leads lets it through. */
export const audienceOverlay = createStore<AudienceOverlay>(() => ({ open: false, let: 'none' }))

/**
 * The overlay that the audience sees of what is chosen. Once one was let through, others without money and verdicts
 * follow as they are chosen; one with them is let through by its own name alone.
 */
export function overlayForAudience(
  chosen: ReturnType<typeof useShownOverlay>,
  letThrough: AudienceOverlay['let'],
): OverlayId | undefined {
  const overlay = findOverlay(chosen)
  if (overlay === undefined || letThrough === 'none') return undefined
  return overlay.id === letThrough || overlay.shows === undefined ? overlay.id : undefined
}

/** Lets the overlay that is on through to the audience, or takes it from there. */
export function toggleAudienceOverlay(): void {
  const chosen = shownOverlay()
  const overlay = findOverlay(chosen)
  if (isOverlayTold()) audienceOverlay.setState({ let: 'none' })
  else if (overlay === undefined) showToast('Choose an overlay first: the audience sees the one that you do.')
  else {
    audienceOverlay.setState({ let: overlay.id })
    showToast(
      `The audience sees “${overlay.label}”${overlay.shows === undefined ? '' : `, with its ${overlay.shows}`}.`,
    )
  }
}

export function isOverlayTold(): boolean {
  return overlayForAudience(shownOverlay(), audienceOverlay.getState().let) !== undefined
}

/** Narrow selectors only: a component renders again when what it selects changes. */
export function useAudienceOverlay<T>(select: (state: AudienceOverlay) => T): T {
  return useStore(audienceOverlay, select)
}
