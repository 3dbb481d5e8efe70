import type { DocumentContext } from '../document.ts'
import { closingFiles, openingRecord } from './index-page.ts'
import { type Leaving, type LeftFile, makeLeaveBehind, notWritten, type PlannedFile } from './leave-behind.ts'

/** A file that could not be written. */
export interface WriteProblem {
  /** What happened, and the remedy. */
  readonly sentence: string
  /** Every other file would fail alike: the disk is full, or the folder is gone or may not be written. */
  readonly concernsAll: boolean
}

/** Writes one file into the folder, whole or not at all; answers why it could not. */
export type WriteFile = (name: string, content: string | Uint8Array) => Promise<WriteProblem | undefined>

export interface WritingFolder extends Leaving {
  /**
   * The folder can be read again: then it is marked as this design's before anything is written, so that after a stop
   * it can be gone on with.
   */
  readonly isRead: boolean
  /** Told of every file as it is written, or is not; what it answers is waited for. */
  readonly onFile?: (file: LeftFile) => void | Promise<void>
  /** Asked after every file. */
  readonly isStopped?: () => boolean
}

export interface WrittenFolder {
  /** One for each planned file. */
  readonly files: readonly LeftFile[]
  /** Why nothing more was written. */
  readonly problem?: string
}

/**
 * Makes and writes the planned files one by one, and the two that close the folder. A file that fails alone does not
 * stop the others; what concerns all stops at once, with one sentence.
 */
export async function writeFolder(
  context: DocumentContext,
  plan: readonly PlannedFile[],
  write: WriteFile,
  writing: WritingFolder,
): Promise<WrittenFolder> {
  const { before, isRead, onFile, isStopped } = writing
  const files: LeftFile[] = []
  const marked = isRead ? await write(...openingRecord(context)) : undefined
  let problem = marked?.sentence
  if (problem === undefined) {
    for await (const { content, ...file } of makeLeaveBehind(context, plan, writing)) {
      const failure = content === undefined ? undefined : await write(file.name, content)
      const left = failure === undefined ? file : notWritten(file, failure.sentence)
      files.push(left)
      await onFile?.(left)
      if (failure?.concernsAll === true) problem = failure.sentence
      if (problem !== undefined || isStopped?.() === true) break
    }
  }
  const rest = plan.slice(files.length).map(({ name, title, summary }): LeftFile => ({
    name,
    title,
    summary,
    state: 'left out',
  }))
  const all = [...files, ...rest]
  // Where nothing could be written at all, what the folder says of itself is still true.
  if (marked !== undefined) return { files: all, ...(problem === undefined ? {} : { problem }) }
  for (const { name, content } of closingFiles(context, all, before)) {
    const failure = await write(name, content)
    if (failure !== undefined) problem ??= failure.sentence
  }
  return { files: all, ...(problem === undefined ? {} : { problem }) }
}
