import { readFileSync } from 'node:fs'
import { expect, it, vi } from 'vitest'
import { contextFor } from '../../shared/documents/testing/context-for.ts'
import { leaveEverything, leaving } from './leave-behind-store.ts'

const { written, context, disk } = vi.hoisted(() => ({
  written: new Map<string, string | Uint8Array>(),
  disk: { gone: false },
  context: { now: {} },
}))

vi.mock('../desktop.ts', () => ({
  isDesktop: false,
  desktop: {
    chooseFolder: async () => ({ ok: true, handle: 'folder', fileName: 'Downloads' }),
    writeInFolder: async ({ name, content }: { name: string; content: string | Uint8Array }) => {
      if (disk.gone) return { ok: false, reason: 'missing', problems: ['The folder is gone.'] }
      if (/runbook/.test(name)) return { ok: false, reason: 'failed', problems: ['No space is left for this file.'] }
      written.set(name, content)
      return { ok: true, handle: name }
    },
  },
}))
vi.mock('../export/context-now.ts', () => ({ contextNow: () => context.now }))
vi.mock('../store/autosave.ts', () => ({ flushAutosave: async () => {} }))

it('goes on in the page after a file that cannot be written, and the index says which one is missing', async () => {
  const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
  context.now = contextFor(
    {
      format: 'lintel/design',
      version: 1,
      id: 'd-1',
      name: 'Sketch',
      components: [
        { id: 'c-user', name: 'User', kind: 'user' },
        { id: 'c-app', name: 'App', kind: 'orchestrator' },
      ],
      flows: [{ id: 'f-1', from: 'c-user', to: 'c-app' }],
    },
    prices,
  )
  await leaveEverything()
  const { phase, made, problem, index, planned } = leaving()
  expect(problem).toBeUndefined()
  expect(phase).toBe('done')
  const failed = made.filter(({ state }) => state === 'failed')
  expect(failed.length).toBeGreaterThan(0)
  for (const { name, problem: why } of failed) {
    expect(name).toMatch(/runbook/)
    expect(why).toBe('No space is left for this file.')
    expect(written.has(name)).toBe(false)
  }
  expect(made).toHaveLength(planned.length)
  expect(made.at(-1)?.name).not.toMatch(/runbook/)
  for (const { name, state } of made) if (state === 'new') expect(written.has(name)).toBe(true)
  expect(written.get(index ?? '')).toContain('No space is left for this file.')
})

it('stops at the first file when the folder is gone', async () => {
  disk.gone = true
  await leaveEverything()
  expect(leaving()).toMatchObject({ phase: 'stopped', problem: 'The folder is gone.' })
  const [first, ...rest] = leaving().made
  expect(first?.state).toBe('failed')
  expect(new Set(rest.map(({ state }) => state))).toEqual(new Set(['left out']))
})
