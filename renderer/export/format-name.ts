import type { DocumentFormat } from '../../shared/documents/document.ts'
import { findFormat } from '../../shared/documents/writers/index.ts'

/** A format in one word; where several are "Data", the name of the format itself. */
export function formatName(id: DocumentFormat): string {
  const { title } = findFormat(id)
  return /\((.*)\)/.exec(title)?.[1] ?? title
}
