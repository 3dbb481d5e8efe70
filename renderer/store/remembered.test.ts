import { afterEach, describe, expect, test, vi } from 'vitest'
import { forget, readRemembered, readRememberedJson, remember, rememberJson } from './remembered.ts'

function storage(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
  }
}

const refuse = (): never => {
  throw new DOMException('The quota has been exceeded', 'QuotaExceededError')
}

afterEach(() => vi.unstubAllGlobals())

describe('what the machine remembers', () => {
  test('is found again until it is forgotten', () => {
    vi.stubGlobal('localStorage', storage())
    remember('name', 'Ada')
    rememberJson('sizes', { left: 240 })
    expect(readRemembered('name')).toBe('Ada')
    expect(readRememberedJson('sizes')).toEqual({ left: 240 })
    forget('name')
    expect(readRemembered('name')).toBeUndefined()
  })

  test('text that is not JSON reads as nothing', () => {
    vi.stubGlobal('localStorage', storage())
    remember('sizes', '{"left":')
    expect(readRememberedJson('sizes')).toBeUndefined()
    expect(readRememberedJson('never')).toBeUndefined()
  })

  test.each([
    ['absent', undefined],
    ['refused', { getItem: refuse, setItem: refuse, removeItem: refuse }],
  ])('a storage that is %s finds nothing and throws nothing', (_, given) => {
    vi.stubGlobal('localStorage', given)
    remember('name', 'Ada')
    forget('name')
    expect(readRemembered('name')).toBeUndefined()
    expect(readRememberedJson('name')).toBeUndefined()
  })
})
