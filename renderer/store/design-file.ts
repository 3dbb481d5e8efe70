import type { Design } from '../../shared/design/design.ts'
import type { ParsedDesign } from '../../shared/design/file.ts'
import { parseDesign as parseFile } from '../../shared/design/file.ts'
import type { Result } from '../../shared/design/problem.ts'

export { printDesign } from '../../shared/design/file.ts'

/** Reads the text of a file: the design, and whether it may only be looked at. */
export function readDesignFile(text: string): Result<ParsedDesign> {
  // What kinds, metrics and rules say about it comes with the analysis; loading them here would delay the start.
  return parseFile(text)
}

/** Reads the text of a design, for where only the design matters. */
export function parseDesign(text: string): Result<Design> {
  const read = readDesignFile(text)
  return read.ok ? { ...read, value: read.value.design } : read
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
