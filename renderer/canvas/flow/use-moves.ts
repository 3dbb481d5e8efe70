import type { Node, NodeChange, OnNodeDrag, SelectionDragHandler } from '@xyflow/react'
import { useMemo, useRef } from 'react'
import type { Id } from '../../../shared/design/design.ts'
import { insideOf } from '../../../shared/design/nesting.ts'
import type { Places } from '../../../shared/layout/places.ts'
import { designStore } from '../../store/design-store.ts'
import { dropElements } from '../canvas-edits.ts'
import { canvasStore, nothingMoved } from '../canvas-store.ts'
import { copyElementsTo } from '../clipboard.ts'
import type { CanvasNode } from './flow-types.ts'
import { homeAfterDrop, movedPlaces } from '../from-flow.ts'
import type { XY } from '../hit-test.ts'
import { arrowAt, centreOf } from '../hit-test.ts'

interface Held {
  readonly places: Places
  /** What the hand holds; the contents of held boundaries come along. */
  readonly ids: readonly Id[]
  readonly along: ReadonlyMap<Id, Id>
}

const arrowReach = 14
const grid = 4

/** Moves cards and boundaries: transient while the pointer is down, one edit when it is let go. */
export function useMoves(): {
  readonly onNodeDragStart: OnNodeDrag<CanvasNode>
  readonly onNodeDrag: OnNodeDrag<CanvasNode>
  readonly onNodeDragStop: OnNodeDrag<CanvasNode>
  readonly onSelectionDragStart: SelectionDragHandler<CanvasNode>
  readonly onSelectionDrag: SelectionDragHandler<CanvasNode>
  readonly onSelectionDragStop: SelectionDragHandler<CanvasNode>
  readonly applyPositions: (changes: readonly NodeChange<CanvasNode>[]) => void
} {
  const held = useRef<Held | undefined>(undefined)
  return useMemo(() => {
    const start = (nodes: readonly CanvasNode[]): void => {
      held.current = hold(nodes)
      canvasStore.setState({ moved: nothingMoved, target: undefined })
    }
    const drag = (shiftKey: boolean, node: CanvasNode | undefined): void => {
      const holding = held.current
      if (holding === undefined || node === undefined) return
      if (shiftKey) canvasStore.setState(({ moved }) => ({ moved: straightened(holding, moved) }))
      canvasStore.setState({ target: targetOf(holding, node) })
    }
    const stop = (altKey: boolean): void => {
      const holding = held.current
      held.current = undefined
      const { moved, target } = canvasStore.getState()
      canvasStore.setState({ moved: nothingMoved, target: undefined })
      if (holding === undefined || !hasMoved(holding, moved)) return
      if (altKey) copyElementsTo(holding.ids, offsetOf(holding, moved))
      else dropElements(holding.places, moved, holding.ids, target)
    }
    return {
      applyPositions: (changes) => {
        const holding = held.current
        if (holding === undefined) return
        const positions = new Map<Id, XY>()
        for (const change of changes) {
          if (change.type === 'position' && change.position !== undefined && change.dragging === true) {
            positions.set(change.id, change.position)
          }
        }
        if (positions.size > 0) canvasStore.setState({ moved: movesOf(holding, positions) })
      },
      onNodeDragStart: (_event, _node, nodes) => start(nodes),
      onNodeDrag: (event, node) => drag(event.shiftKey, node),
      onNodeDragStop: (event) => stop(event.altKey),
      onSelectionDragStart: (_event, nodes) => start(nodes),
      onSelectionDrag: (event, [node]) => drag(event.shiftKey, node),
      onSelectionDragStop: (event) => stop(event.altKey),
    }
  }, [])
}

function hold(nodes: readonly Node[]): Held {
  const { design } = designStore.getState()
  const ids = nodes.map((node) => node.id)
  const along = new Map<Id, Id>()
  for (const id of ids) for (const inside of insideOf(design, id)) along.set(inside, id)
  // What is held itself follows the pointer on its own.
  for (const id of ids) along.delete(id)
  return { places: canvasStore.getState().places, ids, along }
}

function movesOf({ places, along }: Held, positions: ReadonlyMap<Id, XY>): ReadonlyMap<Id, XY> {
  const moved = new Map<Id, XY>()
  for (const [id, { x, y }] of positions) moved.set(id, { x: snapped(x), y: snapped(y) })
  for (const [id, carrier] of along) {
    const [before, after, own] = [places[carrier], moved.get(carrier), places[id]]
    if (before !== undefined && after !== undefined && own !== undefined) {
      moved.set(id, { x: own.x + after.x - before.x, y: own.y + after.y - before.y })
    }
  }
  return moved
}

function snapped(value: number): number {
  return Math.round(value / grid) * grid
}

/** Along one axis only: the one that was moved further. */
function straightened({ places }: Held, moved: ReadonlyMap<Id, XY>): ReadonlyMap<Id, XY> {
  return new Map(
    [...moved].map(([id, at]) => {
      const before = places[id]
      if (before === undefined) return [id, at]
      const across = Math.abs(at.x - before.x) >= Math.abs(at.y - before.y)
      return [id, across ? { x: at.x, y: before.y } : { x: before.x, y: at.y }]
    }),
  )
}

function targetOf({ places, ids }: Held, node: CanvasNode): Id | undefined {
  const { design } = designStore.getState()
  const { moved, routes } = canvasStore.getState()
  const now = movedPlaces(places, moved)
  const box = now[node.id]
  if (box === undefined) return undefined
  const joined = design.flows?.some((flow) => flow.from === node.id || flow.to === node.id) === true
  if (ids.length === 1 && node.type === 'component' && !joined) {
    const arrow = arrowAt(routes, centreOf(box), arrowReach)
    if (arrow !== undefined) return arrow
  }
  return homeAfterDrop(design, now, node.id, new Set(ids))
}

function hasMoved({ places }: Held, moved: ReadonlyMap<Id, XY>): boolean {
  return [...moved].some(
    ([id, { x, y }]) => Math.abs((places[id]?.x ?? x) - x) > 1 || Math.abs((places[id]?.y ?? y) - y) > 1,
  )
}

function offsetOf({ places, ids }: Held, moved: ReadonlyMap<Id, XY>): XY {
  const [first] = ids
  const before = first === undefined ? undefined : places[first]
  const after = first === undefined ? undefined : moved.get(first)
  return before === undefined || after === undefined ? { x: 0, y: 0 } : { x: after.x - before.x, y: after.y - before.y }
}
