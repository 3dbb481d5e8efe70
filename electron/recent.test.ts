import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { createFileHandles, fileHandlesSchema, type FileHandles } from './file-handles.ts'
import { createRecentFiles, recentSchema, type RecentFiles } from './recent.ts'
import { openStoredState } from './stored-state.ts'

let handles: FileHandles
let recent: RecentFiles
let hour: number

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'recent-'))
  hour = 0
  handles = createFileHandles(openStoredState(join(folder, 'files.json'), fileHandlesSchema, { files: [] }))
  recent = createRecentFiles(
    openStoredState(join(folder, 'recent.json'), recentSchema, { workspaces: {} }),
    handles,
    () => new Date(Date.UTC(2026, 0, 1, hour++)),
  )
})

const names = (workspaceId: string) => recent.list(workspaceId).map((file) => file.fileName)

test('the newest is first, and a file stands in the list once', () => {
  const [a, b] = ['/w/a.json', '/w/b.json'].map(handles.handleOf)
  recent.remember('acme', a!)
  recent.remember('acme', b!)
  recent.remember('acme', a!)
  expect(names('acme')).toEqual(['a.json', 'b.json'])
  expect(recent.list('acme')[0]?.openedAt).toBe('2026-01-01T02:00:00.000Z')
})

test('a workspace never shows the files of another', () => {
  recent.remember('acme', handles.handleOf('/w/acme.json'))
  recent.remember('globex', handles.handleOf('/w/globex.json'))
  expect(names('acme')).toEqual(['acme.json'])
  recent.clear('acme')
  expect(names('acme')).toEqual([])
  expect(names('globex')).toEqual(['globex.json'])
  expect(names('__proto__')).toEqual([])
})

test('one file can be forgotten, twenty are kept', () => {
  for (let index = 0; index < 30; index++) recent.remember('acme', handles.handleOf(`/w/${index}.json`))
  expect(recent.list('acme')).toHaveLength(20)
  recent.forget('acme', handles.handleOf('/w/29.json'))
  expect(names('acme')[0]).toBe('28.json')
})

test('a handle nobody gave out is not remembered', () => {
  recent.remember('acme', 'made-up')
  expect(recent.list('acme')).toEqual([])
})
