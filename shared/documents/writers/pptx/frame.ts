/** The slide's grid, in inches: 16:9, the size that PowerPoint calls LAYOUT_WIDE. */
export const frame = {
  width: 13.333,
  height: 7.5,
  left: 0.6,
  right: 0.6,
  title: { y: 0.42, h: 1.02 },
  content: { y: 1.62, bottom: 6.62 },
  footnote: { y: 6.68, h: 0.3 },
  footer: { y: 7.05, h: 0.26 },
} as const

export const contentArea: Area = {
  x: frame.left,
  y: frame.content.y,
  w: frame.width - frame.left - frame.right,
  h: frame.content.bottom - frame.content.y,
}

/** A rectangle on the slide, in inches. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Type scale in points. */
export const type = {
  title: 26,
  bodyLargest: 16,
  bodySmallest: 11,
  table: 12,
  tableSmallest: 10,
  caption: 10,
  small: 9,
} as const

/** One family that every Office has; its widths are the ones that text is measured with. */
export const fontFace = 'Arial'

export const pointsPerInch = 72
export const emuPerInch = 914_400

/** PptxGenJS and OOXML want colours without the hash. */
export function hex(colour: string): string {
  return colour.replace('#', '').toUpperCase()
}
