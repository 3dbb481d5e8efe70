import { dirname } from 'node:path'
import { textOfFile } from '../../shared/design/file-text.ts'
import type { Problem } from '../../shared/design/problem.ts'
import { writeRefusal } from '../file-problems.ts'

/** What a command may touch: given by the process, or by a test. */
export interface Surroundings {
  /** Text for standard output, as it stands. */
  write(text: string): void
  /** A sentence for standard error. */
  complain(sentence: string): void
  /** All of standard input. */
  readInput(): Promise<string>
  readBytes(path: string): Promise<Uint8Array>
  writeFile(path: string, content: string | Uint8Array): Promise<void>
  /** Makes a folder, and those around it; one that is there stays. */
  makeFolder(path: string): Promise<void>
  /** Bytes to standard output. */
  writeBytes(content: Uint8Array): void
  /** ISO date. */
  today: string
  random(): number
  /** Prints a page as PDF where a browser engine is at hand (the packaged app); absent under plain Node. */
  printPdf?(html: string): Promise<Uint8Array>
}

export interface Arguments {
  /** What stands without a flag, in order. */
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, string>>
  readonly json: boolean
}

/** A command of the command line: one file, one line in `index.ts`. */
export interface LineCommand {
  readonly name: string
  /** As shown in the help: "check FILE [--fail-on SEVERITY]". */
  readonly usage: string
  readonly summary: string
  /** Names of options that take a value. */
  readonly options: readonly string[]
  /** Returns the exit code: 0 done, 1 the answer is "no", 2 misuse or a file that cannot be read. */
  run(given: Arguments, surroundings: Surroundings): Promise<number>
}

/** The command was called in a way that cannot be meant; the sentence is all that the caller sees. */
export class Misuse extends Error {}

/** A file could not be used; each problem is a sentence with its place. */
export class Unusable extends Error {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super(problems.map(problemLine).join('\n'))
    this.problems = problems
  }
}

/** "line 12, components[3].kind: sentence" */
export function problemLine(problem: Problem): string {
  const place = [problem.line === undefined ? '' : `line ${problem.line}`, problem.path]
    .filter((part) => part !== '')
    .join(', ')
  return place === '' ? problem.sentence : `${place}: ${problem.sentence}`
}

export function printJson(surroundings: Surroundings, value: unknown): void {
  surroundings.write(`${JSON.stringify(value, null, 2)}\n`)
}

/** The one positional that a command needs, or a sentence that says which is missing. */
export function required(given: Arguments, index: number, what: string, usage: string): string {
  const value = given.positionals[index]
  if (value === undefined) throw new Misuse(`Name ${what}: lintel ${usage}`)
  return value
}

/** Reads a file; "-" is standard input. */
export async function readText(path: string, surroundings: Surroundings): Promise<string> {
  if (path === '-') return await surroundings.readInput()
  const read = textOfFile(await surroundings.readBytes(path), path, TextDecoder)
  if (!read.ok) throw new Misuse(read.sentence)
  return read.text
}

/** Writes to the file named by `-o`; "-" or nothing is standard output. Throws `Misuse` where the file cannot be written. */
export async function writeResult(
  path: string | undefined,
  content: string | Uint8Array,
  surroundings: Surroundings,
): Promise<void> {
  if (path !== undefined && path !== '-') {
    try {
      return await surroundings.writeFile(path, content)
    } catch (error) {
      throw new Misuse(writeRefusal(error, path, dirname(path)).problems.join(' '))
    }
  }
  if (typeof content === 'string') surroundings.write(content.endsWith('\n') ? content : `${content}\n`)
  else surroundings.writeBytes(content)
}

/** Columns padded to the same width, for people; the last column runs free. */
export function alignColumns(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)))
  return rows
    .map((row) =>
      row.map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0))).join('  '),
    )
    .map((line) => `${line.trimEnd()}\n`)
    .join('')
}
