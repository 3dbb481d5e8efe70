import { canvasControls } from '../canvas/canvas-store.ts'
import { designStore } from '../store/design-store.ts'
import { showToast } from '../ui/index.ts'
import { pictureTypes, readPicture } from './read-picture.ts'
import { changeUnderlay, layUnderlay, setAdjusting, underlayStore } from './underlay-store.ts'

const firstOpacity = 0.5
/** Of what is seen, so that its grips can be taken hold of. */
const mostCovered = 0.8

/** Asks for a picture and lays it under the drawing. */
export function chooseUnderlay(): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = pictureTypes.join(',')
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file !== undefined) void layPicture(file)
  })
  input.click()
}

/** Lays a picture in the middle of what is seen, to be moved and scaled at once. */
export async function layPicture(file: Blob & { readonly name?: string }): Promise<void> {
  if (!designStore.getState().open) {
    showToast('Open a design first: a picture is laid under a drawing, to be traced.')
    return
  }
  const read = await readPicture(file)
  if (!read.ok) {
    showToast(read.problem, { tone: 'fail' })
    return
  }
  const { type, bytes, width, height } = read.picture
  const seen = canvasControls()?.seen() ?? { x: 0, y: 0, w: 1200, h: 800 }
  const scale = Math.min((seen.w * mostCovered) / width, (seen.h * mostCovered) / height)
  const [w, h] = [Math.round(width * scale), Math.round(height * scale)]
  const place = { x: Math.round(seen.x + (seen.w - w) / 2), y: Math.round(seen.y + (seen.h - h) / 2), w, h }
  await layUnderlay({ type, bytes, ...place, opacity: firstOpacity })
}

/** Begins or ends to move and scale the picture. */
export function adjustUnderlay(): void {
  const { underlay, adjusting } = underlayStore.getState()
  if (underlay === undefined) sayNone()
  else setAdjusting(!adjusting)
}

export function toggleUnderlay(): void {
  const { underlay } = underlayStore.getState()
  if (underlay === undefined) {
    sayNone()
    return
  }
  setAdjusting(false)
  changeUnderlay({ hidden: underlay.hidden !== true })
}

function sayNone(): void {
  showToast('No picture lies under this drawing.', { action: { label: 'Lay one under it...', run: chooseUnderlay } })
}
