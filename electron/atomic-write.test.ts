import { chmod, mkdir, mkdtemp, readFile, readdir, readlink, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { writeAtomically } from './atomic-write.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'write-'))
})

test('replaces the content, keeps the mode, leaves nothing beside it', async () => {
  const path = join(folder, 'a.lintel.json')
  await writeFile(path, 'old')
  await chmod(path, 0o640)
  await writeAtomically(path, 'new')
  expect(await readFile(path, 'utf8')).toBe('new')
  expect((await stat(path)).mode & 0o777).toBe(0o640)
  expect(await readdir(folder)).toEqual(['a.lintel.json'])
})

test('writes through a symbolic link instead of replacing it', async () => {
  await writeFile(join(folder, 'real.json'), 'old')
  await symlink('real.json', join(folder, 'link.json'))
  await writeAtomically(join(folder, 'link.json'), 'new')
  expect(await readlink(join(folder, 'link.json'))).toBe('real.json')
  expect(await readFile(join(folder, 'real.json'), 'utf8')).toBe('new')
})

test('a failure throws and leaves the folder as it was', async () => {
  await expect(writeAtomically(join(folder, 'none', 'a.json'), 'x')).rejects.toMatchObject({ code: 'ENOENT' })
  expect(await readdir(folder)).toEqual([])
})

test('a failure names the file that was wanted, not the one beside it', async () => {
  const taken = join(folder, 'out')
  await mkdir(taken)
  for (const path of [taken, join(folder, 'none', 'a.json')])
    await expect(writeAtomically(path, 'x')).rejects.toMatchObject({ path })
  expect(await readdir(folder)).toEqual(['out'])
})

test('many writes at once leave one whole content', async () => {
  const path = join(folder, 'a.json')
  const texts = Array.from({ length: 20 }, (_, index) => String(index).repeat(10_000))
  await Promise.all(texts.map((text) => writeAtomically(path, text)))
  expect(texts).toContain(await readFile(path, 'utf8'))
  expect(await readdir(folder)).toEqual(['a.json'])
})
