// npm run e2e [-- FILES]: sets up what is missing, builds, and runs Playwright on a virtual screen where there is none.
import { createServer } from 'node:net'
import { build } from './set-up/build.mjs'
import { findChromium } from './set-up/chromium.mjs'
import { hasDisplay, startVirtualScreen } from './set-up/display.mjs'
import { requireNode } from './set-up/node-version.mjs'
import { installPackages } from './set-up/packages.mjs'
import { at } from './set-up/paths.mjs'
import { live } from './set-up/run.mjs'
import { findRuntime } from './set-up/runtime.mjs'
import { giveUp, say } from './set-up/say.mjs'
import { installSystemPackages } from './set-up/system-packages.mjs'

requireNode()
installPackages()
const missing = installSystemPackages('desktop', 'tests')
if (missing !== undefined) say(missing)
build()

const runtime = await findRuntime()
if (runtime.problem !== undefined) giveUp(runtime.problem)
const chromium = findChromium()
if (chromium === undefined)
  giveUp('There is no Chromium for the tests in a browser: install it (apt-get install chromium), then try again.')

const env = {
  ...process.env,
  LINTEL_ELECTRON: runtime.executable,
  // Playwright starts the runtime that the `electron` package names.
  ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
  LINTEL_CHROMIUM: chromium,
  LINTEL_PORT: String(await freePort()),
}
if (!hasDisplay()) {
  const screen = await startVirtualScreen()
  if (screen === undefined)
    giveUp('There is neither a display nor Xvfb: install it (apt-get install xvfb), then try again.')
  env.DISPLAY = screen.display
}
const playwright = at('node_modules', '@playwright', 'test', 'cli.js')
live(process.execPath, [playwright, 'test', ...process.argv.slice(2)], { env }).on('exit', (code) =>
  process.exit(code ?? 1),
)

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
