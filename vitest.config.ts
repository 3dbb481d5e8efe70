import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    // Real time and real chance are passed in; a test that hangs is wrong, one that waits for a busy machine is not.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // What is waited for may take its time on a busy machine.
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: 2,
    setupFiles: ['scripts/property-seed.mjs'],
    projects: [
      {
        extends: true,
        // Pure: one file leaves nothing behind for the next, so they share what they import.
        test: { name: 'shared', include: ['shared/**/*.test.ts'], isolate: false },
      },
      {
        extends: true,
        test: { name: 'program', include: ['*.test.ts', '{electron,renderer,scripts}/**/*.test.{ts,tsx,mjs}'] },
      },
    ],
  },
})
