import { newId } from '../../shared/design/edit/new-id.ts'
import type { Answer, OpenedFile } from '../../shared/ipc.ts'
import { desktop } from '../desktop.ts'
import { importDesign } from '../store/library.ts'
import { openDesign } from '../store/open-designs.ts'
import { openLastWorkspace, workspaceStore } from '../store/workspace-store.ts'
import { showToast } from '../ui/index.ts'
import { readAnyFile, type FileContent } from './read-file.ts'

/** Takes a file from a dialog, a drop or the command line into the library of the open workspace, and opens it. */
export async function openFile(answer: Answer<OpenedFile>): Promise<void> {
  if (!answer.ok) {
    if (answer.reason !== 'cancelled') showToast(answer.problems.join(' '), { tone: 'fail' })
    return
  }
  const { handle, fileName, folder, text } = answer
  const read = await readAnyFile(text, () => newId('design', new Set(), Math.random))
  if (!read.ok) {
    const [first] = read.problems
    showToast(`${fileName} cannot be opened. ${first?.sentence ?? 'It is not a design.'}`, { tone: 'fail' })
    return
  }
  const workspaceId = workspaceStore.getState().id ?? (await openLastWorkspace())
  const { design, readOnly, foreign } = read.value
  const { document, was } = await importDesign(workspaceId, design)
  // Save may write only the file that holds this very design: not the original of a copy, not another tool's file.
  const linked = was !== 'copied' && foreign === undefined
  openDesign(document, { workspaceId, readOnly, ...(linked ? { file: { handle, fileName, folder } } : {}) })
  await desktop.rememberRecent({ workspaceId, handle })
  const sentence = whatHappened(fileName, document.name, was, read.value)
  if (sentence !== undefined) showToast(sentence)
}

/** What the person should know about the file; undefined when it simply opened. */
function whatHappened(
  fileName: string,
  name: string,
  was: 'new' | 'same' | 'copied',
  { foreign, problems }: FileContent,
): string | undefined {
  if (foreign !== undefined) {
    const guesses = foreign.readings.filter((reading) => reading.confidence === 'guess').length
    const read = `Read ${foreign.readings.length} elements from ${foreign.format}; ${guesses === 0 ? 'none is a guess' : `${guesses} are guesses`}.`
    return [read, ...foreign.leftOut].join(' ')
  }
  if (was === 'copied') return `"${name}" is a copy: the library already holds another version of this design.`
  if (problems.length === 0) return undefined
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`
  return `${fileName} has ${count} that the text of the design explains.`
}
