import { readFileSync } from 'node:fs'
import type { Surroundings } from '../command-line.ts'
import { runCommandLine } from '../run.ts'

/** A design that many command lines are tried on. */
export const template = 'resources/templates/analyst-research-rag.lintel.json'

export interface Outcome {
  readonly code: number
  readonly output: string
  readonly complaints: string
  readonly files: ReadonlyMap<string, string | Uint8Array>
}

/** Runs a command line against the real files of the project, with memory for what it writes; `disk` may refuse a path. */
export async function run(
  words: readonly string[],
  input = '',
  held?: Outcome['files'],
  disk: (path: string) => string | undefined = () => undefined,
): Promise<Outcome> {
  const files = new Map<string, string | Uint8Array>(held)
  let output = ''
  let complaints = ''
  const surroundings: Surroundings = {
    write: (text) => (output += text),
    complain: (sentence) => (complaints += `${sentence}\n`),
    readInput: () => Promise.resolve(input),
    readBytes: async (path) => {
      const written = files.get(path)
      if (written !== undefined) return typeof written === 'string' ? new TextEncoder().encode(written) : written
      return await Promise.resolve(readFileSync(path))
    },
    writeFile: (path, content) => {
      const code = disk(path)
      if (code !== undefined) return Promise.reject(Object.assign(new Error(code), { code }))
      return Promise.resolve(void files.set(path, content))
    },
    makeFolder: () => Promise.resolve(),
    writeBytes: (content) => (output += `<${content.length} bytes>`),
    today: '2026-11-21',
    random: () => 0.5,
  }
  return { code: await runCommandLine(words, surroundings), output, complaints, files }
}
