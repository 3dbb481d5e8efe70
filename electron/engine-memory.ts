import { app } from 'electron'

/** Megabytes of each half of V8's young generation: as V8 begins with, and at most. */
const youngMegabytes = { least: 16, most: 64 }

/**
 * Before the app is ready: room for what lives only as long as one computation. An edit of a large design makes 15 MB of
 * objects, most of which are gone before the next one; with V8's own sizes each of them is collected several times over.
 */
export function giveEnginesRoom(): void {
  const { least, most } = youngMegabytes
  app.commandLine.appendSwitch('js-flags', `--min-semi-space-size=${least} --max-semi-space-size=${most}`)
}
