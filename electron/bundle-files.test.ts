import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { bundlePath, contentType, readBundleFile } from './bundle-files.ts'

const folder = resolve('/srv/studio')

describe('paths of the bundle', () => {
  test('the root is the index, other paths are files below the folder', () => {
    expect(bundlePath(folder, '/')).toBe(join(folder, 'index.html'))
    expect(bundlePath(folder, '/assets/a%20b.js')).toBe(join(folder, 'assets', 'a b.js'))
  })

  test.each([
    '/../secret',
    '/..%2fsecret',
    '/%2e%2e/%2e%2e/secret',
    '/assets/../../secret',
    '/..\\secret',
    '/..%5csecret',
    '/%00',
    '/%E0%A4%A',
    '/.',
    '/..',
  ])('%s leads nowhere', (path) => {
    expect(bundlePath(folder, path)).toBeUndefined()
  })

  test('no path whatever leads outside the folder', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('..', '.', '%2e%2e', '/', '%2f', '\\', '\0', '%00'))
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const path = bundlePath(folder, `/${pieces.join('/')}`)
        expect(path === undefined || path.startsWith(folder + '/')).toBe(true)
      }),
    )
  })

  test('a name that begins with dots is still a name', () => {
    expect(bundlePath(folder, '/..a.js')).toBe(join(folder, '..a.js'))
  })
})

test('files are read with their type; a missing one is nothing', async () => {
  const made = await mkdtemp(join(tmpdir(), 'bundle-'))
  await writeFile(join(made, 'index.html'), '<p>')
  expect(await readBundleFile(made, '/')).toMatchObject({ type: 'text/html; charset=utf-8' })
  expect(await readBundleFile(made, '/none.js')).toBeUndefined()
  expect(contentType('a.PNG')).toBe('image/png')
  expect(contentType('a.unknown')).toBe('application/octet-stream')
})
