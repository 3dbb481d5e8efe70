import '@xyflow/react/dist/base.css'
import './canvas.css'
import './heat.css'
import type { EdgeChange, NodeChange, ReactFlowInstance } from '@xyflow/react'
import {
  Background,
  BackgroundVariant,
  ConnectionMode,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
} from '@xyflow/react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Id } from '../../shared/design/design.ts'
import { useShownOverlay } from '../analysis/use-heat.ts'
import { useDesignState } from '../store/design-store.ts'
import { StageBar } from '../stage/StageBar.tsx'
import { useView, viewStore } from '../store/view-store.ts'
import { ArrowHeads } from './flow/ArrowHeads.tsx'
import { BoundaryArea } from './flow/BoundaryArea.tsx'
import { handleCanvasKey } from './canvas-keys.ts'
import { canvasStore, mountControls } from './canvas-store.ts'
import type { MenuPlace } from './CanvasMenu.tsx'
import { CanvasMenu } from './CanvasMenu.tsx'
import { CanvasEmpty } from './CanvasEmpty.tsx'
import { CanvasToolbar } from './CanvasToolbar.tsx'
import { ComponentCard } from './flow/ComponentCard.tsx'
import { ConnectionLine } from './flow/ConnectionLine.tsx'
import { controlsOf, fitPadding } from './flow/controls.ts'
import type { Detail } from './DetailLevel.tsx'
import { DetailLevel } from './DetailLevel.tsx'
import { FlowArrow } from './flow/FlowArrow.tsx'
import type { CanvasEdge, CanvasNode } from './flow/flow-types.ts'
import { GhostCard } from './flow/GhostCard.tsx'
import { Overview } from './Overview.tsx'
import { QuickAdd } from './QuickAdd.tsx'
import { Reveal } from './Reveal.tsx'
import { useConnecting } from './flow/use-connecting.ts'
import { useDrawing } from './use-drawing.ts'
import { useDrops } from './flow/use-drops.ts'
import { useMoves } from './flow/use-moves.ts'
import { useSelection } from './flow/use-selection.ts'

// Fixed for the life of the page: React Flow mounts everything again when these change.
const nodeTypes = { component: ComponentCard, boundary: BoundaryArea, ghost: GhostCard }
const edgeTypes = { arrow: FlowArrow }
const addKeys = ['Shift', 'Meta', 'Control']
const panButtons = [1, 2]
/** Of more cards, only those in sight are drawn while one is close; from afar all are in sight anyway. */
const mostDrawnWhole = 150
/** Small designs open at their full size; only a very large screen draws them larger. */
const fitOptions = { padding: fitPadding, maxZoom: window.innerWidth > 2400 ? 1.75 : 1 }
/** From further away than this the numbers of an overlay could not be read: colour alone is left. */
const legibleNumbers = 6.5
const proOptions = { hideAttribution: false }

type Pointed = MouseEvent | globalThis.MouseEvent

function rename(_event: Pointed, { id }: CanvasNode | CanvasEdge): void {
  viewStore.getState().set({ renaming: id })
}

function hover(_event: Pointed, { id }: CanvasNode | CanvasEdge): void {
  viewStore.getState().hover(id)
}

function endHover(): void {
  viewStore.getState().hover(undefined)
}

function menusOf(setMenu: (place: MenuPlace) => void) {
  const open = (event: Pointed, on?: Id): void => {
    event.preventDefault()
    const { selection: picked, select } = viewStore.getState()
    if (on === undefined) select([])
    else if (!picked.includes(on)) select([on])
    setMenu({ x: event.clientX, y: event.clientY, on: on === undefined ? 'canvas' : 'element' })
  }
  return {
    onElement: (event: Pointed, { id }: CanvasNode | CanvasEdge) => open(event, id),
    onPane: (event: Pointed) => open(event),
    onSelection: (event: Pointed) => open(event, viewStore.getState().selection[0]),
  }
}

/** The drawing surface. The only place that knows React Flow. */
export function Canvas() {
  const designId = useDesignState((state) => state.document.id)
  return (
    <ReactFlowProvider key={designId}>
      <Surface />
    </ReactFlowProvider>
  )
}

