import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import { type PlannedFile, planLeaveBehind } from '../../shared/documents/leave-behind/leave-behind.ts'
import {
  indexName,
  type Manifest,
  manifestName,
  readManifest,
  stillThere,
} from '../../shared/documents/leave-behind/manifest.ts'
import { type WriteProblem, writeFolder } from '../../shared/documents/leave-behind/write-folder.ts'
import type { DocumentContext } from '../../shared/documents/document.ts'
import { contextNow } from '../export/context-now.ts'
import { print } from '../export/save-file.ts'
import { desktop, isDesktop } from '../desktop.ts'
import { flushAutosave } from '../store/autosave.ts'
import { brandStore } from '../store/brand-store.ts'
import { viewStore } from '../store/view-store.ts'
import { showToast } from '../ui/index.ts'
import { type LeaveBehind, sayLeaving } from './say-leaving.ts'

const nothing: LeaveBehind = { phase: 'ready', planned: [], made: [] }

const store = createStore<LeaveBehind>(() => nothing)

export function useLeaveBehind(): LeaveBehind {
  return useStore(store)
}

/** How far it is now. */
export function leaving(): LeaveBehind {
  return store.getState()
}

/** What would be written, for the list before the start; nothing new while it is being written. */
export function planNow(): void {
  if (store.getState().phase === 'writing') return
  store.setState({ ...nothing, planned: planLeaveBehind(contextNow(), isDesktop) }, true)
}

/** Ends after the file that is being made; what is written stays, and the record says so. */
export function stopLeaving(): void {
  if (store.getState().phase === 'writing') store.setState({ phase: 'stopped' })
}

/** Asks for a folder and writes everything into it that has changed since it was last written there. */
export async function leaveEverything(): Promise<void> {
  await flushAutosave()
  const chosen = await desktop.chooseFolder('Folder for the documents')
  if (!chosen.ok) {
    if (chosen.reason !== 'cancelled') store.setState({ problem: chosen.problems.join(' ') })
    return
  }
  const context = contextNow()
  const planned = planLeaveBehind(context, isDesktop)
  const standing = async (name: string): Promise<Standing> => {
    const read = await desktop.readInFolder({ folder: chosen.handle, name })
    if (read.ok) return 'file'
    return read.reason === 'missing' ? 'nothing' : read.reason === 'no-file' ? 'folder' : 'file'
  }
  const before = isDesktop ? await lastTime(chosen.handle, context, standing) : undefined
  const foreign = isDesktop && before === undefined ? await firstThere(planned, standing) : undefined
  if (foreign !== undefined) {
    const problem = `The folder “${chosen.fileName}” already holds ${foreign}, and not as left by this design. Choose another folder, so that nothing there is lost.`
    store.setState({ ...nothing, planned, problem }, true)
    return
  }
  store.setState({ ...nothing, phase: 'writing', planned, folder: chosen.fileName }, true)
  await write(context, planned, chosen.handle, before)
}

async function write(
  context: DocumentContext,
  planned: readonly PlannedFile[],
  folder: string,
  before: Manifest | undefined,
): Promise<void> {
  const save = async (name: string, content: string | Uint8Array): Promise<WriteProblem | undefined> => {
    const saved = await desktop.writeInFolder({ folder, name, content })
    if (saved.ok && name === indexName) store.setState({ index: saved.handle })
    if (saved.ok) return undefined
    const concernsAll = saved.reason === 'missing' || saved.reason === 'no-place'
    return { sentence: saved.problems.join(' '), concernsAll }
  }
  const { choices } = brandStore.getState()
  try {
    const { files, problem } = await writeFolder(context, planned, save, {
      ...(before === undefined ? {} : { before }),
      print,
      choices,
      isRead: isDesktop,
      onFile: async (file) => {
        store.setState(({ made }) => ({ made: [...made, file] }))
        // The page draws the progress before the next one.
        await new Promise((resolve) => setTimeout(resolve, 0))
      },
      isStopped: () => store.getState().phase === 'stopped',
    })
    const isWhole = problem === undefined && store.getState().phase === 'writing'
    store.setState({
      phase: isWhole ? 'done' : 'stopped',
      made: files,
      ...(problem === undefined ? {} : { problem }),
    })
  } catch (error) {
    store.setState({ phase: 'stopped', problem: error instanceof Error ? error.message : String(error) })
  }
  tellElsewhere(store.getState())
}

/** Whoever has closed the list and worked on hears that it is done. */
function tellElsewhere(state: LeaveBehind): void {
  if (viewStore.getState().leaveBehindOpen) return
  const { problem, index } = state
  const words = problem === undefined ? sayLeaving(state) : `${sayLeaving(state)} ${problem}`
  if (state.phase === 'stopped' || index === undefined) showToast(words, { tone: 'fail' })
  else showToast(words, { action: { label: 'Show in folder', run: () => void desktop.revealFile(index) } })
}

/** What there is under a name: a file may be no text, a folder is no file. */
type Standing = 'file' | 'folder' | 'nothing'
type StandingUnder = (name: string) => Promise<Standing>

async function lastTime(
  folder: string,
  context: DocumentContext,
  standing: StandingUnder,
): Promise<Manifest | undefined> {
  const read = await desktop.readInFolder({ folder, name: manifestName })
  if (!read.ok) return undefined
  return await stillThere(readManifest(read.text, context.design.id), async (name) => (await standing(name)) === 'file')
}

async function firstThere(planned: readonly PlannedFile[], standing: StandingUnder): Promise<string | undefined> {
  for (const { name } of planned) if ((await standing(name)) !== 'nothing') return name
  return undefined
}
