import { logoLimits, readLogo } from '../../shared/documents/brand/read-logo.ts'
import { type BrandFileSummary, readBrandFile } from '../../shared/documents/brand/read-brand-file.ts'
import type { BrandFile, Logo } from '../../shared/documents/brand.ts'

/** What a file gave; `notes` are the sentences about it, or why it is not taken. */
export interface ReadFile<Value> {
  readonly value?: Value
  readonly notes: readonly string[]
}

/** A logo; one that is too large is drawn smaller. */
export async function readLogoFile(file: File): Promise<ReadFile<Logo>> {
  const bytes = await bytesOf(file)
  const read = readLogo(bytes)
  if (read.ok) return { value: read.logo, notes: [] }
  if (read.reason === 'refused') return { notes: [read.problem] }
  const smaller = await drawSmaller(file).catch(() => undefined)
  const again = smaller === undefined ? undefined : readLogo(smaller)
  return again?.ok === true
    ? { value: again.logo, notes: [`It was drawn smaller: ${again.logo.width} × ${again.logo.height} pixels.`] }
    : { notes: [read.problem] }
}

export const readPresentationFile = (file: File): Promise<ReadFile<BrandFile>> => readTemplate(file, 'presentation')
export const readWordTemplate = (file: File): Promise<ReadFile<BrandFile>> => readTemplate(file, 'word')

async function readTemplate(file: File, type: BrandFileSummary['type']): Promise<ReadFile<BrandFile>> {
  const bytes = await bytesOf(file)
  const read = await readBrandFile(bytes, type)
  if (!read.ok) return { notes: read.problems }
  return { value: { fileName: file.name, bytes }, notes: [wordsOf(read.summary), ...read.summary.notes] }
}

function wordsOf({ type, masters, layouts, styles }: BrandFileSummary): string {
  return type === 'presentation'
    ? `${masters === 1 ? 'One master' : `${masters} masters`} with ${layouts.length} layouts.`
    : `Its styles count: ${styles.join(', ')}.`
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer())
}

async function drawSmaller(file: File): Promise<Uint8Array | undefined> {
  const picture = await createImageBitmap(file)
  // A quarter of what is allowed is sharp on every page, and small in every file.
  const scale = Math.min(1, logoLimits.pixels / 4 / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  return blob === null ? undefined : new Uint8Array(await blob.arrayBuffer())
}
