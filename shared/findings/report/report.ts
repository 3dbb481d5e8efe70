import type { Design } from '../../design/design.ts'
import { linesOf, readJson } from '../../design/json-text.ts'
import { printPath } from '../../design/json-path.ts'
import { isPlainObject } from '../../design/same-json.ts'
import type { Finding, QuestionGroup, Reference, Severity } from '../finding.ts'
import { rankOf } from '../rate.ts'
import type { Rule } from '../rule.ts'
import { capital } from '../../design/wording.ts'

/** What a check of one design file found, for the writers of this room. */
export interface Report {
  /** As the caller named it; "-" for standard input. */
  readonly file: string
  /** The text of the file, for lines. */
  readonly text: string
  readonly design: Design
  readonly findings: readonly Finding[]
  readonly questions: readonly QuestionGroup[]
  /** The rules that looked. */
  readonly rules: readonly Rule[]
  /** Those that were switched off did not. */
  readonly off: readonly { readonly id: string; readonly title: string; readonly reason?: string }[]
  /** Open findings of this severity or worse count as failed; absent: none fails the check. */
  readonly failOn?: Severity
  /** The version of the program, where the writer knows it. */
  readonly version?: string
  /** The entry of a catalogue that a reference is; undefined for words of a house. Absent: references are not written. */
  readonly entryOf?: (reference: Reference) => CatalogueEntry | undefined
}

/** What a rule refers to, as other tools read it. */
export interface CatalogueEntry {
  /** "cwe": the same for every edition. */
  readonly framework: string
  /** Title of the catalogue. */
  readonly catalogue: string
  readonly edition: string
  readonly id: string
  /** As the edition prints it; empty where it prints none. */
  readonly title: string
  /** As people read it: with the id, and with what later editions call it. */
  readonly words: string
}

/** Open findings at or above the limit: what makes a check fail. */
export function failuresOf({ findings, failOn }: Pick<Report, 'findings' | 'failOn'>): readonly Finding[] {
  if (failOn === undefined) return []
  return findings.filter(({ status, severity }) => status === 'open' && rankOf(severity) <= rankOf(failOn))
}

export interface Place {
  /** JSON path in the file: 'components[3]'. */
  readonly path: string
  /** 1-based. */
  readonly line: number
}

/** Where elements stand in the text of a design, its variants included; one that is not there has the first line. */
export function placesIn(text: string, ids: readonly string[]): ReadonlyMap<string, Place> {
  const read = readJson(text)
  const paths = new Map<string, string>()
  if (read.ok && isPlainObject(read.value)) collectPaths(read.value, new Set(ids), paths)
  const lines = linesOf(text, [...paths.values()])
  return new Map(
    ids.map((id) => {
      const path = paths.get(id) ?? ''
      return [id, { path, line: path === '' ? 1 : (lines.get(path) ?? 1) }]
    }),
  )
}

function collectPaths(
  document: Readonly<Record<string, unknown>>,
  wanted: ReadonlySet<string>,
  paths: Map<string, string>,
): void {
  const note = (id: unknown, path: readonly (string | number)[]): void => {
    if (typeof id === 'string' && wanted.has(id) && !paths.has(id)) paths.set(id, printPath(path))
  }
  for (const [collection, elements] of Object.entries(document)) {
    if (!Array.isArray(elements)) continue
    elements.forEach((element: unknown, index) => {
      if (isPlainObject(element)) note(element['id'], [collection, index])
    })
  }
  const { variants } = document
  if (!Array.isArray(variants)) return
  variants.forEach((variant: unknown, index) => {
    const changes = isPlainObject(variant) ? variant['changes'] : undefined
    for (const [collection, byId] of Object.entries(isPlainObject(changes) ? changes : {}))
      for (const id of Object.keys(isPlainObject(byId) ? byId : {}))
        note(id, ['variants', index, 'changes', collection, id])
  })
}

/** Why a finding is not open: what somebody decided, or the control that closes it. */
export function reasonOf(finding: Finding, design: Design): string {
  const treatment = (design.treatments ?? []).find(({ id }) => id === finding.treatedBy)
  if (treatment === undefined) return `${capital(finding.status)} by what is drawn or recorded.`
  const by = treatment.approver === undefined ? '' : ` by ${treatment.approver}`
  const until = treatment.until === undefined ? '' : ` until ${treatment.until}`
  return `${capital(finding.status)}${by}${until}: ${treatment.reason}`
}
