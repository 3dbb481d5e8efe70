import type { Design, Id } from '../../shared/design/design.ts'
import type { Box } from '../../shared/layout/box.ts'
import type { ToldOverlay } from '../analysis/told-overlay.ts'
import type { Sight } from '../store/sight-store.ts'
import type { Highlighted } from '../store/view-parts.ts'

/** What the studio says to the window on the projector. */
export type AudienceMessage =
  | { readonly type: 'drawing'; readonly design: Design }
  | { readonly type: 'moment'; readonly moment: Moment }
  | { readonly type: 'overlay'; readonly overlay: ToldOverlay | undefined }
  | { readonly type: 'gone' }

/** What is shown at this moment. */
export interface Moment {
  readonly seen: Box
  readonly selection: readonly Id[]
  readonly highlighted: Pick<Highlighted, 'id' | 'elements' | 'path' | 'firstStep' | 'numbers'> | undefined
  readonly caption: { readonly text: string; readonly number: number; readonly of: number } | undefined
  /** Where the laser points, in the drawing's own coordinates. */
  readonly laser: { readonly x: number; readonly y: number } | undefined
  readonly theme: 'light' | 'dark'
  /** The perspective, and what is hidden. */
  readonly sight: Sight
}

/** What the window on the projector says to the studio: it is there and needs to be told everything. */
export interface AudienceGreeting {
  readonly type: 'hello'
}

/** Joins the two pages: they are of one origin and hear each other; nothing leaves the machine. */
export function openChannel(hear: (message: AudienceMessage | AudienceGreeting) => void): {
  readonly say: (message: AudienceMessage | AudienceGreeting) => void
  readonly close: () => void
} {
  const channel = new BroadcastChannel('lintel:audience')
  channel.addEventListener('message', ({ data }: MessageEvent<AudienceMessage | AudienceGreeting>) => hear(data))
  return {
    // A broadcast has no target: all who hear it are of this origin.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    say: (message) => channel.postMessage(message),
    close: () => channel.close(),
  }
}
