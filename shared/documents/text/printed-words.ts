import { typographic } from '../../design/typographic.ts'
import type { Outline } from '../outline.ts'
import { rewriteWords } from './rewrite-words.ts'
import { wholeFigures } from './whole-figures.ts'

/**
 * The outline for files that are looked at: with printed quotation marks, and figures that stay on one line. Markdown,
 * data and the cells of workbooks keep the plain ones, since programs read them too.
 */
export function printedWords(outline: Outline): Outline {
  return rewriteWords(outline, (text, { before, isCode, isDrawn, isTitle }) => {
    if (isCode === true) return text
    const printed = typographic(text, before)
    if (isDrawn === true) return printed
    const whole = wholeFigures(printed)
    return isTitle === true ? withCompanions(whole) : whole
  })
}

/** A title of so many letters may take a second line, and that has so many at least. */
const [longTitle, leastEnd] = [60, 16]

/** A title whose last words stay together, so that none of them stands alone in a line. */
function withCompanions(title: string): string {
  if (title.length < longTitle) return title
  const words = title.split(' ')
  let end = ''
  while (end.length < leastEnd && words.length > 1) end = `${words.pop() ?? ''}${end === '' ? '' : '\u00a0'}${end}`
  return end === '' ? title : [...words, end].join(' ')
}
