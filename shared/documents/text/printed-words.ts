import { typographic } from '../../design/typographic.ts'
import type { Outline } from '../outline.ts'
import { rewriteWords } from './rewrite-words.ts'

/**
 * The outline for files that are looked at: with printed quotation marks. Markdown, data and the cells of workbooks keep
 * the plain ones, since programs read them too.
 */
export function printedWords(outline: Outline): Outline {
  return rewriteWords(outline, (text, { before, isCode }) => (isCode === true ? text : typographic(text, before)))
}
