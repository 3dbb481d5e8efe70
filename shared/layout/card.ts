/** Sizes of what stands on the canvas, in CSS pixels. Canvas, pictures and layout share them. */
export const cardWidth = 200
export const cardHeight = 72

/** Between a boundary's edge and what stands inside it. */
export const boundaryPadding = 28
/** Above what stands inside a boundary: room for its title. */
export const boundaryTitleHeight = 40
export const emptyBoundaryWidth = 240
export const emptyBoundaryHeight = 140

/** Between columns, wide enough for an arrow's label. */
export const columnGap = 96
/** Between rows. */
export const rowGap = 36
