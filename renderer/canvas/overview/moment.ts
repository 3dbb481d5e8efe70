import type { Id } from '../../../shared/design/design.ts'
import type { Box } from '../../../shared/layout/box.ts'
import type { Snap } from '../../../shared/layout/guides.ts'
import type { Underlay } from '../../underlay/underlay-store.ts'
import type { Scene } from '../scene.ts'

/** What changes from one frame to the next. */
export interface Moment extends Pick<
  Scene,
  'places' | 'routes' | 'hops' | 'moved' | 'resized' | 'bent' | 'selection' | 'highlight' | 'target'
> {
  /** What the pointer is over, and what the keyboard stands on. */
  readonly hovered: Id | undefined
  readonly focused: Id | undefined
  /** The frame that is being drawn to select, in screen points. */
  readonly marquee: Box | undefined
  /** What that which is dragged lies on. */
  readonly guides: Pick<Snap, 'guides' | 'gaps'> | undefined
  /** The picture that is traced. */
  readonly underlay: Underlay | undefined
  /** What is lit up is a step of a walk or belongs to a perspective: no finding. */
  readonly walking: boolean
  readonly nameOf: (id: Id) => string | undefined
}
