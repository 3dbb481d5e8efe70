import type { DocumentDefinition, DocumentFormat } from '../../shared/documents/document.ts'
import { buildForDecisions, findDocument } from '../../shared/documents/index.ts'
import { findFormat, writeDocument } from '../../shared/documents/writers/index.ts'
import { desktop } from '../desktop.ts'
import { brandStore } from '../store/brand-store.ts'
import { viewStore } from '../store/view-store.ts'
import { showToast } from '../ui/index.ts'
import { contextNow } from './context-now.ts'
import { choose, type ExportState, exportStore, save } from './export-store.ts'
import { print } from './save-file.ts'
import { whyNothing } from './why-nothing.ts'

/** Longer than this, somebody wants to know that it is being made. */
const patienceMs = 700

/**
 * The quick way to a file: nothing is asked where nothing is missing, or where the form of this document has been seen in
 * the workspace; else the export screen opens with the document already made.
 */
export async function exportDocument(documentId: string, format: DocumentFormat, findingId?: string): Promise<void> {
  const document = findDocument(documentId)
  if (document === undefined) throw new Error(`there is no document "${documentId}"`)
  if (document.perDecision === true) {
    await exportForDecisions(document, format)
    return
  }
  const timer = setTimeout(() => showToast(`Making: ${document.title}`), patienceMs)
  choose({ documentId, format, ...(findingId === undefined ? {} : { findingId }) })
  const { needs = [], made, problem } = await settled()
  clearTimeout(timer)
  if (made === undefined) {
    if (problem !== undefined) showToast(problem, { tone: 'fail' })
  } else if (needs.length > 0 && brandStore.getState().choices[documentId] === undefined) {
    viewStore.getState().set({ shareOpen: true })
  } else {
    await save()
    tell(exportStore.getState())
  }
}

/** What the store says once the file is made and its questions are known, or nothing more comes. */
function settled(): Promise<ExportState> {
  return new Promise((resolve) => {
    const stop = exportStore.subscribe((state) => {
      if (!state.settled) return
      stop()
      resolve(state)
    })
  })
}

function tell({ saved, problem }: ExportState): void {
  if (saved !== undefined) {
    const { handle, fileName } = saved
    showToast(`Saved ${fileName}.`, { action: { label: 'Show in folder', run: () => void desktop.revealFile(handle) } })
  } else if (problem !== undefined) showToast(problem, { tone: 'fail' })
}

async function exportForDecisions(document: DocumentDefinition, format: DocumentFormat): Promise<void> {
  const choices = brandStore.getState().choices[document.id]
  const context = { ...contextNow(), ...(choices === undefined ? {} : { choices }) }
  const records = buildForDecisions(document, context)
  if (records.length === 0) {
    showToast(whyNothing(document, context.design))
    return
  }
  const { extension } = findFormat(format)
  try {
    const files = await Promise.all(
      records.map(async ({ fileName, outline }) => {
        const written = await writeDocument(outline, format)
        const content = format === 'pdf' ? await print(String(written)) : written
        return { name: `${fileName}.${extension}`, content }
      }),
    )
    const saved = await desktop.saveExportFolder({ title: `Folder for: ${document.title}`, files })
    if (saved.ok) {
      const count = saved.fileNames.length
      showToast(
        `Saved ${document.title.toLowerCase()} of ${count === 1 ? 'one decision' : `${count} decisions`} in ${saved.folder}.`,
      )
    } else if (saved.reason !== 'cancelled') showToast(saved.problems.join(' '), { tone: 'fail' })
  } catch (error) {
    showToast(error instanceof Error ? error.message : String(error), { tone: 'fail' })
  }
}
