import type { Answer, OpenedFile } from '../../shared/ipc.ts'
import { desktop } from '../desktop.ts'
import { readDesignFile } from '../store/design-file.ts'
import { importDesign } from '../store/library.ts'
import { openDesign } from '../store/open-designs.ts'
import { openLastWorkspace, workspaceStore } from '../store/workspace-store.ts'
import { showToast } from '../ui/index.ts'

/** Takes a file from a dialog, a drop or the command line into the library of the open workspace, and opens it. */
export async function openFile(answer: Answer<OpenedFile>): Promise<void> {
  if (!answer.ok) {
    if (answer.reason !== 'cancelled') showToast(answer.problems.join(' '), { tone: 'fail' })
    return
  }
  const { handle, fileName, folder, text } = answer
  const parsed = readDesignFile(text)
  if (!parsed.ok) {
    const [first] = parsed.problems
    showToast(`${fileName} cannot be opened. ${first?.sentence ?? 'It is not a design.'}`, { tone: 'fail' })
    return
  }
  const workspaceId = workspaceStore.getState().id ?? (await openLastWorkspace())
  const { document, was } = await importDesign(workspaceId, parsed.value.design)
  const { readOnly } = parsed.value
  openDesign(document, { workspaceId, readOnly, file: { handle, fileName, folder } })
  await desktop.rememberRecent({ workspaceId, handle })
  if (was === 'copied')
    showToast(`"${document.name}" is a copy: the library already holds another version of this design.`)
  else if (parsed.problems.length > 0) showToast(problemSummary(fileName, parsed.problems.length))
}

function problemSummary(fileName: string, count: number): string {
  return `${fileName} has ${count === 1 ? 'a problem' : `${count} problems`} that the text of the design explains.`
}
