import { blankDesign } from '../../../shared/design/edit/index.ts'
import { desktop } from '../../desktop.ts'
import { parseDesign, printDesign, suggestFileName } from '../../store/design-file.ts'
import { designStore, markSaved } from '../../store/design-store.ts'
import { asNewDesign, saveDesign } from '../../store/library.ts'
import { activateDesign, activeTab, closeDesign, linkFile, openDesign } from '../../store/open-designs.ts'
import { viewStore } from '../../store/view-store.ts'
import { openLastWorkspace, workspaceStore } from '../../store/workspace-store.ts'
import { showToast } from '../../ui/index.ts'
import { openFile } from '../open-file.ts'
import type { CommandHandlers } from './handler.ts'

async function newDesign(): Promise<void> {
  const workspaceId = workspaceStore.getState().id ?? (await openLastWorkspace())
  const document = await asNewDesign(workspaceId, blankDesign('new', 'Untitled design'))
  await saveDesign(workspaceId, document)
  openDesign(document, { workspaceId })
}

async function openFromDisk(): Promise<void> {
  await openFile(await desktop.openDesign())
}

async function save(): Promise<void> {
  const { document, readOnly } = designStore.getState()
  const tab = activeTab()
  if (readOnly) {
    showToast('This design is open for reading only. Save it as another file instead.')
    return
  }
  if (tab?.file === undefined) {
    await saveAs()
    return
  }
  const text = printDesign(document)
  const { handle, fileName } = tab.file
  const saved = await desktop.saveDesign({ handle, text })
  if (saved.ok) {
    markSaved(document)
    showToast(`Saved ${saved.fileName}.`)
  } else if (saved.reason === 'changed-outside') {
    showToast(`Another program has changed ${fileName} since. Your design is safe in the library.`, {
      tone: 'fail',
      action: { label: 'Overwrite the file', run: () => void overwrite(handle, text) },
    })
  } else if (saved.reason === 'missing') {
    await saveAs()
  } else if (saved.reason === 'failed') {
    showToast(saved.problems.join(' '), { tone: 'fail' })
  }
}

async function overwrite(handle: string, text: string): Promise<void> {
  const { document } = designStore.getState()
  const saved = await desktop.saveDesign({ handle, text, overwrite: true })
  if (saved.ok) markSaved(document)
  else if (saved.reason !== 'cancelled') showToast(saved.problems.join(' '), { tone: 'fail' })
}

async function saveAs(): Promise<void> {
  const { document } = designStore.getState()
  const tab = activeTab()
  if (tab === undefined) return
  const saved = await desktop.saveDesignAs({
    suggestedName: suggestFileName(document.name, 'lintel.json'),
    text: printDesign(document),
  })
  if (!saved.ok) {
    if (saved.reason !== 'cancelled') showToast(saved.problems.join(' '), { tone: 'fail' })
    return
  }
  const { handle, fileName, folder } = saved
  linkFile({ handle, fileName, folder })
  markSaved(document)
  await desktop.rememberRecent({ workspaceId: tab.workspaceId, handle })
  showToast(`Saved ${fileName}.`)
}

export const fileCommands: CommandHandlers = {
  'file.new': { run: newDesign },
  'file.open': { run: openFromDisk },
  'file.library': { run: () => activateDesign(undefined) },
  'file.save': { run: save },
  'file.save-as': { run: saveAs },
  'file.import': { run: openFromDisk },
  'file.restore-backup': { run: () => viewStore.getState().set({ backupsOpen: true }) },
  'file.close-design': {
    run: () => {
      const tab = activeTab()
      if (tab !== undefined) closeDesign(tab.id)
    },
  },
}

/** Opens the text of a backup as a design of its own, beside the one it was made from. */
export async function openBackup(text: string, workspaceId: string): Promise<void> {
  const parsed = parseDesign(text)
  if (!parsed.ok) {
    showToast(parsed.problems[0]?.sentence ?? 'This backup cannot be read.', { tone: 'fail' })
    return
  }
  const document = await asNewDesign(workspaceId, parsed.value, `${parsed.value.name} (restored)`)
  await saveDesign(workspaceId, document)
  openDesign(document, { workspaceId })
}
