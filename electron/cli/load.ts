import { analyse } from '../../shared/analyse.ts'
import type { Analysis } from '../../shared/analysis.ts'
import type { Design } from '../../shared/design/design.ts'
import { parseDesign } from '../../shared/design/file.ts'
import type { Problem } from '../../shared/design/problem.ts'
import { vocabulary } from '../../shared/vocabulary.ts'
import { readText, Unusable } from './command-line.ts'
import type { Surroundings } from './command-line.ts'
import { priceBook } from './resources.ts'

export interface Loaded {
  readonly design: Design
  readonly problems: readonly Problem[]
}

/** Parses the text of a Lintel file; `hint` is added to the sentence when it is none. */
export function readDesignFile(text: string, hint?: string): Loaded {
  const parsed = parseDesign(text, { vocabulary })
  if (!parsed.ok) {
    throw new Unusable(
      hint === undefined
        ? parsed.problems
        : parsed.problems.map((problem) => ({ ...problem, sentence: `${problem.sentence} ${hint}` })),
    )
  }
  return { design: parsed.value.design, problems: parsed.problems }
}

export async function loadDesign(path: string, surroundings: Surroundings): Promise<Loaded> {
  return readDesignFile(await readText(path, surroundings))
}

export async function analyseFile(
  path: string,
  surroundings: Surroundings,
): Promise<{ readonly design: Design; readonly analysis: Analysis }> {
  const { design } = await loadDesign(path, surroundings)
  return { design, analysis: analyse(design, { prices: priceBook, today: surroundings.today }) }
}
