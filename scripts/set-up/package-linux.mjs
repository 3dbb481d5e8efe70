import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { at } from './paths.mjs'
import { run } from './run.mjs'

const folder = at('release', 'linux-unpacked')
const stampFile = at('release', '.stamp')

/**
 * Makes the unpacked Linux program around the runtime that is there, unless it is of the last build already.
 * Answers the path of its executable, or nothing if it could not be made.
 */
export function packageLinux(runtime) {
  const executable = `${folder}/lintel`
  const stamp = [readFileSync(at('dist', '.stamp')), readFileSync(at('electron-builder.yml')), runtime.version].join(
    '\n',
  )
  if (existsSync(executable) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return executable
  const builder = createRequire(import.meta.url).resolve('electron-builder/cli.js')
  const code = run(
    process.execPath,
    [
      builder,
      '--linux',
      'dir',
      `--config.electronDist=${runtime.folder}`,
      `--config.electronVersion=${runtime.version}`,
    ],
    { output: 'quiet' },
  )
  if (code !== 0) return undefined
  writeFileSync(stampFile, stamp)
  return executable
}
