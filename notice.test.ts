import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = import.meta.dirname
const notice = readFileSync(join(root, 'NOTICE'), 'utf8')

/** Fonts are named as people know them. */
const namesOfFonts: Readonly<Record<string, string>> = {
  '@fontsource-variable/inter': 'Inter',
  '@fontsource-variable/jetbrains-mono': 'JetBrains Mono',
}

/** What is bundled: the packages that the program depends on, and those below them, from the lock file. */
function bundled(): ReadonlyMap<string, string> {
  const lock: unknown = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const { packages } = lock as { packages: Record<string, { dev?: boolean; optional?: boolean; license?: string }> }
  const shipped = Object.entries(packages).filter(([path, { dev, optional }]) => path !== '' && !dev && !optional)
  return new Map(shipped.map(([path, { license = '' }]) => [path.replace(/^.*node_modules\//, ''), license]))
}

test('NOTICE names every package that the program depends on', () => {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const { dependencies } = manifest as { dependencies: Record<string, string> }
  const names = Object.keys(dependencies).map((name) => namesOfFonts[name] ?? name)
  expect(names.length).toBeGreaterThan(10)
  expect(names.filter((name) => !notice.includes(name))).toEqual([])
})

test('what is bundled comes under licences that ask for no more than NOTICE and the texts beside the bundles give', () => {
  const known = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-3-Clause', '0BSD', 'Zlib', 'EPL-2.0', 'OFL-1.1'])
  // "A OR B" leaves the choice to us: the known one is taken. "A AND B" holds for parts: all have to be known.
  const isKnown = (licence: string): boolean =>
    licence
      .replace(/^\(|\)$/g, '')
      .split(' AND ')
      .every((part) => part.split(' OR ').some((choice) => known.has(choice)))
  const packages = [...bundled()]
  expect(packages.length).toBeGreaterThan(100)
  expect(packages.filter(([, licence]) => !isKnown(licence))).toEqual([])
})
