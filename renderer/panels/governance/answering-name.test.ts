import { afterEach, expect, it, vi } from 'vitest'
import { workspaceStore } from '../../store/workspace-store.ts'
import { answeringName, setAnsweringName } from './answering-name.ts'

afterEach(() => vi.unstubAllGlobals())

it('remembers who answers for each workspace apart, and shows the name in no other', () => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
  workspaceStore.setState({ id: 'bank' })
  setAnsweringName('Nadia of the bank')
  expect(answeringName()).toBe('Nadia of the bank')
  workspaceStore.setState({ id: 'retailer' })
  expect(answeringName()).toBeUndefined()
  workspaceStore.setState({ id: 'bank' })
  expect(answeringName()).toBe('Nadia of the bank')
})
