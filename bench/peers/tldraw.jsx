import 'tldraw/tldraw.css'
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'
import { createRoot } from 'react-dom/client'
import { createBindingId, createShapeId, Tldraw, toRichText } from 'tldraw'

const assetUrls = getAssetUrlsByImport()

function mount(editor) {
  window.bench = {
    load: ({ nodes, edges, areas }) => {
      editor.run(
        () => {
          editor.createShapes([
            ...areas.map(({ id, name, x, y, width, height }) => ({
              id: createShapeId(id),
              type: 'geo',
              x,
              y,
              props: {
                w: width,
                h: height,
                fill: 'semi',
                verticalAlign: 'start',
                size: 's',
                richText: toRichText(name),
              },
            })),
            ...nodes.map(({ id, name, x, y, width, height }) => ({
              id: createShapeId(id),
              type: 'geo',
              x,
              y,
              props: { w: width, h: height, fill: 'solid', size: 's', richText: toRichText(name) },
            })),
            ...edges.map(({ id }) => ({ id: createShapeId(id), type: 'arrow', props: { size: 's' } })),
          ])
          const end = (arrow, terminal, box) => ({
            id: createBindingId(),
            type: 'arrow',
            fromId: createShapeId(arrow),
            toId: createShapeId(box),
            props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false },
          })
          editor.createBindings(edges.flatMap(({ id, from, to }) => [end(id, 'start', from), end(id, 'end', to)]))
        },
        { history: 'ignore' },
      )
      editor.zoomToFit()
    },
    count: () => editor.getCurrentPageShapes().filter((shape) => shape.type === 'geo').length,
    fit: () => editor.zoomToFit(),
    screenOf: (point) => editor.pageToScreen(point),
    cornerOf: (id) => {
      const shape = editor.getShape(createShapeId(id))
      return shape && { x: shape.x, y: shape.y }
    },
  }
}

createRoot(document.getElementById('root')).render(
  <div style={{ width: '100vw', height: '100vh' }}>
    <Tldraw
      assetUrls={assetUrls}
      options={{ maxShapesPerPage: 20_000 }}
      cameraOptions={{ zoomSteps: [0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 4] }}
      onMount={mount}
    />
  </div>,
)
