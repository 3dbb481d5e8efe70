// npm run bench [-- NAMES]: runs bench/*.bench.ts and prints what they measured. By hand only: a loaded machine measures itself.
import { readdirSync } from 'node:fs'
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
const { runnerImport } = await import('vite')

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
  const { module } = await runnerImport(at('bench', file), { configFile: false, logLevel: 'error' })
  for (const { what, value, unit } of await module.measure(surroundings)) {
    say(`  ${what.padEnd(60)} ${value.toLocaleString('en', { maximumFractionDigits: 1 }).padStart(12)} ${unit}`)
  }
}
screen?.stop()
