import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { openStoredState } from './stored-state.ts'

const schema = z.object({ count: z.number() })
const freshPath = async () => join(await mkdtemp(join(tmpdir(), 'state-')), 'deep', 'state.json')

test('what was set is there after a restart', async () => {
  const path = await freshPath()
  const state = openStoredState(path, schema, { count: 0 })
  void state.set({ count: 1 })
  void state.set({ count: 2 })
  expect(state.get()).toEqual({ count: 2 })
  await state.settled()
  expect(openStoredState(path, schema, { count: 0 }).get()).toEqual({ count: 2 })
})

test.each(['', '{', '{"count":"many"}', '[]'])('a file holding %j counts as the initial state', async (text) => {
  const path = await freshPath()
  openStoredState(path, schema, { count: 0 })
  await writeFile(path, text)
  expect(openStoredState(path, schema, { count: 7 }).get()).toEqual({ count: 7 })
})

test('the file is for its owner only', async () => {
  const path = await freshPath()
  await openStoredState(path, schema, { count: 0 }).set({ count: 3 })
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ count: 3 })
})
