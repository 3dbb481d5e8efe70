/** One thing wrong with a file or a design, said so that a person can act on it. */
export interface Problem {
  /** The invariant, such as 'E2'; file problems use 'file'. */
  readonly code: string
  readonly level: 'error' | 'warning'
  /** A full sentence that names the place and, where there is one, the remedy. */
  readonly sentence: string
  /** JSON path in the file, such as 'components[3].plans[0].steps[1].call'. */
  readonly path: string
  /** Line in the text, 1-based, when the design came from text. */
  readonly line?: number
  /** The element concerned. */
  readonly element?: string
}

/** An expected failure is a value, with sentences a person can act on. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }
