import type { Design } from '../../shared/design/design.ts'
import { parseDesign, withLines } from '../../shared/design/file.ts'
import type { Problem } from '../../shared/design/problem.ts'
import { shorten } from '../../shared/design/wording.ts'
import { vocabulary } from '../../shared/vocabulary.ts'

/**
 * Reads what was typed over the text of an open design. There is no design in it to take while it cannot be read, while
 * a part of it would be left out on reading (what was mistyped must not get lost), and when it is another design.
 */
export function readTyped(
  text: string,
  present: Design,
): { readonly design: Design | undefined; readonly problems: readonly Problem[] } {
  const parsed = parseDesign(text, { vocabulary })
  if (!parsed.ok) return { design: undefined, problems: parsed.problems }
  const { design } = parsed.value
  if (design.id !== present.id) {
    const sentence = `The id of this design is “${shorten(present.id)}”: the library keeps it under that name. Put it back, or open the text as a file.`
    const other: Problem = { code: 'file', level: 'error', sentence, path: 'id' }
    return { design: undefined, problems: withLines(text, [other, ...parsed.problems]) }
  }
  const leavesOut = parsed.problems.some(({ code, level }) => code === 'file' && level === 'error')
  return { design: leavesOut ? undefined : design, problems: parsed.problems }
}
