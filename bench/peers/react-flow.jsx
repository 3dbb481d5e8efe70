import '@xyflow/react/dist/style.css'
import { Background, ReactFlow, useEdgesState, useNodesState, useReactFlow, ReactFlowProvider } from '@xyflow/react'
import { useEffect } from 'react'
import { createRoot } from 'react-dom/client'

/** As its documentation shows it: default nodes with a size, no culling, the manners of a design tool. */
function Bench() {
  const [nodes, setNodes, onNodesChange] = useNodesState([])
  const [edges, setEdges, onEdgesChange] = useEdgesState([])
  const flow = useReactFlow()
  useEffect(() => {
    window.bench = {
      load: ({ nodes: boxes, edges: lines, areas }) => {
        setNodes([
          ...areas.map(({ id, name, x, y, width, height, depth }) => ({
            id,
            position: { x, y },
            width,
            height,
            data: { label: name },
            zIndex: depth - 10,
            style: { background: 'rgb(240 244 253)' },
          })),
          ...boxes.map(({ id, name, x, y, width, height }) => ({
            id,
            position: { x, y },
            width,
            height,
            data: { label: name },
          })),
        ])
        setEdges(lines.map(({ id, from, to }) => ({ id, source: from, target: to, type: 'smoothstep' })))
      },
      count: () => document.querySelectorAll('.react-flow__node').length,
      fit: () => void flow.fitView({ padding: 0.02, minZoom: 0.02 }),
      screenOf: (point) => flow.flowToScreenPosition(point),
      cornerOf: (id) => flow.getNode(id)?.position,
    }
  }, [flow, setNodes, setEdges])
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      panOnScroll
      zoomOnPinch
      panOnDrag={[1, 2]}
      selectionOnDrag
      minZoom={0.02}
      maxZoom={4}
    >
      <Background />
    </ReactFlow>
  )
}

createRoot(document.getElementById('root')).render(
  <ReactFlowProvider>
    <Bench />
  </ReactFlowProvider>,
)
