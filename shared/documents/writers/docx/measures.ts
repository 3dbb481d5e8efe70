import type { Paper } from '../../brand.ts'

export type Orientation = 'upright' | 'sideways'

/** In twentieths of a point. */
export interface PageMeasures {
  readonly width: number
  readonly height: number
  readonly margins: Margins
  /** Between the margins. */
  readonly textWidth: number
  readonly textHeight: number
}

export interface Margins {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
  /** From the page's edges to header and footer. */
  readonly header: number
  readonly footer: number
}

/** The pages of a document: a wide picture turns its own. */
export type Pages = Readonly<Record<Orientation, PageMeasures>>

/** A4, with margins of two centimetres. */
const centimetres = { top: 1134, right: 1134, bottom: 1134, left: 1134, header: 567, footer: 567 }
export const housePages: Pages = pagesOf(11_906, 16_838, centimetres)
/** For a document that is to stay on one page. */
const closeMargins = { ...centimetres, top: 737, bottom: 850, footer: 425 }

/** The pages of a document without a template. */
export function pagesOn(paper: Paper | undefined, isOnePage: boolean): Pages {
  const margins = isOnePage ? closeMargins : centimetres
  return paper === 'letter' ? pagesOf(12_240, 15_840, margins) : pagesOf(11_906, 16_838, margins)
}

/** Upright and sideways page of one paper; all in twentieths of a point. */
export function pagesOf(short: number, long: number, margins: Margins): Pages {
  const page = (width: number, height: number): PageMeasures => ({
    width,
    height,
    margins,
    textWidth: width - margins.left - margins.right,
    textHeight: height - margins.top - margins.bottom,
  })
  return { upright: page(short, long), sideways: page(long, short) }
}

export const twipsPerPoint = 20
/** One CSS pixel in twentieths of a point and in English metric units. */
export const twipsPerPixel = 15
export const emuPerPixel = 9525
