import type { StoredUnderlay } from '../store/stored.ts'

type PictureType = StoredUnderlay['type']

export const pictureTypes: readonly PictureType[] = ['image/png', 'image/jpeg', 'image/webp']
const mostBytes = 20_000_000
/** More could not be drawn smoothly, and no screen shows it. */
const mostPixels = 50_000_000

interface Picture {
  readonly type: PictureType
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

type ReadPicture = { readonly ok: true; readonly picture: Picture } | { readonly ok: false; readonly problem: string }

export function isPicture({ type }: Pick<Blob, 'type'>): boolean {
  return type.startsWith('image/')
}

/** A picture that can be laid under the drawing, or a sentence that says why this one cannot. */
export async function readPicture(file: Blob & { readonly name?: string }): Promise<ReadPicture> {
  const name = file.name === undefined || file.name === '' ? 'The picture' : `“${file.name}”`
  const type = pictureTypes.find((each) => each === file.type)
  if (type === undefined) return refused(`${name} is not a PNG, JPEG or WebP picture. Save it as one of these.`)
  if (file.size > mostBytes) {
    return refused(`${name} is larger than 20 MB. Save it smaller: half the size on each side is usually enough.`)
  }
  const size = await measure(file)
  if (size === undefined) return refused(`${name} cannot be read as a picture. Open it elsewhere and save it again.`)
  if (size.width * size.height > mostPixels) {
    return refused(
      `${name} has ${size.width} x ${size.height} points; up to 50 million can be traced. Save it smaller.`,
    )
  }
  return { ok: true, picture: { type, bytes: new Uint8Array(await file.arrayBuffer()), ...size } }
}

function refused(problem: string): ReadPicture {
  return { ok: false, problem }
}

/** Undefined for what the browser cannot decode. */
async function measure(file: Blob): Promise<{ readonly width: number; readonly height: number } | undefined> {
  try {
    const bitmap = await createImageBitmap(file)
    const { width, height } = bitmap
    bitmap.close()
    return width === 0 || height === 0 ? undefined : { width, height }
  } catch {
    return undefined
  }
}
