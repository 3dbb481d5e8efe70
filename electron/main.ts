import { join } from 'node:path'
import { app } from 'electron'
import { readArguments } from './arguments.ts'
import { reportCrashes } from './crash.ts'
import { giveEnginesRoom } from './engine-memory.ts'
import { prepareHeadless, runHeadless } from './headless.ts'
import { registerPageScheme } from './protocol.ts'
import { silenceChromium } from './session.ts'
import { startStudio } from './studio.ts'

const started = readArguments(process.argv, process.cwd())
const pageFolder = join(import.meta.dirname, '../renderer')

reportCrashes()
silenceChromium()
giveEnginesRoom()
registerPageScheme()
// As root Chromium's sandbox cannot start, and this call together with `--no-sandbox` would hang.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
app.setPath('userData', started.userDataFolder ?? join(app.getPath('appData'), 'Lintel'))

if (started.commandLine === undefined) {
  startStudio(started.files, pageFolder)
} else {
  const done = prepareHeadless(process.argv)
  // Not awaited: the app becomes ready only after this module has run, and printing waits for that.
  if (done === undefined) void runHeadless(started.commandLine, pageFolder)
  else app.exit(done)
}
