import type { Id } from '../../shared/design/design.ts'
import { canvasStore } from './canvas-store.ts'

/** What the hand means by what it meets: by an arrow that stands for several, all of them. */
export function meantBy(drawn: Id): readonly Id[] {
  return canvasStore.getState().drawn.bundles.get(drawn) ?? [drawn]
}

/** All that shows as one drawn element: what is inside a collapsed boundary as well. */
export function shownBy(drawn: Id): readonly Id[] {
  const hidden = [...canvasStore.getState().drawn.shownAs].filter(([, shown]) => shown === drawn)
  return [drawn, ...hidden.map(([id]) => id)]
}
