// npm start: the desktop program, or the same studio for a browser where there is no display.
import { build } from './set-up/build.mjs'
import { hasDisplay } from './set-up/display.mjs'
import { electronArguments } from './set-up/electron-arguments.mjs'
import { requireNode } from './set-up/node-version.mjs'
import { installPackages } from './set-up/packages.mjs'
import { at, root } from './set-up/paths.mjs'
import { live } from './set-up/run.mjs'
import { findRuntime } from './set-up/runtime.mjs'
import { say } from './set-up/say.mjs'
import { installSystemPackages } from './set-up/system-packages.mjs'

requireNode()
installPackages()
build()

const given = process.argv.slice(2)
const runtime = hasDisplay() ? await desktopRuntime() : undefined
if (runtime === undefined) serve()
else live(runtime.executable, [...electronArguments(), root, ...given]).on('exit', (code) => process.exit(code ?? 1))

async function desktopRuntime() {
  const missing = installSystemPackages('desktop')
  if (missing !== undefined) say(missing)
  const found = await findRuntime()
  if (found.problem === undefined) return found
  say(`${found.problem} Until then the studio runs in the browser.`)
  return undefined
}

function serve() {
  if (!hasDisplay()) say('There is no display, so the studio is served for a browser on this machine.')
  say('Open this address; Ctrl+C ends it:')
  live(process.execPath, [at('dist', 'serve.js')]).on('exit', (code) => process.exit(code ?? 0))
}
