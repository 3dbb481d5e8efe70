import type { AnyCollection } from '../design/collections.ts'
import type { Design, Id } from '../design/design.ts'
import type { Result } from '../design/problem.ts'
import type { OutgoingThreat, Standing } from './outgoing-threats.ts'

/** What an element of the foreign file was taken for, how sure that is, and which words of the file said so. */
export interface Reading {
  readonly id: Id
  readonly name: string
  /** Where it stands in the design. */
  readonly collection: AnyCollection
  /** The kind of a component; of anything else, a word for people. */
  readonly takenFor: string
  /** `certain`: the format says so; `likely`: recognised by its name or type; `guess`: nothing said what it is. */
  readonly confidence: 'certain' | 'likely' | 'guess'
  /** One sentence. */
  readonly why: string
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
  /**
   * The design as plain JSON of this format, with all that the format has no place for carried along, so that `read`
   * gives the same design again. `threats`: what the rules found, which is not part of a design; `standings`: how the
   * threats stand that people wrote down.
   */
  readonly write?: (design: Design, threats: readonly OutgoingThreat[], standings?: readonly Standing[]) => object
}
