import type { ParsedDesign } from '../../shared/design/file.ts'
import type { Problem, Result } from '../../shared/design/problem.ts'
import type { ImportedFile } from '../../shared/interchange/index.ts'
import { readDesignFile } from '../store/design-file.ts'

/** What was read of a file: a design of ours, which the file stays linked to, or one made from another tool's file. */
export interface FileContent extends ParsedDesign {
  readonly problems: readonly Problem[]
  /** Present for a foreign file: its format and what was made of it. */
  readonly foreign?: Pick<ImportedFile, 'readings' | 'leftOut' | 'summary'> & { readonly format: string }
}

/** Reads a design, of Lintel or of a tool whose files Lintel understands. The other formats load only when needed. */
export async function readAnyFile(
  text: string,
  newDesignId: () => string,
  fileName: string,
): Promise<Result<FileContent>> {
  const { vocabulary } = await import('../../shared/vocabulary.ts')
  const own = readDesignFile(text, vocabulary)
  if (own.ok) return { ...own, value: { ...own.value, problems: own.problems } }
  const { decodeText, mayBeDesign } = await import('../../shared/interchange/decode-text.ts')
  const { importDecoded, recogniseFormat } = await import('../../shared/interchange/index.ts')
  const content = decodeText(text)
  const isLimit = !content.ok && content.problems.some(({ code }) => code === 'limit')
  const isForeign = content.ok && recogniseFormat(content.value) !== undefined
  // JSON that no format knows may be a design of ours that somebody broke: the sentence about those says most.
  if (mayBeDesign(text) && !isForeign && !isLimit) return own
  return foreignContent(importDecoded(content, newDesignId(), fileName))
}

/** Reads what another tool wrote, as it stands on the clipboard; undefined when no format knows it. */
export async function readForeignText(
  text: string,
  newDesignId: () => string,
): Promise<Result<FileContent> | undefined> {
  const { decodeText } = await import('../../shared/interchange/decode-text.ts')
  const { importDecoded, recogniseFormat } = await import('../../shared/interchange/index.ts')
  const content = decodeText(text)
  if (!content.ok || recogniseFormat(content.value) === undefined) return undefined
  return foreignContent(importDecoded(content, newDesignId()))
}

function foreignContent(read: Result<ImportedFile>): Result<FileContent> {
  if (!read.ok) return read
  const { design, readings, leftOut, format, summary } = read.value
  const foreign = { format: format.title, readings, leftOut, summary }
  return { ...read, value: { design, readOnly: false, problems: read.problems, foreign } }
}
