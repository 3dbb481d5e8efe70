// npm run bench [-- NAMES]: runs bench/*.bench.ts and prints what they measured. By hand only: a loaded machine measures itself.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from './set-up/build.mjs'
import { findChromium } from './set-up/chromium.mjs'
import { hasDisplay, startVirtualScreen } from './set-up/display.mjs'
import { requireNode } from './set-up/node-version.mjs'
import { installPackages } from './set-up/packages.mjs'
import { at, root } from './set-up/paths.mjs'
import { findRuntime } from './set-up/runtime.mjs'
import { say } from './set-up/say.mjs'

requireNode()
installPackages()
build()
const { build: bundle } = await import('vite')

const runtime = await findRuntime()
const surroundings = {
  executable: runtime.executable,
  chromium: findChromium(),
  root,
  display: process.env.DISPLAY,
}
const screen = hasDisplay() ? undefined : await startVirtualScreen()
if (screen !== undefined) surroundings.display = screen.display

const wanted = process.argv.slice(2)
const files = readdirSync(at('bench')).filter((name) => /\.bench\.(ts|mjs)$/.test(name))
for (const file of files.filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))) {
  say(`\n${file}`)
  const { measure } = await import(pathToFileURL(await bundleBench(file)).href)
  for (const { what, value, unit } of await measure(surroundings)) {
    say(`  ${what.padEnd(60)} ${value.toLocaleString('en', { maximumFractionDigits: 1 }).padStart(12)} ${unit}`)
  }
}
screen?.stop()

/** One file, as the program is bundled too: imports that are looked up at every call would be measured along. */
async function bundleBench(file) {
  const outDir = at('dist', 'bench')
  await bundle({
    root,
    configFile: false,
    logLevel: 'error',
    build: { ssr: at('bench', file), outDir, emptyOutDir: false, target: 'node20', minify: false },
  })
  return join(outDir, file.replace(/\.ts$/, '.js'))
}
