import { mkdir, readFile } from 'node:fs/promises'
import { writeAtomically } from './atomic-write.ts'
import type { Surroundings } from './cli/command-line.ts'

/** What a command line may touch when it runs inside this program: files, streams, the clock. */
export const processSurroundings = (): Surroundings => ({
  write: (text) => process.stdout.write(text),
  complain: (sentence) => process.stderr.write(`${sentence}\n`),
  readInput: async () => {
    const chunks: Uint8Array[] = []
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
    return Buffer.concat(chunks).toString('utf8')
  },
  readBytes: (path) => readFile(path),
  writeFile: writeAtomically,
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true })
  },
  writeBytes: (content) => process.stdout.write(content),
  today: new Date().toISOString().slice(0, 10),
  random: Math.random,
})
