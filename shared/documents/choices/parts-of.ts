import type { Block, Outline, Slide } from '../outline.ts'
import { slugOf } from '../text/file-name.ts'

/** A section or slide of a document that a person can leave out. */
export interface DocumentPart {
  /** Stays the same when the numbers in its title move. */
  readonly key: string
  readonly title: string
  readonly type: 'section' | 'slide'
}

/** The sections (second-level headings) and slides of a document, in their order. */
export function partsOf({ blocks }: Outline): readonly DocumentPart[] {
  const parts: DocumentPart[] = []
  for (const block of blocks) {
    const key = keyOf(block)
    if (key === undefined || parts.some((part) => part.key === key)) continue
    if (block.type === 'slide') parts.push({ key, title: block.title, type: 'slide' })
    if (block.type === 'heading') parts.push({ key, title: block.text, type: 'section' })
  }
  return parts
}

/** What a block that opens a part is known by; undefined for every other block. */
export function keyOf(block: Block): string | undefined {
  if (block.type === 'slide') return slideKey(block)
  if (block.type !== 'heading' || block.level !== 2) return undefined
  return block.anchor ?? wordsKey(block.text)
}

function slideKey({ id, title }: Slide): string {
  return id ?? wordsKey(title)
}

/** Titles carry numbers that move with the design, and verdicts after them: the key has the words before, and no number. */
function wordsKey(title: string): string {
  const [subject = title] = title.split(/[:;,(](?=\s)/)
  return slugOf(subject.replace(/[$€£]?\d[\d.,\u00a0\u2009]*\s?[kM%]?/g, ' '))
}
