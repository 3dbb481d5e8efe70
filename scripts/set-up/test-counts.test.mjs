import { expect, test } from 'vitest'
import { countPlaywright, countVitest, sum } from './test-counts.mjs'

test('counts add up, and what could not even be loaded has failed', () => {
  const unit = countVitest({
    numPassedTests: 5,
    numFailedTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [{}] },
      { status: 'failed', assertionResults: [] },
    ],
  })
  const e2e = countPlaywright({ stats: { expected: 3, unexpected: 0, flaky: 1 }, errors: [{}] })
  expect([unit, e2e, sum([unit, e2e])]).toEqual([
    { passed: 5, failed: 2 },
    { passed: 3, failed: 2 },
    { passed: 8, failed: 4 },
  ])
})
