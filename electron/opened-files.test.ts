import { expect, test, vi } from 'vitest'
import { createOpenedFiles } from './opened-files.ts'

const read = async (path: string) => ({ ok: true as const, handle: path, fileName: path, folder: '~', text: '{}' })

test('files wait for the page, and wait again when it is gone', async () => {
  const tell = vi.fn<(opened: { handle?: string }) => void>()
  const opened = createOpenedFiles(read, (answer) => tell(answer.ok ? answer : {}))
  const told = () => tell.mock.calls.map(([answer]) => answer.handle)
  opened.add('one')
  await Promise.resolve()
  expect(told()).toEqual([])
  opened.pageListens()
  opened.add('two')
  await expect.poll(told).toEqual(['one', 'two'])
  opened.pageGone()
  opened.add('three')
  opened.pageListens()
  await expect.poll(told).toEqual(['one', 'two', 'three'])
})
