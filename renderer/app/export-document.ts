import type { DocumentContext, DocumentDefinition, DocumentFormat } from '../../shared/documents/document.ts'
import { buildDocument, buildForDecisions, findDocument } from '../../shared/documents/index.ts'
import { openContext } from '../../shared/documents/open-context.ts'
import type { Outline } from '../../shared/documents/outline.ts'
import { shorten } from '../../shared/design/wording.ts'
import { findFormat, writeDocument } from '../../shared/documents/writers/index.ts'
import type { Refusal } from '../../shared/ipc.ts'
import { desktop } from '../desktop.ts'
import { flushAutosave } from '../store/autosave.ts'
import { currentBook } from '../store/current-book.ts'
import { designStore } from '../store/design-store.ts'
import { standardsStore } from '../store/standards-store.ts'
import { todayIso } from '../store/today.ts'
import { showToast } from '../ui/index.ts'

/** What fits into the header of a page, and into the properties of a file. */
const longestLine = 200

/** Writes a document of the active design as it stands now, and asks where to put the file. */
export async function exportDocument(id: string, format: DocumentFormat, findingId?: string): Promise<void> {
  const document = findDocument(id)
  if (document === undefined) throw new Error(`there is no document "${id}"`)
  await flushAutosave()
  const context = { ...contextNow(), ...(findingId === undefined ? {} : { findingId }) }
  if (document.perDecision === true) {
    await exportForDecisions(document, context, format)
    return
  }
  const outline = buildDocument(document, context)
  const content = await contentOf(outline, format)
  if (content === undefined) return
  const { title, extension } = findFormat(format)
  const saved = await desktop.saveExport({
    suggestedName: `${document.fileName(context)}.${extension}`,
    filters: [{ name: title, extensions: [extension] }],
    content,
  })
  if (saved.ok) {
    const { handle, fileName } = saved
    showToast(`Saved ${fileName}.`, { action: { label: 'Show in folder', run: () => void desktop.revealFile(handle) } })
  } else tell(saved)
}

/** Everything a document is made from, computed anew: never older than the design. */
export function contextNow(): DocumentContext {
  const prices = currentBook()
  const { standards } = standardsStore.getState()
  return openContext(designStore.getState().document, {
    prices,
    priceBookDate: prices.date,
    today: todayIso(),
    ...(standards === undefined ? {} : { standards }),
  })
}

async function exportForDecisions(
  document: DocumentDefinition,
  context: DocumentContext,
  format: DocumentFormat,
): Promise<void> {
  const records = buildForDecisions(document, context)
  if (records.length === 0) {
    const { decisions = [] } = context.design
    showToast(
      decisions.length === 0
        ? 'No decision is written down yet. Add one in the panel "Decisions".'
        : 'No decision can be weighed yet. Draw its options, or score them in the panel "Decisions".',
    )
    return
  }
  const { extension } = findFormat(format)
  const files = await Promise.all(
    records.map(async ({ fileName, outline }) => ({
      name: `${fileName}.${extension}`,
      content: (await contentOf(outline, format)) ?? '',
    })),
  )
  const saved = await desktop.saveExportFolder({ title: `Folder for: ${document.title}`, files })
  if (saved.ok) {
    const count = saved.fileNames.length
    showToast(
      `Saved ${document.title.toLowerCase()} of ${count === 1 ? 'one decision' : `${count} decisions`} in ${saved.folder}.`,
    )
  } else tell(saved)
}

/** The bytes or text of the file; undefined when the printer refused, which has then been said. */
async function contentOf(outline: Outline, format: DocumentFormat): Promise<string | Uint8Array | undefined> {
  const content = await writeDocument(outline, format)
  if (format !== 'pdf' || typeof content !== 'string') return content
  const printed = await printPage(content, outline)
  if (printed.ok) return printed.bytes
  tell(printed)
  return undefined
}

/** The page as a PDF; throws the printer's own words when it refuses. */
export async function print(html: string, outline: Outline): Promise<Uint8Array> {
  const printed = await printPage(html, outline)
  if (printed.ok) return printed.bytes
  throw new Error(printed.problems.join(' '))
}

function printPage(html: string, { title, footer }: Outline): ReturnType<typeof desktop.printToPdf> {
  return desktop.printToPdf({ html, title: shorten(title, longestLine), footer: shorten(footer, longestLine) })
}

function tell(refusal: Refusal): void {
  if (refusal.reason !== 'cancelled') showToast(refusal.problems.join(' '), { tone: 'fail' })
}
