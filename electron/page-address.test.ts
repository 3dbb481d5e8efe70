import { describe, expect, test } from 'vitest'
import { isPageAddress, mayRequest } from './page-address.ts'

const server = 'http://localhost:5173/'

describe('addresses of the page', () => {
  test.each(['app://bundle/', 'app://bundle/index.html', 'app://bundle/print/1?x#y'])('%s is the studio', (address) => {
    expect(isPageAddress(address)).toBe(true)
  })

  test.each([
    'app://bundle.example/',
    'app://other/',
    'app://user@bundle/',
    'https://bundle/',
    'file:///etc/passwd',
    'about:blank',
    'data:text/html,app://bundle/',
    'app:bundle',
    '',
    'http://localhost:5173/',
  ])('%s is not', (address) => {
    expect(isPageAddress(address)).toBe(false)
  })

  test('the development server counts only when there is one, and only that host and port', () => {
    expect(isPageAddress('http://localhost:5173/main.tsx', server)).toBe(true)
    expect(isPageAddress('http://localhost:5174/main.tsx', server)).toBe(false)
    expect(isPageAddress('https://localhost:5173/main.tsx', server)).toBe(false)
  })
})

describe('requests', () => {
  test.each(['app://bundle/assets/a.js', 'data:font/woff2;base64,AA', 'blob:app://bundle/0f-1'])(
    '%s passes',
    (address) => {
      expect(mayRequest(address)).toBe(true)
    },
  )

  test.each([
    'https://example.com/',
    'http://127.0.0.1/',
    'ws://localhost:5173/',
    'wss://example.com/',
    'file:///etc/passwd',
    'ftp://example.com/',
    'blob:https://example.com/1',
    'devtools://devtools/bundled/inspector.html',
    'chrome://gpu',
    'nonsense',
  ])('%s is blocked', (address) => {
    expect(mayRequest(address)).toBe(false)
  })

  test('development lets its server, its socket and the developer tools through, nothing else', () => {
    expect(mayRequest('ws://localhost:5173/', server)).toBe(true)
    expect(mayRequest('devtools://devtools/bundled/inspector.html', server)).toBe(true)
    expect(mayRequest('ws://example.com/', server)).toBe(false)
    expect(mayRequest('https://example.com/', server)).toBe(false)
  })
})
