import '@xyflow/react/dist/base.css'
import type { EdgeChange, NodeChange, ReactFlowInstance } from '@xyflow/react'
import {
  Background,
  BackgroundVariant,
  ConnectionMode,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  ViewportPortal,
  useStoreApi,
} from '@xyflow/react'
import type { MouseEvent, ReactNode, RefObject } from 'react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Id } from '../../../shared/design/design.ts'
import { useView, viewStore } from '../../store/view-store.ts'
import { UnderlayPicture } from '../../underlay/UnderlayPicture.tsx'
import { distanceAt, zoomRange } from '../camera.ts'
import { canvasStore, mountControls } from '../canvas-store.ts'
import { toggleCollapsed } from '../collapse-edits.ts'
import { meantBy } from '../drawn-ids.ts'
import type { Scene } from '../scene.ts'
import type { Shown } from '../shown.ts'
import { ArrowHeads } from './ArrowHeads.tsx'
import { BoundaryArea } from './BoundaryArea.tsx'
import { ComponentCard } from './ComponentCard.tsx'
import { ConnectingArrow } from './ConnectingArrow.tsx'
import { controlsOf } from './controls.ts'
import { FlowArrow } from './FlowArrow.tsx'
import type { CanvasEdge, CanvasNode } from './flow-types.ts'
import { GhostCard } from './GhostCard.tsx'
import { Guides } from './Guides.tsx'
import { gridSize } from '../grid.ts'
import { clickOut, dragsOut } from './draw-out.ts'
import { useArrowFacts } from '../use-arrow-facts.ts'
import { isIdle, useDrawnItems } from './use-drawn-items.ts'
import { useMoves } from './use-moves.ts'
import { useSelection } from './use-selection.ts'

// Fixed for the life of the page: React Flow mounts everything again when these change.
const nodeTypes = { component: ComponentCard, boundary: BoundaryArea, ghost: GhostCard, end: () => null }
const edgeTypes = { arrow: FlowArrow }
const addKeys = ['Shift', 'Meta', 'Control']
const panButtons = [1, 2]
const proOptions = { hideAttribution: false }
/** The arrow in the hand is drawn by `ConnectingArrow`, however it was taken. */
const Nothing = () => null

export type Pointed = MouseEvent | globalThis.MouseEvent

export interface FlowSurfaceProps {
  readonly scene: Scene
  /** What of it is drawn; all when absent. */
  readonly shown: Shown | undefined
  /** Cards can be worked on; while they are painted the pointer belongs to the picture. */
  readonly near: boolean
  readonly surface: RefObject<HTMLElement | null>
  readonly onMenu: (event: Pointed, on: Id | undefined) => void
  /** What floats over the cards and under the tools. */
  readonly children: ReactNode
}

/** The near canvas: cards and arrows that React Flow draws. It starts at the camera that the canvas store holds. */
export function FlowSurface(props: FlowSurfaceProps) {
  return (
    <ReactFlowProvider>
      <Flow {...props} />
    </ReactFlowProvider>
  )
}

