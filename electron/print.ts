import { BrowserWindow } from 'electron'
import type { Answer, PrintRequest } from '../shared/ipc.ts'
import { refuse } from './file-problems.ts'
import { signPdf } from './pdf-creator.ts'
import { footerTemplate, printsMargins } from './print-margins.ts'
import { lendDocument } from './protocol.ts'
import { lockedPreferences } from './window.ts'

const longestMs = 60_000

/**
 * Prints a document in a hidden window of the studio's own origin which runs no script, and answers the bytes of the PDF.
 * Page size, margins and what stands in them come from the document's `@page`; the PDF has tags (for screen readers) and an outline.
 */
export async function printToPdf(request: PrintRequest): Promise<Answer<{ bytes: Uint8Array }>> {
  const { address, withdraw } = lendDocument(request.html)
  const window = new BrowserWindow({
    show: false,
    // Offscreen: on a machine without a display an ordinary window, though hidden, ends the program.
    webPreferences: { ...lockedPreferences, javascript: false, offscreen: true },
  })
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('it took more than a minute')), longestMs)
  })
  try {
    await Promise.race([window.loadURL(address), tooLong])
    const printing = window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: !printsMargins(process.versions.chrome),
      headerTemplate: '<span></span>',
      footerTemplate: footerTemplate(request.html),
      landscape: request.landscape === true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
    return { ok: true, bytes: signPdf(await Promise.race([printing, tooLong]), 'Lintel') }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return refuse('failed', `The PDF was not made: ${reason}. Save the document as HTML and print it from a browser.`)
  } finally {
    clearTimeout(timer)
    window.destroy()
    withdraw()
  }
}
