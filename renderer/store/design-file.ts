import type { ParsedDesign } from '../../shared/design/file.ts'
import { parseDesign as parseFile } from '../../shared/design/file.ts'
import type { Result } from '../../shared/design/problem.ts'
import type { Vocabulary } from '../../shared/design/vocabulary.ts'

export { printDesign } from '../../shared/design/file.ts'

/**
 * Reads the text of a file: the design, and whether it may only be looked at. With a vocabulary it also says what kinds,
 * metrics and rules have against it; it is passed in, as loading it here would delay the start.
 */
export function readDesignFile(text: string, vocabulary?: Vocabulary): Result<ParsedDesign> {
  return parseFile(text, vocabulary === undefined ? {} : { vocabulary })
}

/** A file name that every system takes: the design's name in lower case, with hyphens. */
export function suggestFileName(name: string, extension: string): string {
  const stem = name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80)
  return `${stem === '' ? 'design' : stem}.${extension}`
}
