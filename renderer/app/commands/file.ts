import { blankDesign } from '../../../shared/design/edit/index.ts'
import type { Design } from '../../../shared/design/design.ts'
import type { FileName } from '../../../shared/ipc.ts'
import { desktop } from '../../desktop.ts'
import { flushAutosave } from '../../store/autosave.ts'
import { printDesign, readDesignFile, suggestFileName } from '../../store/design-file.ts'
import { designStore } from '../../store/design-store.ts'
import { asNewDesign, duplicateDesign, saveDesign, saveLink } from '../../store/library.ts'
import type { OpenTab } from '../../store/open-designs.ts'
import {
  activateDesign,
  activeTab,
  closeDesign,
  closeDesignsBeside,
  linkFile,
  openDesign,
  openDesigns,
  activateNextDesign,
} from '../../store/open-designs.ts'
import { viewStore } from '../../store/view-store.ts'
import { openedWorkspace } from '../../store/workspace-store.ts'
import { showToast } from '../../ui/index.ts'
import { openFile } from '../open-file.ts'
import type { CommandHandlers } from './handler.ts'
import { unnamedDesign } from '../../../shared/design/unnamed.ts'

async function newDesign(): Promise<void> {
  const workspaceId = await openedWorkspace()
  const document = await asNewDesign(workspaceId, blankDesign('new', unnamedDesign))
  await saveDesign(workspaceId, document)
  openDesign(document, { workspaceId })
}

async function openFromDisk(): Promise<void> {
  await openFile(await desktop.openDesign())
}

async function save(): Promise<void> {
  const { document, readOnly } = designStore.getState()
  const tab = activeTab()
  if (tab === undefined) return
  if (readOnly) {
    showToast('This design is open for reading only. Save it as another file instead.')
    return
  }
  if (tab.file === undefined) await saveAs()
  else await saveTo(tab, tab.file, document, false)
}

async function saveTo(tab: OpenTab, file: FileName, document: Design, overwrite: boolean): Promise<void> {
  const { handle, fileName } = file
  const saved = await desktop.saveDesign({ handle, text: printDesign(document), overwrite })
  if (saved.ok) {
    await linkSaved(tab, file, document)
    showToast(`Saved ${fileName}.`)
  } else if (saved.reason === 'changed-outside') {
    showToast(
      `Another program has changed ${fileName} since, so it was not written. Your design is safe in the library. Save it under another name, or:`,
      {
        tone: 'fail',
        action: { label: 'Overwrite the file', run: () => void saveTo(tab, file, document, true) },
      },
    )
  } else if (saved.reason === 'missing') {
    await saveAs()
  } else if (saved.reason !== 'cancelled') {
    showToast(saved.problems.join(' '), { tone: 'fail' })
  }
}

/** Remembers, over restarts too, that the file holds this document. */
async function linkSaved({ id, workspaceId }: OpenTab, file: FileName, document: Design): Promise<void> {
  await flushAutosave()
  await saveLink(workspaceId, id, { ...file, lags: linkFile(id, file, document) })
}

async function saveAs(): Promise<void> {
  const { document } = designStore.getState()
  const tab = activeTab()
  if (tab === undefined) return
  const saved = await desktop.saveDesignAs({
    suggestedName: suggestFileName(document.name, 'lintel.json'),
    // What may only be looked at is copied as it came: printed, it would lack what this Lintel does not know.
    text: tab.readOnlyText ?? printDesign(document),
  })
  if (!saved.ok) {
    if (saved.reason !== 'cancelled') showToast(saved.problems.join(' '), { tone: 'fail' })
    return
  }
  const { handle, fileName, folder } = saved
  await linkSaved(tab, { handle, fileName, folder }, document)
  await desktop.rememberRecent({ workspaceId: tab.workspaceId, handle })
  showToast(`Saved ${fileName}.`)
}

/** The copy opens beside it, with what the library holds of the original; the file stays with that one. */
async function duplicate(): Promise<void> {
  const tab = activeTab()
  if (tab === undefined) return
  const { workspaceId, readOnlyText } = tab
  await flushAutosave()
  const copy = await duplicateDesign(workspaceId, tab.id)
  if (copy === undefined) return
  openDesign(copy, { workspaceId, ...(readOnlyText === undefined ? {} : { readOnlyText }) })
}

export const fileCommands: CommandHandlers = {
  'file.new': { run: newDesign },
  'file.open': { run: openFromDisk },
  'file.next-design': { run: () => activateNextDesign(1) },
  'file.previous-design': { run: () => activateNextDesign(-1) },
  'file.library': { run: () => activateDesign(undefined) },
  'file.save': { run: save },
  'file.save-as': { run: saveAs },
  'file.rename-design': {
    run: () => viewStore.getState().set({ renamingDesign: !designStore.getState().readOnly }),
  },
  'file.duplicate-design': { run: duplicate },
  'file.show-in-library': {
    run: () => {
      viewStore.getState().set({ wantedCard: openDesigns.getState().active })
      activateDesign(undefined)
    },
  },
  'file.import': { run: openFromDisk },
  'file.restore-backup': { run: () => viewStore.getState().set({ backupsOpen: true }) },
  'file.close-design': {
    run: () => {
      const tab = activeTab()
      if (tab !== undefined) closeDesign(tab.id)
    },
  },
  'file.close-others': { run: () => closeDesignsBeside('others') },
  'file.close-right': { run: () => closeDesignsBeside('right') },
}

/** Opens the text of a backup as a design of its own, beside the one it was made from. */
export async function openBackup(text: string, workspaceId: string): Promise<void> {
  const parsed = readDesignFile(text)
  if (!parsed.ok) {
    showToast(parsed.problems[0]?.sentence ?? 'This backup cannot be read.', { tone: 'fail' })
    return
  }
  const { design, readOnly } = parsed.value
  const document = await asNewDesign(workspaceId, design, `${design.name} (restored)`)
  const beside = readOnly ? { readOnlyText: text } : {}
  await saveDesign(workspaceId, document, beside)
  openDesign(document, { workspaceId, ...beside })
}
