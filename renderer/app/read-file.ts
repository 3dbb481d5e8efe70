import type { ParsedDesign } from '../../shared/design/file.ts'
import type { Problem, Result } from '../../shared/design/problem.ts'
import type { Imported } from '../../shared/interchange/format.ts'
import { readDesignFile } from '../store/design-file.ts'

/** What was read of a file: a design of ours, which the file stays linked to, or one made from another tool's file. */
export interface FileContent extends ParsedDesign {
  readonly problems: readonly Problem[]
  /** Present for a foreign file: its format and what was made of it. */
  readonly foreign?: Pick<Imported, 'readings' | 'leftOut'> & { readonly format: string }
}

/** Reads a design, of Lintel or of a tool whose files Lintel understands. The other formats load only when needed. */
export async function readAnyFile(text: string, newDesignId: () => string): Promise<Result<FileContent>> {
  const { vocabulary } = await import('../../shared/vocabulary.ts')
  const own = readDesignFile(text, vocabulary)
  if (own.ok) return { ...own, value: { ...own.value, problems: own.problems } }
  const content = parseLoosely(text)
  if (content === undefined) return own
  const { recogniseFormat } = await import('../../shared/interchange/index.ts')
  const format = recogniseFormat(content)
  if (format === undefined) return own
  const read = format.read(content, newDesignId())
  if (!read.ok) return read
  const { design, readings, leftOut } = read.value
  const foreign = { format: format.title, readings, leftOut }
  return { ...read, value: { design, readOnly: false, problems: read.problems, foreign } }
}

function parseLoosely(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
