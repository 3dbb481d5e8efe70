import type { EdgeChange, NodeChange } from '@xyflow/react'
import { useStoreApi } from '@xyflow/react'
import { useEffect, useMemo, useRef } from 'react'
import type { Id } from '../../../shared/design/design.ts'
import { insideOf } from '../../../shared/design/nesting.ts'
import { designStore } from '../../store/design-store.ts'
import { viewStore } from '../../store/view-store.ts'
import { canvasStore } from '../canvas-store.ts'
import { meantBy, shownBy } from '../drawn-ids.ts'
import { onEscape } from '../on-escape.ts'
import type { CanvasEdge, CanvasNode } from './flow-types.ts'

/** Keeps the selection in the view store; React Flow only reports what was picked. */
export function useSelection(): {
  readonly applySelection: (changes: readonly (NodeChange<CanvasNode> | EdgeChange<CanvasEdge>)[]) => void
  /** With a key that adds, what the frame meets comes to what is selected already. */
  readonly onSelectionStart: (event: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>) => void
  readonly onSelectionEnd: () => void
} {
  /** What was selected when the marquee was begun; undefined while none is drawn. */
  const before = useRef<readonly Id[] | undefined>(undefined)
  /** What stays selected whatever the marquee meets. */
  const base = useRef<readonly Id[]>([])
  // React Flow clears the selection before it says that a marquee begins.
  const atPress = useRef<readonly Id[]>([])
  useEffect(() => {
    const keep = (): void => {
      atPress.current = viewStore.getState().selection
    }
    window.addEventListener('pointerdown', keep, { capture: true })
    return () => window.removeEventListener('pointerdown', keep, { capture: true })
  }, [])
  const stopEscape = useRef((): void => undefined)
  const flow = useStoreApi<CanvasNode, CanvasEdge>()
  return useMemo(() => {
    const cancel = (): void => {
      const kept = before.current ?? []
      before.current = undefined
      base.current = []
      flow.setState({ userSelectionActive: false, userSelectionRect: null })
      viewStore.getState().select(kept)
    }
    return {
      applySelection: (changes) => {
        if (!changes.some((change) => change.type === 'select')) return
        const { selection, select } = viewStore.getState()
        const { multiSelectionActive, nodeLookup, edgeLookup } = flow.getState()
        const { shownAs } = canvasStore.getState().drawn
        const isDrawn = (id: Id): boolean =>
          nodeLookup.has(shownAs.get(id) ?? id) || edgeLookup.has(shownAs.get(id) ?? id)
        const adds = multiSelectionActive || !changes.some((change) => change.type === 'select' && change.selected)
        // React Flow knows what is near. What is out of sight stays selected only while the hand adds or takes away.
        const next = new Set<Id>(adds ? selection : selection.filter((id) => isDrawn(id)))
        const boundaries = before.current === undefined ? undefined : boundaryIds()
        for (const change of changes) {
          if (change.type !== 'select') continue
          // A marquee drawn inside a boundary touches it, which is not what the hand means.
          if (change.selected && boundaries?.has(change.id) === true) continue
          for (const id of change.selected ? meantBy(change.id) : shownBy(change.id)) {
            if (change.selected) next.add(id)
            else next.delete(id)
          }
        }
        for (const id of base.current) next.add(id)
        select([...next])
      },
      onSelectionStart: ({ shiftKey, ctrlKey, metaKey }) => {
        before.current = atPress.current
        base.current = shiftKey || ctrlKey || metaKey ? atPress.current : []
        viewStore.getState().select(base.current)
        stopEscape.current = onEscape(cancel)
      },
      onSelectionEnd: () => {
        stopEscape.current()
        if (before.current === undefined) return
        before.current = undefined
        base.current = []
        const { selection, select } = viewStore.getState()
        select([...new Set([...selection, ...wholeBoundaries(new Set(selection))])])
      },
    }
  }, [flow])
}

function boundaryIds(): ReadonlySet<Id> {
  return new Set((designStore.getState().design.boundaries ?? []).map((boundary) => boundary.id))
}

/** Boundaries of which everything inside is selected. */
function wholeBoundaries(selection: ReadonlySet<Id>): readonly Id[] {
  const { design } = designStore.getState()
  const components = new Set((design.components ?? []).map((component) => component.id))
  return [...boundaryIds()].filter((id) => {
    const inside = [...insideOf(design, id)].filter((each) => components.has(each))
    return inside.length > 0 && inside.every((each) => selection.has(each))
  })
}
