import type { Answer, OpenedFile } from '../shared/ipc.ts'

export interface OpenedFiles {
  /** A path from the command line, a file association or a second start. */
  add: (path: string) => void
  /** The page listens: hands over what waited, and from now on everything at once. */
  pageListens: () => void
  /** The page is gone: what comes from now on waits for the next one. */
  pageGone: () => void
}

/** Keeps files that arrive before there is a page to show them. */
export function createOpenedFiles(
  read: (path: string) => Promise<Answer<OpenedFile>>,
  tell: (opened: Answer<OpenedFile>) => void,
): OpenedFiles {
  const waiting: string[] = []
  let listening = false
  const hand = async (path: string) => tell(await read(path))
  return {
    add: (path) => {
      if (listening) void hand(path)
      else waiting.push(path)
    },
    pageListens: () => {
      listening = true
      for (const path of waiting.splice(0)) void hand(path)
    },
    pageGone: () => {
      listening = false
    },
  }
}
