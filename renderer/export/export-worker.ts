import shipped from '../../resources/prices/price-book.json'
import type { DocumentContext } from '../../shared/documents/document.ts'
import { openContext } from '../../shared/documents/open-context.ts'
import { heldWith } from '../../shared/threats/frameworks/read-update.ts'
import type { ExportKnowledge, ExportReply, ExportRequest } from './export-message.ts'
import { makeFile } from './make-file.ts'

// Makes files beside the page, which goes on answering however long the document is.

let knowledge: ExportKnowledge | undefined
/** Computed once for all documents of a design. */
let context: DocumentContext | undefined
let newest = 0

self.addEventListener('message', ({ data }: MessageEvent<ExportRequest>) => {
  if (data.type === 'know') {
    ;({ knowledge } = data)
    context = undefined
  } else {
    newest = data.turn
    void make(data)
  }
})

async function make({ turn, order }: Extract<ExportRequest, { type: 'make' }>): Promise<void> {
  try {
    for await (const step of makeFile(() => (context ??= open()), order)) {
      if (turn !== newest) return
      reply({ ...step, turn })
      // What was ordered meanwhile is heard of, and this one left.
      await new Promise((resolve) => setTimeout(resolve, 0))
      if (turn !== newest) return
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    reply({ type: 'failed', turn, problem: `The document could not be made: ${reason}` })
  }
}

function open(): DocumentContext {
  if (knowledge === undefined) throw new Error('nothing is known of a design yet')
  const { design, prices, standards, catalogues, today } = knowledge
  return openContext(design, {
    prices: prices ?? shipped,
    priceBookDate: prices?.date ?? shipped.date,
    today,
    ...(standards === undefined ? {} : { standards }),
    catalogues: heldWith(catalogues),
  })
}

function reply(message: ExportReply): void {
  // A worker has no origin to name.
  // eslint-disable-next-line unicorn/require-post-message-target-origin
  self.postMessage(message)
}
