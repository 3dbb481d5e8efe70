/** A4 in twentieths of a point, with margins of two centimetres. */
const page = { short: 11_906, long: 16_838, margin: 1134 } as const

export type Orientation = 'upright' | 'sideways'

export interface PageMeasures {
  readonly width: number
  readonly height: number
  readonly margin: number
  /** Between the margins. */
  readonly textWidth: number
  readonly textHeight: number
}

export function pageOf(orientation: Orientation): PageMeasures {
  const [width, height] = orientation === 'upright' ? [page.short, page.long] : [page.long, page.short]
  return {
    width,
    height,
    margin: page.margin,
    textWidth: width - 2 * page.margin,
    textHeight: height - 2 * page.margin,
  }
}

/** One CSS pixel in twentieths of a point and in English metric units. */
export const twipsPerPixel = 15
export const emuPerPixel = 9525
