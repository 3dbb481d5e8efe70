import { applyChoices } from '../../shared/documents/choices/apply-choices.ts'
import { needsOf } from '../../shared/documents/choices/needs.ts'
import { partsOf } from '../../shared/documents/choices/parts-of.ts'
import type { DocumentContext } from '../../shared/documents/document.ts'
import { buildDocument, contextsFor, findDocument } from '../../shared/documents/index.ts'
import { previewOf } from '../../shared/documents/preview/preview.ts'
import { printedWords } from '../../shared/documents/text/printed-words.ts'
import { findFormat, writeDocument } from '../../shared/documents/writers/index.ts'
import { whyNothing } from './why-nothing.ts'
import type { ExportOrder, ExportReply } from './export-message.ts'

type Step = ExportReply extends infer Reply ? (Reply extends ExportReply ? Omit<Reply, 'turn'> : never) : never

/** Makes a file step by step, so that whoever waits sees how far it is and can leave between two steps. */
export async function* makeFile(open: () => DocumentContext, order: ExportOrder): AsyncGenerator<Step> {
  const { documentId, format, brand, choices = {}, decisionId, findingId } = order
  const document = findDocument(documentId)
  if (document === undefined) throw new Error(`There is no document "${documentId}".`)
  yield { type: 'step', words: 'Computing the figures' }
  const context: DocumentContext = {
    ...open(),
    ...(findingId === undefined ? {} : { findingId }),
    ...(brand === undefined ? {} : { brand }),
  }
  const own = decisionId === undefined ? contextsFor(document, context)[0] : { ...context, decisionId }
  if (own === undefined) {
    yield { type: 'failed', problem: whyNothing(document, context.design) }
    return
  }
  yield { type: 'step', words: 'Writing the document' }
  const { leaveOut: _leaveOut, ...unsaid } = choices
  const whole = buildDocument(document, { ...own, choices: unsaid })
  const outline = applyChoices(whole, choices)
  const content = await writeDocument(outline, format)
  yield { type: 'step', words: 'Drawing the preview' }
  const made = {
    fileName: `${document.fileName(own)}.${findFormat(format).extension}`,
    content,
    title: outline.title,
    preview: await previewOf(outline, format, content),
    parts: partsOf(printedWords(whole)),
    dropped: whole.dropped ?? [],
    ...(own.decisionId === undefined ? {} : { decisionId: own.decisionId }),
  }
  yield { type: 'made', made }
  yield { type: 'needs', needs: needsOf(document, own) }
}
