import { expect, test } from 'vitest'
import { playwrightFailures, vitestFailures } from './test-failures.mjs'

test('a failed test is named with its file and the beginning of its reason', () => {
  const failures = vitestFailures({
    testResults: [
      { name: 'whole.test.ts', status: 'passed', assertionResults: [{ status: 'passed' }] },
      {
        name: 'laws.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'a law that holds' },
          { status: 'failed', fullName: 'a law', failureMessages: [`Property failed\n${'x'.repeat(1_000)}`] },
        ],
      },
      { name: 'broken.test.ts', status: 'failed', message: 'Unexpected token', assertionResults: [] },
    ],
  })
  expect(failures.map(({ where }) => where)).toEqual(['laws.test.ts > a law', 'broken.test.ts'])
  expect(failures[0]?.why).toBe(`Property failed\n${'x'.repeat(400)}…`)
  expect(failures[1]?.why).toBe('Unexpected token')
})

test('a failed journey is named with its window, wherever it stands among the suites', () => {
  const failures = playwrightFailures({
    suites: [
      {
        suites: [
          {
            specs: [
              spec('opens', 'expected', []),
              spec('closes', 'unexpected', [{ message: '\u001B[31mlocator\u001B[39m not found' }]),
              spec('wavers', 'flaky', [{ message: 'once' }]),
            ],
          },
        ],
      },
    ],
    errors: [{ message: 'no screen' }],
  })
  expect(failures).toEqual([
    { where: '[desktop] a.spec.ts:7 > closes', why: 'locator not found' },
    { where: '[desktop] a.spec.ts:7 > wavers', why: 'once' },
    { where: 'outside any test', why: 'no screen' },
  ])
})

function spec(title, status, errors) {
  return { title, file: 'a.spec.ts', line: 7, tests: [{ projectName: 'desktop', status, results: [{ errors }] }] }
}
