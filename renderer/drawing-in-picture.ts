/** The drawing of draw.io that a picture carries, as the text of its file; undefined for any other picture or file. */
export async function drawingIn(file: File): Promise<string | undefined> {
  const isSvg = file.type === 'image/svg+xml'
  if (!isSvg && file.type !== 'image/png') return undefined
  const { drawingInPng, drawingInSvg } = await import('../shared/interchange/draw-io/carried-drawing.ts')
  return isSvg ? drawingInSvg(await file.text()) : drawingInPng(new Uint8Array(await file.arrayBuffer()))
}
