import { spawnSync } from 'node:child_process'
import { app, session } from 'electron'
import { printToPdf } from './print.ts'
import { servePage } from './protocol.ts'
import { lockNavigation, lockSession } from './session.ts'
import { processSurroundings } from './surroundings.ts'

/**
 * Before the app is ready. Answers the exit code if the work is done already: Chromium chooses its platform before any
 * script runs, so without a display the program has to start itself once more and say that it needs none.
 */
export function prepareHeadless(argv: readonly string[]): number | undefined {
  app.dock?.hide()
  // Without a listener Electron quits as soon as the window of a printed document closes.
  app.on('window-all-closed', () => undefined)
  const hasDisplay = Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
  if (process.platform !== 'linux' || hasDisplay || app.commandLine.hasSwitch('ozone-platform')) return undefined
  const [program = process.execPath, ...rest] = argv
  const again = ['--ozone-platform=headless', '--disable-gpu', '--log-level=3', ...rest]
  return spawnSync(program, again, { stdio: 'inherit' }).status ?? 1
}

/** `lintel --cli check design.lintel.json`: the command line in the packaged program, which can also print PDF. */
export async function runHeadless(argv: string[], pageFolder: string): Promise<void> {
  // Loaded only here, so that the studio starts without the engines.
  const { runCommandLine } = await import('./cli/run.ts')
  const code = await runCommandLine(argv, {
    ...processSurroundings(),
    printPdf: (html) => printPdf(html, pageFolder),
  })
  await Promise.all([flush(process.stdout), flush(process.stderr)])
  app.exit(code)
}

/** Once for all documents of a run: what is locked again listens twice. */
let lockedAndServed: Promise<void> | undefined

async function lockAndServe(pageFolder: string): Promise<void> {
  await app.whenReady()
  await lockSession(session.defaultSession)
  lockNavigation()
  servePage(session.defaultSession, pageFolder)
}

async function printPdf(html: string, pageFolder: string): Promise<Uint8Array> {
  await (lockedAndServed ??= lockAndServe(pageFolder))
  const printed = await printToPdf({ html })
  if (!printed.ok) throw new Error(printed.problems.join(' '))
  return printed.bytes
}

/** Output to a pipe may still be on its way; what was written last would be lost. */
const flush = (stream: NodeJS.WriteStream): Promise<void> => new Promise((resolve) => stream.write('', () => resolve()))
