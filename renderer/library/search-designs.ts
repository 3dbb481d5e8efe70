import type { StoredDesign } from '../store/stored.ts'

/** Designs whose name, summary, client or components hold every word typed; the order stays. */
export function searchDesigns(designs: readonly StoredDesign[], text: string): readonly StoredDesign[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return designs
  return designs.filter((stored) => {
    const { document } = stored
    const names = (document.components ?? []).map((component) => component.name)
    const hay = [stored.name, document.summary ?? '', document.client ?? '', ...names].join(' ').toLowerCase()
    return words.every((word) => hay.includes(word))
  })
}
