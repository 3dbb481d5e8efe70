import { mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { ZodType } from 'zod'
import { writeAtomically } from './atomic-write.ts'

export interface StoredState<State> {
  get: () => State
  /** Changes the state at once and writes it soon after; writes follow one another. */
  set: (state: State) => Promise<void>
  /** Resolves when everything set is on the disk. */
  settled: () => Promise<void>
}

/**
 * A small piece of state in a JSON file of the user data folder.
 * A file that is missing, broken or from another version counts as `initial`: nothing kept here is worth refusing to start.
 */
export function openStoredState<State>(path: string, schema: ZodType<State>, initial: State): StoredState<State> {
  let state = readState(path, schema) ?? initial
  let writing: Promise<void> = Promise.resolve()
  return {
    get: () => state,
    set: (next) => {
      state = next
      writing = writing.then(async () => {
        try {
          await writeAtomically(path, JSON.stringify(state, undefined, 2), 0o600)
        } catch {
          // A full disk must not stop the work; the state is kept in memory and tried again with the next change.
        }
      })
      return writing
    },
    settled: () => writing,
  }
}

function readState<State>(path: string, schema: ZodType<State>): State | undefined {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    return schema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data
  } catch {
    return undefined
  }
}
