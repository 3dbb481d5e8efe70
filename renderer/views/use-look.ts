import { useMemo } from 'react'
import type { Design } from '../../shared/design/design.ts'
import { drawnPart, findPerspective, type Look } from '../../shared/perspectives/index.ts'
import { graphOf } from '../store/graph-of.ts'
import { type Sight, useSight } from '../store/sight-store.ts'

const plain: Look = { says: '' }

/** How the perspective that is on shows a design. */
export function lookOf(
  design: Design,
  { perspective, about, step }: Pick<Sight, 'perspective' | 'about' | 'step'>,
): Look {
  // Nothing is asked of a large design while it is drawn as it is.
  return perspective === 'all' ? plain : findPerspective(perspective).look(graphOf(design), { about, step })
}

/** The part of a design that is drawn: what the perspective shows, less what is hidden. */
export function seenPart(design: Design, look: Look, { only, hide }: Pick<Sight, 'only' | 'hide'>): Design {
  const seen = look.only === undefined ? design : drawnPart(design, { only: look.only })
  return drawnPart(seen, { hide, ...(only === undefined ? {} : { only }) })
}

/** How the perspective that is on shows the design, and the part of it that is drawn: what is hidden is left out. */
export function useLook(design: Design): { readonly look: Look; readonly part: Design } {
  const perspective = useSight((sight) => sight.perspective)
  const about = useSight((sight) => sight.about)
  const step = useSight((sight) => sight.step)
  const only = useSight((sight) => sight.only)
  const hide = useSight((sight) => sight.hide)
  const look = useMemo(() => lookOf(design, { perspective, about, step }), [design, perspective, about, step])
  const part = useMemo(() => seenPart(design, look, { only, hide }), [design, look, only, hide])
  return { look, part }
}
