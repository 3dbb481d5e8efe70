import type { OnMove, ReactFlowInstance, Viewport } from '@xyflow/react'
import { Background, BackgroundVariant, ConnectionMode, ReactFlow, ReactFlowProvider } from '@xyflow/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Design } from '../../../shared/design/design.ts'
import { foldDesign } from '../../../shared/layout/fold.ts'
import { placesOf } from '../../../shared/layout/places.ts'
import { foldedHeats } from '../../analysis/folded-heats.ts'
import type { HeatMap } from '../../analysis/heat.ts'
import { isFar, zoomRange } from '../camera.ts'
import type { Scene } from '../scene.ts'
import { indexBoxes } from '../spatial-index.ts'
import { createDrawnKeeper } from '../drawn-design.ts'
import { drawnFacts } from '../use-arrow-facts.ts'
import { showDetail } from '../use-detail.ts'
import { useRoutes } from '../use-routes.ts'
import { BoundaryArea } from './BoundaryArea.tsx'
import { ComponentCard } from './ComponentCard.tsx'
import { FlowArrow } from './FlowArrow.tsx'
import type { CanvasEdge, CanvasNode } from './flow-types.ts'
import { GhostCard } from './GhostCard.tsx'
import { StillDrawing } from './still.ts'
import { useDrawnItems } from './use-drawn-items.ts'

// Fixed for the life of the page: React Flow mounts everything again when these change.
const nodeTypes = { component: ComponentCard, boundary: BoundaryArea, ghost: GhostCard, end: () => null }
const edgeTypes = { arrow: FlowArrow }
const proOptions = { hideAttribution: true }
const panButtons = [0, 1, 2]

const nothing: Omit<Scene, keyof ReturnType<typeof foldDesign> | 'routes' | 'heats'> = {
  cardIndex: indexBoxes([]),
  arrowIndex: () => indexBoxes([]),
  hops: new Map(),
  badges: new Map(),
  overlaid: true,
  look: { says: '' },
  selection: new Set(),
  highlight: undefined,
  target: undefined,
  readOnly: true,
  moved: new Map(),
  resized: undefined,
  bent: new Map(),
}

interface StillSurfaceProps {
  readonly label: string
  readonly design: Design
  /** What lies over it. */
  readonly map: HeatMap
  /** From where it is seen; undefined: from where it was left. */
  readonly viewport: Viewport | undefined
  /** A hand has moved it. */
  readonly onMove: (viewport: Viewport) => void
}

/** A drawing to look at, beside the one that is worked on: the same cards and arrows, and nothing that edits. */
export function StillSurface({ label, design, map, viewport, onMove }: StillSurfaceProps) {
  const surface = useRef<HTMLElement>(null)
  const [flow, setFlow] = useState<ReactFlowInstance<CanvasNode, CanvasEdge>>()
  const drawn = useMemo(() => foldDesign(design, placesOf(design)), [design])
  const [keepDesign] = useState(createDrawnKeeper)
  const shown = useMemo(() => ({ ...drawn, design: keepDesign(drawn.design) }), [drawn, keepDesign])
  const routes = useRoutes(shown)
  const heats = useMemo(() => foldedHeats(map, drawn, design), [map, drawn, design])
  const facts = useMemo(() => drawnFacts(design, drawn.bundles), [design, drawn])
  const scene = useMemo(() => ({ ...nothing, ...shown, routes, heats }), [shown, routes, heats])
  const { nodes, edges } = useDrawnItems(scene, facts, undefined)
  useEffect(() => {
    if (flow === undefined || viewport === undefined) return
    void flow.setViewport(viewport)
  }, [flow, viewport])
  const moved: OnMove = (event, next) => {
    if (surface.current !== null) {
      showDetail(surface.current, next.zoom)
      // It has no painted picture for far away: its names stay as large, and say less.
      surface.current.toggleAttribute('data-far', isFar(next.zoom))
    }
    // What no hand has moved follows the other drawing, which knows.
    if (event !== null) onMove(next)
  }
  return (
    <section ref={surface} className="canvas" aria-label={label} data-overlay="differences" data-still="true">
      <StillDrawing value={true}>
        <ReactFlowProvider>
          <ReactFlow<CanvasNode, CanvasEdge>
            nodes={nodes}
            edges={edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            onInit={setFlow}
            onMove={moved}
            fitView
            connectionMode={ConnectionMode.Loose}
            nodesDraggable={false}
            nodesConnectable={false}
            nodesFocusable={false}
            edgesFocusable={false}
            elementsSelectable={false}
            onlyRenderVisibleElements
            panOnScroll
            panOnDrag={panButtons}
            zoomOnDoubleClick={false}
            minZoom={zoomRange.min}
            maxZoom={zoomRange.max}
            deleteKeyCode={null}
            selectionKeyCode={null}
            zIndexMode="manual"
            disableKeyboardA11y
            proOptions={proOptions}
          >
            <Background variant={BackgroundVariant.Dots} gap={20} size={1.2} color="var(--grid-dot)" />
          </ReactFlow>
        </ReactFlowProvider>
      </StillDrawing>
    </section>
  )
}
