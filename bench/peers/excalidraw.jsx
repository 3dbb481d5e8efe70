import '@excalidraw/excalidraw/index.css'
import { convertToExcalidrawElements, Excalidraw } from '@excalidraw/excalidraw'
import { createRoot } from 'react-dom/client'

function mount(api) {
  const element = (id) => api.getSceneElements().find((each) => each.id === id)
  window.bench = {
    load: ({ nodes, edges, areas }) => {
      const box =
        (fill) =>
        ({ id, name, x, y, width, height }) => ({
          type: 'rectangle',
          id,
          x,
          y,
          width,
          height,
          backgroundColor: fill,
          fillStyle: 'solid',
          roughness: 0,
          label: { text: name, fontSize: 16, ...(fill === '#eef3fd' ? { verticalAlign: 'top' } : {}) },
        })
      const byId = new Map(nodes.map((node) => [node.id, node]))
      const lines = edges.flatMap(({ id, from, to }) => {
        const [a, b] = [byId.get(from), byId.get(to)]
        return {
          type: 'arrow',
          id,
          x: a.x + a.width,
          y: a.y + a.height / 2,
          width: b.x - a.x - a.width,
          height: b.y - a.y,
          roughness: 0,
          start: { id: from },
          end: { id: to },
        }
      })
      const skeletons = [...areas.map(box('#eef3fd')), ...nodes.map(box('#ffffff')), ...lines]
      const elements = convertToExcalidrawElements(skeletons, { regenerateIds: false })
      api.updateScene({ elements })
      api.scrollToContent(elements, { fitToContent: true, viewportZoomFactor: 0.98, animate: false })
    },
    count: () => api.getSceneElements().filter((each) => each.type === 'rectangle').length,
    fit: () =>
      api.scrollToContent(api.getSceneElements(), { fitToContent: true, viewportZoomFactor: 0.98, animate: false }),
    screenOf: ({ x, y }) => {
      const { scrollX, scrollY, zoom, offsetLeft, offsetTop } = api.getAppState()
      return { x: (x + scrollX) * zoom.value + offsetLeft, y: (y + scrollY) * zoom.value + offsetTop }
    },
    cornerOf: (id) => {
      const found = element(id)
      return found && { x: found.x, y: found.y }
    },
  }
}

createRoot(document.getElementById('root')).render(
  <div style={{ width: '100vw', height: '100vh' }}>
    <Excalidraw excalidrawAPI={mount} />
  </div>,
)
