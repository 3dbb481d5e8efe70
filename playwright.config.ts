import { defineConfig } from '@playwright/test'

const port = process.env['LINTEL_PORT']
if (port === undefined)
  throw new Error('Run these tests by "npm run e2e", which finds Electron, Chromium and a screen.')

const address = `http://127.0.0.1:${port}/`
/** What only the desktop program has. */
const desktopOnly = [
  '**/security.spec.ts',
  '**/packaged.spec.ts',
  '**/shell.spec.ts',
  '**/story.spec.ts',
  '**/recovery.spec.ts',
  '**/bad-files.spec.ts',
  '**/leave-behind.spec.ts',
]

/** Fingers are put on the screen by the protocol of the browser; what they meet is the same page in both. */
const browserOnly = ['**/touch.spec.ts']

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter:
    process.env['LINTEL_REPORT'] === undefined
      ? 'list'
      : [['list'], ['json', { outputFile: process.env['LINTEL_REPORT'] }]],
  use: { baseURL: address },
  projects: [
    { name: 'desktop', testIgnore: browserOnly },
    { name: 'browser', testIgnore: desktopOnly },
  ],
  webServer: { command: `node dist/serve.js ${port}`, url: address, reuseExistingServer: false },
})
