import { newId } from '../../shared/design/edit/new-id.ts'
import { shorten } from '../../shared/design/wording.ts'
import type { Answer, OpenedFile } from '../../shared/ipc.ts'
import { desktop } from '../desktop.ts'
import { flushAutosave } from '../store/autosave.ts'
import { designStore } from '../store/design-store.ts'
import { importDesign } from '../store/library.ts'
import { linkFile, openDesign } from '../store/open-designs.ts'
import { viewStore } from '../store/view-store.ts'
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
  const file = { handle, fileName, folder }
  const readOnlyText = readOnly ? { readOnlyText: text } : {}
  await flushAutosave()
  const { document, was } = await importDesign(workspaceId, design, {
    ...readOnlyText,
    ...(foreign === undefined ? { file: { ...file, lags: false } } : {}),
  })
  openDesign(document, { workspaceId, ...readOnlyText })
  // Save may write only the file that holds this very design: not the original of a copy, not another tool's file.
  if (was !== 'copied' && foreign === undefined) linkFile(document.id, file, designStore.getState().document)
  await desktop.rememberRecent({ workspaceId, handle })
  tellWhatHappened(fileName, document.name, was, read.value)
}

/** Says what the person should know about the file; nothing when it simply opened. */
function tellWhatHappened(fileName: string, name: string, was: string, content: FileContent): void {
  const { foreign, problems, readOnly } = content
  if (foreign !== undefined) {
    const guesses = foreign.readings.filter((reading) => reading.confidence === 'guess').length
    const sure = guesses === 0 ? 'none is a guess' : guesses === 1 ? 'one is a guess' : `${guesses} are guesses`
    const left = foreign.leftOut.length === 0 ? '' : ' Some of it has no place here.'
    const review = (): void => viewStore.getState().set({ importReview: { fileName, ...foreign } })
    showToast(`Read ${foreign.readings.length} elements from ${foreign.format}; ${sure}.${left}`, {
      action: { label: 'Show what was read', run: review },
    })
    return
  }
  if (was === 'copied')
    showToast(`"${shorten(name)}" is a copy: the library already holds another version of this design.`)
  // Why it cannot be edited comes before what else there is to say.
  const first = problems.find(({ path, code }) => readOnly && (path === 'version' || code === 'E24')) ?? problems[0]
  if (first === undefined) return
  const place = first.line === undefined ? fileName : `${fileName}, line ${first.line}`
  const showAll = (): void => viewStore.getState().set({ fileProblems: { fileName, problems } })
  showToast(`${place}: ${first.sentence} The file itself is as it was.`, {
    tone: problems.some(({ level }) => level === 'error') ? 'fail' : 'neutral',
    ...(problems.length === 1 ? {} : { action: { label: `Show all ${problems.length}`, run: showAll } }),
  })
}
