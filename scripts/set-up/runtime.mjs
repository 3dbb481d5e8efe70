import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { at } from './paths.mjs'
import { run } from './run.mjs'
import { isRecipeMade, makeRuntime, packDefaultApp, recipeFolder } from './runtime-recipe.mjs'
import { say } from './say.mjs'

const downloadLimitMs = 120_000

/**
 * Finds an Electron, or gets one: the folder the person names; the `electron` package's own download; the recipe.
 * Answers `{ folder, executable, version }`, or `{ problem }`: a sentence with its remedy.
 */
export async function findRuntime() {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (named) {
    const runtime = runtimeIn(named)
    return runtime ?? { problem: `There is no Electron in ${named}: correct or unset ELECTRON_OVERRIDE_DIST_PATH.` }
  }
  const found = runtimeIn(at('node_modules', 'electron', 'dist')) ?? (await runtimeOfRecipe())
  if (found !== undefined) return found

  say('Getting the desktop runtime (Electron) ...')
  const installer = at('node_modules', 'electron', 'install.js')
  const refused = existsSync(installer) ? runSilently(installer) !== 0 : true
  const downloaded = refused ? undefined : runtimeIn(at('node_modules', 'electron', 'dist'))
  if (downloaded !== undefined) return downloaded

  const reason = await makeRuntime()
  return (
    (await runtimeOfRecipe()) ?? {
      problem: `No desktop runtime could be had (${reason}): unpack an Electron release into a folder and set ELECTRON_OVERRIDE_DIST_PATH to it.`,
    }
  )
}

/** A refusing network is the usual case for a reason: it is no news before the recipe has failed as well. */
function runSilently(script) {
  const env = { ...process.env, NODE_NO_WARNINGS: '1' }
  return run(
    process.execPath,
    ['-e', `process.stderr.write = () => true; process.stdout.write = () => true; require(${JSON.stringify(script)})`],
    {
      output: 'quiet',
      env,
      timeoutMs: downloadLimitMs,
    },
  )
}

async function runtimeOfRecipe() {
  if (!isRecipeMade()) return undefined
  await packDefaultApp(recipeFolder())
  return runtimeIn(recipeFolder())
}

const executables = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }

function runtimeIn(folder) {
  const executable = join(folder, executables[process.platform] ?? 'electron')
  if (!existsSync(executable)) return undefined
  const versionFile = join(folder, 'version')
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : undefined
  return { folder, executable, version }
}