function Surface() {
  const { nodes, edges } = useDrawing()
  const moves = useMoves()
  const selection = useSelection()
  const connecting = useConnecting()
  const drops = useDrops()
  const surface = useRef<HTMLElement>(null)
  const flow = useReactFlow<CanvasNode, CanvasEdge>()
  const minimapOpen = useView((view) => view.minimapOpen)
  const hand = useView((view) => view.tool === 'hand')
  const overlay = useShownOverlay()
  const readOnly = useDesignState((state) => state.readOnly)
  const highlighting = useView(({ highlighted }) =>
    highlighted === undefined ? 'none' : highlighted.rule === undefined ? 'walk' : 'finding',
  )

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      moves.applyPositions(changes)
      selection.applySelection(changes)
    },
    [moves, selection],
  )
  const onEdgesChange = useCallback(
    (changes: EdgeChange<CanvasEdge>[]) => selection.applySelection(changes),
    [selection],
  )
  const onInit = useCallback((instance: ReactFlowInstance<CanvasNode, CanvasEdge>) => {
    mountControls(controlsOf(instance, () => surface.current))
  }, [])
  useEffect(() => () => mountControls(undefined), [])
  const [near, setNear] = useState(true)
  const [menu, setMenu] = useState<MenuPlace | undefined>()
  const showDetail = useCallback((detail: Detail, nameScale: number) => {
    if (surface.current === null) return
    surface.current.dataset['detail'] = detail
    setNear(detail === 'near')
    surface.current.style.setProperty('--far-scale', String(nameScale))
    surface.current.dataset['numbers'] = String(nameScale <= legibleNumbers)
  }, [])

  // The same functions for as long as the canvas is there: with new ones React Flow would draw every card again.
  const menus = useMemo(() => menusOf(setMenu), [])
  const openQuickAdd = (event: MouseEvent): void => {
    if (readOnly || !(event.target instanceof Element) || !event.target.classList.contains('react-flow__pane')) return
    const screen = { x: event.clientX, y: event.clientY }
    viewStore.getState().set({ quickAdd: { at: flow.screenToFlowPosition(screen), screen } })
  }

  return (
    // The keys of the canvas work wherever the focus is within it; each of them has a command or a control as well.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={surface}
      className="canvas"
      aria-label="Canvas"
      data-overlay={overlay}
      data-highlighting={highlighting}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={-1}
      onKeyDown={(event: KeyboardEvent) => handleCanvasKey(event)}
      onDoubleClick={openQuickAdd}
      onDragOver={drops.onDragOver}
      onDragLeave={drops.onDragLeave}
      onDrop={drops.onDrop}
      onPointerMove={(event) =>
        canvasStore.setState({ pointer: flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }) })
      }
      onPointerLeave={() => canvasStore.setState({ pointer: undefined })}
    >
      <ArrowHeads />
      <ReactFlow<CanvasNode, CanvasEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onInit={onInit}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onNodeDragStart={moves.onNodeDragStart}
        onNodeDrag={moves.onNodeDrag}
        onNodeDragStop={moves.onNodeDragStop}
        onSelectionDragStart={moves.onSelectionDragStart}
        onSelectionDrag={moves.onSelectionDrag}
        onSelectionDragStop={moves.onSelectionDragStop}
        onSelectionStart={selection.onSelectionStart}
        onSelectionEnd={selection.onSelectionEnd}
        onNodeDoubleClick={rename}
        onEdgeDoubleClick={rename}
        onEdgeMouseEnter={hover}
        onEdgeMouseLeave={endHover}
        onNodeMouseEnter={hover}
        onNodeMouseLeave={endHover}
        onNodeContextMenu={menus.onElement}
        onEdgeContextMenu={menus.onElement}
        onPaneContextMenu={menus.onPane}
        onSelectionContextMenu={menus.onSelection}
        onConnect={connecting.onConnect}
        onConnectEnd={connecting.onConnectEnd}
        isValidConnection={connecting.isValidConnection}
        connectionLineComponent={ConnectionLine}
        connectionMode={ConnectionMode.Loose}
        connectionRadius={24}
        nodesConnectable={!readOnly}
        nodesDraggable={!readOnly}
        panOnScroll
        zoomOnPinch
        panOnDrag={hand ? true : panButtons}
        selectionOnDrag={!hand}
        selectionMode={SelectionMode.Partial}
        multiSelectionKeyCode={addKeys}
        deleteKeyCode={null}
        minZoom={0.02}
        maxZoom={4}
        zoomOnDoubleClick={false}
        onlyRenderVisibleElements={near && nodes.length > mostDrawnWhole}
        elevateNodesOnSelect={false}
        zIndexMode="manual"
        disableKeyboardA11y
        nodeDragThreshold={3}
        fitView
        fitViewOptions={fitOptions}
        proOptions={proOptions}
        attributionPosition="bottom-left"
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.2} color="var(--grid-dot)" />
        {minimapOpen ? <Overview /> : null}
        <DetailLevel show={showDetail} />
        <Reveal />
      </ReactFlow>
      <CanvasEmpty />
      <CanvasToolbar />
      <StageBar />
      <QuickAdd />
      {menu === undefined ? null : <CanvasMenu place={menu} onClose={() => setMenu(undefined)} />}
    </section>
  )
}