function Flow({ scene, shown, near, surface, onMenu, children }: FlowSurfaceProps) {
  const moves = useMoves()
  const selection = useSelection()
  const hand = useView((view) => view.tool === 'hand')
  const facts = useArrowFacts(scene, shown?.arrows, isIdle(shown))
  const { nodes, edges } = useDrawnItems(scene, facts, shown)
  const [firstCamera] = useState(() => canvasStore.getState().camera)
  const { applySelection } = selection

  const onNodesChange = useCallback((changes: NodeChange<CanvasNode>[]) => applySelection(changes), [applySelection])
  const onEdgesChange = useCallback((changes: EdgeChange<CanvasEdge>[]) => applySelection(changes), [applySelection])
  const onInit = useCallback(
    (instance: ReactFlowInstance<CanvasNode, CanvasEdge>) => mountControls(controlsOf(instance, () => surface.current)),
    [surface],
  )
  useEffect(() => () => mountControls(undefined), [])
  // The same functions for as long as the canvas is there: with new ones React Flow would draw every card again.
  const menus = useMemo(
    () => ({
      onElement: (event: Pointed, { id }: CanvasNode | CanvasEdge) => onMenu(event, id),
      onPane: (event: Pointed) => onMenu(event, undefined),
      onSelection: (event: Pointed) => onMenu(event, viewStore.getState().selection[0]),
    }),
    [onMenu],
  )

  const props = {
    onInit,
    onNodesChange,
    onEdgesChange,
    onNodeDragStart: moves.onNodeDragStart,
    onNodeDrag: moves.onNodeDrag,
    onNodeDragStop: moves.onNodeDragStop,
    onSelectionDragStart: moves.onSelectionDragStart,
    onSelectionDrag: moves.onSelectionDrag,
    onSelectionDragStop: moves.onSelectionDragStop,
    onSelectionStart: selection.onSelectionStart,
    onSelectionEnd: selection.onSelectionEnd,
    onNodeClick: pickAlone,
    onEdgeClick: pickAlone,
    onNodeDoubleClick: openNode,
    onEdgeDoubleClick: openArrow,
    onEdgeMouseEnter: hover,
    onEdgeMouseLeave: endHover,
    onNodeMouseEnter: hover,
    onNodeMouseLeave: endHover,
    onNodeContextMenu: menus.onElement,
    onEdgeContextMenu: menus.onElement,
    onPaneContextMenu: menus.onPane,
    onSelectionContextMenu: menus.onSelection,
    ...dragsOut,
  }
  return (
    <>
      {arrowHeads}
      <ReactFlow<CanvasNode, CanvasEdge>
        {...props}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        defaultViewport={firstCamera}
        {...(near ? { onPaneClick: endSelection } : {})}
        onClick={clickFrame}
        connectionLineComponent={Nothing}
        connectOnClick={false}
        {...(scene.readOnly ? {} : { onClickCapture: clickOut })}
        connectionMode={ConnectionMode.Loose}
        nodesConnectable={!scene.readOnly}
        nodesDraggable={!scene.readOnly}
        panOnScroll
        zoomOnPinch
        panOnDrag={hand ? true : panButtons}
        selectionOnDrag={near && !hand}
        selectionKeyCode={null}
        selectNodesOnDrag={false}
        selectionMode={SelectionMode.Partial}
        multiSelectionKeyCode={addKeys}
        deleteKeyCode={null}
        minZoom={zoomRange.min}
        maxZoom={zoomRange.max}
        zoomOnDoubleClick={false}
        elevateNodesOnSelect={false}
        zIndexMode="manual"
        disableKeyboardA11y
        nodeDragThreshold={3}
        proOptions={proOptions}
        attributionPosition="bottom-left"
      >
        {near ? <Dots /> : null}
        {companions}
        {children}
      </ReactFlow>
    </>
  )
}

// The same elements for ever: with new ones React would look into them after every edit.
const arrowHeads = <ArrowHeads />
const companions = (
  <>
    <ViewportPortal>
      <UnderlayPicture />
    </ViewportPortal>
    <Guides />
    <FollowCamera />
    <ConnectingArrow />
  </>
)

/** Lines once things snap to them. */
function Dots() {
  const gridOn = useView((view) => view.gridOn)
  return gridOn ? (
    <Background
      variant={BackgroundVariant.Lines}
      gap={gridSize}
      color="color-mix(in srgb, var(--grid-dot) 55%, transparent)"
    />
  ) : (
    <Background variant={BackgroundVariant.Dots} gap={gridSize} size={1.2} color="var(--grid-dot)" />
  )
}

/** Keeps the camera of the canvas store where React Flow's is. */
function FollowCamera() {
  const flow = useStoreApi<CanvasNode, CanvasEdge>()
  useEffect(
    () =>
      flow.subscribe(({ transform: [x, y, zoom], width, height }) => {
        const { camera, distance } = canvasStore.getState()
        if (width === 0 || height === 0) return
        const same = camera.x === x && camera.y === y && camera.zoom === zoom
        if (same && camera.width === width && camera.height === height) return
        canvasStore.setState({ camera: { x, y, zoom, width, height }, distance: distanceAt(zoom, distance) })
      }),
    [flow],
  )
  return null
}

/** Of several that are selected a click without a key picks one; React Flow would keep them all, as for a drag. */
function pickAlone({ shiftKey, ctrlKey, metaKey }: Pointed, { id }: CanvasNode | CanvasEdge): void {
  const { selection, select } = viewStore.getState()
  if (!shiftKey && !ctrlKey && !metaKey && selection.length > 1) select(meantBy(id))
}

function openNode(_event: Pointed, { id, type }: CanvasNode): void {
  if (type === 'boundary') toggleCollapsed([id])
  else viewStore.getState().set({ renaming: id })
}

function openArrow(_event: Pointed, { id, data }: CanvasEdge): void {
  // One that stands for several has no name of its own.
  if (data?.count === 1) viewStore.getState().set({ renaming: id })
}

function hover(_event: Pointed, { id }: CanvasNode | CanvasEdge): void {
  viewStore.getState().hover(id)
}

function endHover(): void {
  viewStore.getState().hover(undefined)
}

/** The frame around what a marquee selected lies under the cards; between them a click means the ground. */
function clickFrame({ target }: MouseEvent): void {
  if (target instanceof Element && target.matches('.react-flow__nodesselection-rect')) endSelection()
}

function endSelection(): void {
  viewStore.getState().select([])
}
