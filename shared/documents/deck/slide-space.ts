import type { Fit } from '../picture/draw.ts'

/** The picture area of a slide, in picture pixels: cards must stay large enough for 10 point type. */
export const slideSpace: Fit = { width: 1400, height: 560, gaps: { column: 70, row: 28, title: 50 } }
/** Half of it, beside text. */
export const halfSlideSpace: Fit = { width: 1400, height: 400, gaps: { column: 70, row: 28, title: 50 } }
