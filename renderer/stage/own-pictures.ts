import type { Design } from '../../shared/design/design.ts'
import { slidesOf } from '../../shared/design/edit/index.ts'
import type { StageStep } from './stage-store.ts'

/** The pictures that somebody put together, as steps. */
export function ownPictures(design: Design): readonly StageStep[] {
  return slidesOf(design).map(({ focus, caption }) => ({ focus, caption, circumstances: [] }))
}
