/**
 * One step from a version of the document to the next. It works on plain JSON, as a design of that version has no type
 * any more, and must keep keys that it does not know.
 */
export interface Migration {
  /** The version that it reads; what it answers is one version newer. */
  readonly from: number
  /** One sentence for the person: what changes in the file. */
  readonly summary: string
  readonly migrate: (document: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>
}

/**
 * Appended to, never edited: the version rises only when the meaning of an existing field changes. Version 1 is the
 * first, so there is none yet.
 */
export const migrations: readonly Migration[] = []

/**
 * Brings a document up to a version, step by step.
 *
 * @returns the document as it should be read now, and the version it came from when a step was taken. A document of
 *   that version or newer is answered as it is.
 */
export function migrateDocument(
  document: Readonly<Record<string, unknown>>,
  version: number,
  target: number,
  steps: readonly Migration[] = migrations,
): { readonly document: Readonly<Record<string, unknown>>; readonly migratedFrom?: number } {
  if (version >= target) return { document }
  let next = document
  for (let at = version; at < target; at += 1) {
    const step = steps.find((candidate) => candidate.from === at)
    // A gap in the list is a programming error, not a file's fault.
    if (!step) throw new Error(`No migration leads from version ${at} to version ${at + 1}.`)
    next = { ...step.migrate(next), version: at + 1 }
  }
  return { document: next, migratedFrom: version }
}
