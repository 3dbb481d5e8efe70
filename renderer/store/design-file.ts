import type { Design } from '../../shared/design/design.ts'
import type { Result } from '../../shared/design/problem.ts'

export function parseDesign(text: string): Result<Design> {
  return { ok: true, value: JSON.parse(text) as Design, problems: [] }
}
export function printDesign(design: Design): string {
  return `${JSON.stringify(design, undefined, 2)}\n`
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
