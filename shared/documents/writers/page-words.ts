import type { Outline } from '../outline.ts'

const longestTitle = 70

/** What stands on every page, in its order: who may read it, for whom it is, what it is, its date and its design. */
export function pageWords(outline: Outline): readonly string[] {
  const letters = Array.from(outline.title)
  const title =
    letters.length > longestTitle
      ? `${letters
          .slice(0, longestTitle - 1)
          .join('')
          .trimEnd()}…`
      : outline.title
  const hash = outline.designHash === undefined ? undefined : `Design ${outline.designHash}`
  const words = [outline.confidentiality, outline.client, title, outline.date, hash]
  return words.filter((word): word is string => word !== undefined && word !== '')
}

/** A title of several lines has a smaller type, so that the document still begins on its first page. */
export function isLongTitle(title: string): boolean {
  return Array.from(title).length > 110
}

export const wordGap = '  ·  '
