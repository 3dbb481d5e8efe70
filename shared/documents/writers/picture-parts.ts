/** What the caption of a picture says that is shown small, with its parts after it. */
export function partsNote(parts: number): string {
  return `Overview; its ${parts} parts follow, large enough to read.`
}

/** What stands under a part, the first one being 1. */
export function partNote(part: number, parts: number): string {
  return `Part ${part} of ${parts}. Arrows to what stands in another part run to the edge.`
}
