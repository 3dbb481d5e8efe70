import type { Design, Id } from '../design/design.ts'
import type { Result } from '../design/problem.ts'

/** What an element of the foreign file was taken for, and how sure that is. */
export interface Reading {
  readonly id: Id
  readonly name: string
  readonly takenFor: string
  /** `certain`: the format says so; `likely`: recognised by its name or type; `guess`: nothing said what it is. */
  readonly confidence: 'certain' | 'likely' | 'guess'
}

/** A design read from a foreign file, with what was made of it. Nothing is dropped without a line here. */
export interface Imported {
  readonly design: Design
  readonly readings: readonly Reading[]
  /** Sentences about what has no place in a design and was left out or kept as an extension. */
  readonly leftOut: readonly string[]
}

/** A foreign format. One file each, one line in `index.ts`. */
export interface Format {
  readonly id: string
  readonly title: string
  /** File name endings, with the dot. */
  readonly extensions: readonly string[]
  /** Whether a parsed file looks like this format; asked in registry order. */
  recognises(content: unknown): boolean
  /** Reads the parsed file. Expected failures are problems, with the path in the foreign file. */
  read(content: unknown, designId: Id): Result<Imported>
}
