import { logoLimits, readLogo } from '../../shared/documents/brand/read-logo.ts'
import { type BrandFileSummary, readBrandFile } from '../../shared/documents/brand/read-brand-file.ts'
import type { BrandFile, Logo } from '../../shared/documents/brand.ts'

/** What a file gave; `notes` are the sentences about it, or why it is not taken. */
export interface ReadFile<Value> {
  readonly value?: Value
  readonly notes: readonly string[]
}

/** A logo; one that is too large is drawn smaller, one of lines (SVG) as a picture: what is in a file is only its dots. */
export async function readLogoFile(file: File): Promise<ReadFile<Logo>> {
  const bytes = await bytesOf(file)
  const read = readLogo(bytes)
  if (read.ok) return { value: read.logo, notes: [] }
  if (read.reason === 'refused') return { notes: [read.problem] }
  const isDrawing = read.reason === 'drawing'
  const drawn = await (isDrawing ? drawLines(bytes) : drawSmaller(file)).catch(() => undefined)
  const again = drawn === undefined ? undefined : readLogo(drawn)
  if (again?.ok !== true)
    return { notes: [isDrawing ? 'The SVG cannot be drawn: it is damaged or empty. Export it as PNG.' : read.problem] }
  const { width, height } = again.logo
  const how = isDrawing ? 'It was drawn as a picture' : 'It was drawn smaller'
  return { value: again.logo, notes: [`${how}: ${width} × ${height} pixels.`] }
}

export const readPresentationFile = (file: File): Promise<ReadFile<BrandFile>> => readTemplate(file, 'presentation')
export const readWordTemplate = (file: File): Promise<ReadFile<BrandFile>> => readTemplate(file, 'word')

async function readTemplate(file: File, type: BrandFileSummary['type']): Promise<ReadFile<BrandFile>> {
  const bytes = await bytesOf(file)
  const read = await readBrandFile(bytes, type)
  if (!read.ok) return { notes: read.problems }
  const { room, notes } = read.summary
  return {
    value: { fileName: file.name, bytes, ...(room === undefined ? {} : { room }) },
    notes: [wordsOf(read.summary), ...notes],
  }
}

function wordsOf({ type, masters, layouts, styles }: BrandFileSummary): string {
  return type === 'presentation'
    ? `${masters === 1 ? 'One master' : `${masters} masters`} with ${layouts.length} layouts.`
    : styles.length === 0
      ? 'Its page, headers and footers count; of styles that documents use it has none.'
      : `Its styles count: ${styles.join(', ')}.`
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer())
}

/** A quarter of what is allowed is sharp on every page, and small in every file. */
const usualPixels = logoLimits.pixels / 4

/** Photographs stay large as PNG: they are halved until they fit. */
async function drawSmaller(file: File): Promise<Uint8Array | undefined> {
  const picture = await createImageBitmap(file)
  let scale = Math.min(1, usualPixels / Math.max(picture.width, picture.height))
  let drawn = await drawAt(picture, picture, scale)
  while (drawn !== undefined && drawn.length > logoLimits.bytes) {
    scale /= 2
    drawn = await drawAt(picture, picture, scale)
  }
  return drawn
}

/** As an image element draws it: without its scripts, and without anything from elsewhere. */
async function drawLines(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'image/svg+xml' }))
  try {
    const picture = new Image()
    picture.src = address
    await picture.decode()
    const size = { width: picture.naturalWidth, height: picture.naturalHeight }
    if (size.width === 0 || size.height === 0) return undefined
    return await drawAt(picture, size, usualPixels / Math.max(size.width, size.height))
  } finally {
    URL.revokeObjectURL(address)
  }
}

async function drawAt(
  picture: CanvasImageSource,
  { width, height }: { readonly width: number; readonly height: number },
  scale: number,
): Promise<Uint8Array | undefined> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  return blob === null ? undefined : new Uint8Array(await blob.arrayBuffer())
}
