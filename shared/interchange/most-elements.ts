import type { Problem, Result } from '../design/problem.ts'
import { grouped } from '../design/wording.ts'

/** Twice what a drawing of 5,000 components with an arrow each comes to: more than anybody models in one file. */
export const mostElements = 10_000

/**
 * Refuses a file that draws more than can be looked at; undefined where it does not. `path`: where in the file they are
 * listed.
 */
export function refuseTooMany(count: number, path: string): Result<never> | undefined {
  if (count <= mostElements) return undefined
  const sentence = `This file draws ${grouped(count)} elements; at most ${grouped(mostElements)} are read. Split the model in the tool that wrote it, and import the parts.`
  const problem: Problem = { code: 'limit', level: 'error', path, sentence }
  return { ok: false, problems: [problem] }
}
