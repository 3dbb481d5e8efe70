import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['*.test.ts', '{shared,electron,renderer,scripts}/**/*.test.{ts,tsx,mjs}'],
    environment: 'node',
    // Real time and real chance are passed in; a test that hangs is wrong.
    testTimeout: 60_000,
  },
})
