import type { Refusal, RefusalReason } from '../shared/ipc.ts'

const sentences: Record<string, (name: string) => string> = {
  ENOENT: (name) => `${name} is not there any more. It may have been moved, renamed or deleted.`,
  EACCES: (name) =>
    `This account may not read or write ${name}. Choose another folder, or ask for the rights to this one.`,
  EPERM: (name) =>
    `The system refuses access to ${name}. Another program may hold it open: close that, then try again.`,
  EROFS: (name) => `${name} lies on a disk that cannot be written. Choose another folder.`,
  ENOSPC: (name) =>
    `The disk is full, so ${name} was not written. Free some space or choose another disk, then try again.`,
  EDQUOT: (name) =>
    `The disk quota is used up, so ${name} was not written. Free some space or choose another disk, then try again.`,
  EEXIST: (name) => `${name} is a file, not a folder. Choose another name.`,
  ENOTDIR: (name) => `The way to ${name} leads through a file, not a folder. Choose another folder.`,
  EISDIR: (name) => `${name} is a folder, not a file. Choose another name.`,
  ENAMETOOLONG: (name) => `The name ${name} is too long for this disk. Choose a shorter one.`,
  EBUSY: (name) => `${name} is in use by another program. Close it there, then try again.`,
  EIO: (name) => `The disk failed while ${name} was read or written. Save a copy somewhere else.`,
}

export const refuse = (reason: RefusalReason, ...problems: string[]): Refusal => ({ ok: false, reason, problems })
export const cancelled = (): Refusal => refuse('cancelled')

/** Turns an error of the file system into an answer a person can act on. Other errors are bugs and are thrown on. */
export function fileRefusal(error: unknown, fileName: string): Refusal {
  const code = errorCode(error)
  if (code === undefined) throw error
  const sentence = sentences[code]?.(fileName) ?? `${fileName} could not be read or written (${code}).`
  return refuse(code === 'ENOENT' ? 'missing' : code === 'EISDIR' ? 'no-file' : 'failed', sentence)
}

/** What keeps every file from being written, not the one alone. */
const noPlace: readonly string[] = ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES']

/** What is wrong with the folder, where a file in it could not be written because of it. */
const folderSentences: Record<string, (folder: string) => string> = {
  ENOENT: (folder) => `the folder ${folder} is not there. Make it, or choose another one.`,
  EACCES: (folder) =>
    `this account may not write into the folder ${folder}. Choose another one, or ask for the rights to it.`,
  EROFS: (folder) => `the folder ${folder} lies on a disk that cannot be written. Choose another folder.`,
}

/**
 * The same for a file that was to be written into a folder, which is named where it is the cause. A file is written
 * beside its place first, so that what the system forbids is forbidden in the folder.
 */
export function writeRefusal(error: unknown, fileName: string, folder: string): Refusal {
  const code = errorCode(error)
  if (code === undefined) throw error
  const cause = folderSentences[code]?.(folder)
  const { problems } = fileRefusal(error, fileName)
  const reason = code === 'ENOENT' ? 'missing' : noPlace.includes(code) ? 'no-place' : 'failed'
  return refuse(reason, ...(cause === undefined ? problems : [`${fileName} was not written: ${cause}`]))
}

/** The code of a file system error, such as `ENOENT`; nothing for any other error. */
function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : undefined
}
