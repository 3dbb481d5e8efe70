import type { Design } from '../../shared/design/design.ts'
import { blankDesign } from '../../shared/design/edit/blank.ts'
import { newId } from '../../shared/design/edit/new-id.ts'
import { typographic } from '../../shared/design/typographic.ts'
import { shorten } from '../../shared/design/wording.ts'
import type { Answer, FileName, OpenedFile, Refusal } from '../../shared/ipc.ts'
import { desktop } from '../desktop.ts'
import { flushAutosave } from '../store/autosave.ts'
import { designStore, editDocument } from '../store/design-store.ts'
import { importDesign } from '../store/library.ts'
import { linkFile, openDesign } from '../store/open-designs.ts'
import { viewStore } from '../store/view-store.ts'
import { readFileText } from '../read-file-text.ts'
import { openedWorkspace } from '../store/workspace-store.ts'
import { showToast } from '../ui/index.ts'
import { readAnyFile, type FileContent } from './read-file.ts'

/** Takes a file from a dialog, a drop or the command line into the library of the open workspace, and opens it. */
export async function openFile(answer: Answer<OpenedFile>): Promise<void> {
  if (!answer.ok) {
    if (answer.reason !== 'cancelled') showToast(answer.problems.join(' '), { tone: 'fail' })
    return
  }
  const { handle, fileName, folder, text } = answer
  await openText(text, fileName, { handle, fileName, folder })
}

/**
 * Takes what has no path, such as a file dragged out of an archive or a mail: its content becomes a design of the
 * library, linked to no file. What gives no content is refused as the main process refused it.
 */
export async function openUnsaved(dropped: File, refusal: Refusal): Promise<void> {
  const read = dropped.size === 0 ? refusal : await readFileText(dropped).catch(() => refusal)
  if (read.ok) await openText(read.text, read.fileName, undefined)
  else showToast(read.problems.join(' '), { tone: 'fail' })
}

/** Opens a text that came as a file of this name; Save writes the file that is given, if one is. */
async function openText(text: string, fileName: string, file: FileName | undefined): Promise<void> {
  const read = await readAnyFile(text, () => newId('design', new Set(), Math.random), fileName)
  if (!read.ok) {
    const [first] = read.problems
    showToast(`${fileName} cannot be opened. ${typographic(first?.sentence ?? 'It is not a design.')}`, {
      tone: 'fail',
    })
    return
  }
  const workspaceId = await openedWorkspace()
  const { design, readOnly, foreign } = read.value
  if (foreign !== undefined) {
    const land = (corrected: Design): Promise<void> => landImport(corrected, workspaceId, fileName)
    viewStore
      .getState()
      .set({ importReview: { from: fileName, isFile: true, isAdded: false, design, ...foreign, land } })
    return
  }
  const readOnlyText = readOnly ? { readOnlyText: text } : {}
  await flushAutosave()
  const { document, was } = await importDesign(workspaceId, design, {
    ...readOnlyText,
    ...(file === undefined ? {} : { file: { ...file, lags: false } }),
  })
  openDesign(document, { workspaceId, ...readOnlyText })
  // Save may write only the file that holds this very design, not the original of a copy.
  if (file !== undefined) {
    if (was !== 'copied') linkFile(document.id, file, designStore.getState().document)
    await desktop.rememberRecent({ workspaceId, handle: file.handle })
  }
  tellWhatHappened(fileName, document.name, was, read.value)
}

/**
 * Brings what was read of another tool's file into the library and onto the canvas, as one step that can be taken back:
 * what is left then is a blank design of that name. The file stays what it is: saving writes a file of its own.
 */
export async function landImport(design: Design, workspaceId: string, fileName: string): Promise<void> {
  await flushAutosave()
  const { document, was } = await importDesign(workspaceId, design)
  if (was === 'new') {
    openDesign(blankDesign(document.id, document.name), { workspaceId })
    editDocument(`Import ${shorten(fileName, 60)}`, () => document)
  } else openDesign(document, { workspaceId })
  if (was === 'copied') tellCopy(document.name)
}

function tellCopy(name: string): void {
  showToast(`“${shorten(name)}” is a copy: the library already holds another version of this design.`)
}

/** Says what the person should know about the file; nothing when it simply opened. */
function tellWhatHappened(fileName: string, name: string, was: string, content: FileContent): void {
  const { problems, readOnly } = content
  if (was === 'copied') tellCopy(name)
  // Why it cannot be edited comes before what else there is to say.
  const first = problems.find(({ path, code }) => readOnly && (path === 'version' || code === 'E24')) ?? problems[0]
  if (first === undefined) return
  const place = first.line === undefined ? fileName : `${fileName}, line ${first.line}`
  const showAll = (): void => viewStore.getState().set({ fileProblems: { fileName, problems } })
  showToast(`${place}: ${typographic(first.sentence)} The file itself is as it was.`, {
    tone: problems.some(({ level }) => level === 'error') ? 'fail' : 'neutral',
    ...(problems.length === 1 ? {} : { action: { label: `Show all ${problems.length}`, run: showAll } }),
  })
}
