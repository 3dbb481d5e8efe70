// npm run dev: Vite's server and, where there is a display, Electron showing its page; both follow every change.
import { hasDisplay } from './set-up/display.mjs'
import { requireNode } from './set-up/node-version.mjs'
import { installPackages } from './set-up/packages.mjs'
import { at } from './set-up/paths.mjs'
import { live } from './set-up/run.mjs'
import { findRuntime } from './set-up/runtime.mjs'
import { say } from './set-up/say.mjs'
import { installSystemPackages } from './set-up/system-packages.mjs'

requireNode()
installPackages()

const env = { ...process.env }
const runtime = hasDisplay() ? await desktopRuntime() : undefined
if (runtime === undefined) env.ELECTRON_STARTUP_PREVENT = '1'
else env.ELECTRON_OVERRIDE_DIST_PATH = runtime.folder

live(process.execPath, [at('node_modules', 'vite', 'bin', 'vite.js')], { env }).on('exit', (code) =>
  process.exit(code ?? 0),
)

async function desktopRuntime() {
  const missing = installSystemPackages('desktop')
  if (missing !== undefined) say(missing)
  const found = await findRuntime()
  if (found.problem === undefined) return found
  say(`${found.problem} Until then the page is served for the browser.`)
  return undefined
}
