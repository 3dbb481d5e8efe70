import { drawDesign } from '../../shared/documents/picture/draw.ts'
import { renderSvg } from '../../shared/documents/picture/render-svg.ts'
import type { Id, Stroke } from '../../shared/design/design.ts'
import { strokesOf } from '../../shared/design/edit/index.ts'
import { boxAround, distanceTo } from '../../shared/layout/box.ts'
import { suggestFileName } from '../store/design-file.ts'
import { buildGraph } from '../../shared/graph/build-graph.ts'
import { kinds } from '../../shared/kinds/index.ts'
import { products } from '../../shared/kinds/products/index.ts'
import { desktop } from '../desktop.ts'
import { designStore } from '../store/design-store.ts'
import { viewStore } from '../store/view-store.ts'
import { showToast } from '../ui/index.ts'
import { canvasStore } from './canvas-store.ts'
import { freezePlaces } from './from-flow.ts'

/** Twice the size on screen, so that it stays sharp on a slide. */
const pngScale = 2
const mostPixels = 16_000

/** The selected components, or the whole design, as an SVG in the light theme; what is collapsed is drawn open, as in documents. */
function drawSvg(): string {
  const design = freezePlaces(designStore.getState().design, canvasStore.getState().places)
  const selection = new Set(viewStore.getState().selection)
  const only = (design.components ?? []).map((component) => component.id).filter((id) => selection.has(id))
  const picture = drawDesign(buildGraph(design, kinds, products), {
    ...(only.length === 0 ? {} : { only }),
    strokes: strokesAround(only),
  })
  return renderSvg(picture, { description: `Drawing of ${design.name}`, fixedSize: true })
}

/** What the pen drew, where it is asked for in pictures: all of it, or what lies on the components that are shown alone. */
function strokesAround(only: readonly Id[]): readonly Stroke[] {
  const { inkShown, inkInPictures } = viewStore.getState()
  if (!inkShown || !inkInPictures) return []
  const strokes = strokesOf(designStore.getState().document)
  const shown = boxAround(only.flatMap((id) => canvasStore.getState().places[id] ?? []))
  if (shown === undefined) return strokes
  return strokes.filter(({ points }) => points.some((point) => distanceTo(shown, point) === 0))
}

/** Copies the selection, or the design, as a picture: PNG for slides, with the SVG as text beside it. */
export async function copyPicture(): Promise<void> {
  try {
    const svg = drawSvg()
    const png = new Blob([new Uint8Array(await toPng(svg))], { type: 'image/png' })
    const text = new Blob([svg], { type: 'text/plain' })
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png, 'text/plain': text })])
    showToast('Copied as a picture. Paste it into a slide or a document.')
  } catch (error) {
    showToast(`The picture could not be copied: ${reasonOf(error)}. Export it to a file instead.`, { tone: 'fail' })
  }
}

/** Saves the selection, or the design, as SVG or PNG: the ending of the file name decides. */
export async function savePicture(format: 'svg' | 'png' = 'svg'): Promise<void> {
  const svg = drawSvg()
  const name = suggestFileName(designStore.getState().design.name, format)
  const saved = await desktop.saveExport({
    suggestedName: name,
    filters: [
      format === 'svg' ? { name: 'SVG picture', extensions: ['svg'] } : { name: 'PNG picture', extensions: ['png'] },
    ],
    content: format === 'svg' ? svg : await toPng(svg),
  })
  if (saved.ok) showToast(`Saved ${saved.fileName}.`)
  else if (saved.reason !== 'cancelled') showToast(saved.problems.join(' '), { tone: 'fail' })
}

/** Paints an SVG; the browser draws it from memory and loads nothing. */
async function toPng(svg: string): Promise<Uint8Array> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const scale = Math.min(pngScale, mostPixels / Math.max(image.width, image.height, 1))
    const canvas = document.createElement('canvas')
    canvas.width = Math.ceil(image.width * scale)
    canvas.height = Math.ceil(image.height * scale)
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('this browser cannot paint')
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (blob === null) throw new Error('the picture is too large')
    return new Uint8Array(await blob.arrayBuffer())
  } finally {
    URL.revokeObjectURL(address)
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'the clipboard refused it'
}
