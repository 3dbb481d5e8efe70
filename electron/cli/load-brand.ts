import { dirname, extname, join } from 'node:path'
import { readBrandFile } from '../../shared/documents/brand/read-brand-file.ts'
import { readBrand } from '../../shared/documents/brand/read-brand.ts'
import { readLogo } from '../../shared/documents/brand/read-logo.ts'
import type { Brand, BrandFile, Logo } from '../../shared/documents/brand.ts'
import { fileRefusal } from '../file-problems.ts'
import { type Arguments, Misuse, type Surroundings } from './command-line.ts'

/** The option of commands that write documents: a file of JSON, or the folder that it lies in as `brand.json`. */
export const brandOption = 'brand'
const usualName = 'brand.json'

/** How the files shall look; undefined where nothing is asked for. What cannot be used is said, and nothing is written. */
export async function loadBrand(given: Arguments, surroundings: Surroundings): Promise<Brand | undefined> {
  const named = given.options[brandOption]
  if (named === undefined) return undefined
  const path = extname(named) === '.json' ? named : join(named, usualName)
  const read = readBrand(new TextDecoder().decode(await brandBytes(named, path, surroundings)))
  if (!read.ok) throw new Misuse(`${path}: ${read.problems.join(' ')}`)
  const { logo, potx, dotx, ...said } = read.value
  const folder = dirname(path)
  return {
    ...said,
    ...(logo === undefined ? {} : { logo: await loadLogo(join(folder, logo), surroundings) }),
    ...(potx === undefined ? {} : { presentation: await loadTemplate(folder, potx, 'presentation', surroundings) }),
    ...(dotx === undefined ? {} : { wordFile: await loadTemplate(folder, dotx, 'word', surroundings) }),
  }
}

async function loadLogo(path: string, surroundings: Surroundings): Promise<Logo> {
  const read = readLogo(await bytesOf(path, surroundings))
  if (read.ok) return read.logo
  throw new Misuse(`${path}: ${read.problem}`)
}

async function loadTemplate(
  folder: string,
  name: string,
  type: 'presentation' | 'word',
  surroundings: Surroundings,
): Promise<BrandFile> {
  const path = join(folder, name)
  const bytes = await bytesOf(path, surroundings)
  const read = await readBrandFile(bytes, type)
  if (!read.ok) throw new Misuse(`${path}: ${read.problems.join(' ')}`)
  const { notes, room } = read.summary
  for (const note of notes) surroundings.complain(`${path}: ${note}`)
  return { fileName: name, bytes, ...(room === undefined ? {} : { room }) }
}

/** The brand itself; a folder without one is told apart from a path that leads nowhere. */
async function brandBytes(named: string, path: string, surroundings: Surroundings): Promise<Uint8Array> {
  try {
    return await surroundings.readBytes(path)
  } catch (error) {
    const { reason, problems } = fileRefusal(error, path)
    if (reason !== 'missing' || path === named) throw new Misuse(problems.join(' '))
    throw new Misuse(
      `There is no ${usualName} in ${named}. Put one there that names the logo, the colours and the templates beside it (docs/documents.md), or name another folder or a file that ends in .json.`,
    )
  }
}

async function bytesOf(path: string, surroundings: Surroundings): Promise<Uint8Array> {
  try {
    return await surroundings.readBytes(path)
  } catch (error) {
    throw new Misuse(fileRefusal(error, path).problems.join(' '))
  }
}
