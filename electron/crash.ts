import { app, dialog } from 'electron'

/** The one boundary of the main process: a bug is told in a sentence, and what is saved stays saved. */
export function reportCrashes(): void {
  const report = (error: unknown) => {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(`${detail}\n`)
    if (!app.isReady() || process.argv.includes('--cli')) {
      app.exit(1)
      return
    }
    const sentence =
      'Lintel met an error it did not expect. Your designs are safe in the library; save files once more.'
    dialog.showErrorBox(sentence, detail)
  }
  process.on('uncaughtException', report)
  process.on('unhandledRejection', report)
}
