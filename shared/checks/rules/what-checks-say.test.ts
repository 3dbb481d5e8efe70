import { expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { inspect } from '../../findings/testing/inspect.ts'
import { checkFixtures } from './fixtures.ts'
import { checks } from './index.ts'

const about = /^(?:REL|LAT|CST|MDL)-/u

/**
 * What the checks of reliability, latency, cost and model hygiene say of their own fixtures: severity, elements, words and
 * quick fixes. Numbers are masked: they are the estimate's, and have tests of their own.
 */
it('says what is written down here', async () => {
  const lines = checkFixtures
    .filter(({ rule }) => about.test(rule))
    .flatMap(({ rule, fails, alsoFails = [], passes, alsoPasses = [] }) => [
      `${rule} found`,
      ...[fails, ...alsoFails].flatMap((design) => linesOf(rule, design)),
      `${rule} not found`,
      ...[passes, ...alsoPasses].flatMap((design) => linesOf(rule, design)),
    ])
  await expect(lines.join('\n')).toMatchFileSnapshot('testing/what-checks-say.txt')
})

function linesOf(rule: string, design: Design): readonly string[] {
  const { findings, questions } = inspect(
    design,
    checks.filter(({ id }) => id === rule),
  )
  const found = findings.flatMap(({ anchors, severity, elements, problem, fix, quickFix }) => [
    `  ${severity} at ${anchors.join(', ')} (${elements.join(' ')})`,
    `    ${problem} ${fix}`,
    ...(quickFix === undefined ? [] : [`    ${quickFix.label}: ${JSON.stringify(quickFix.patch)}`]),
  ])
  const asked = questions.map(
    ({ id, text, elements }) => `  ? ${id} (${elements.map(({ on }) => on).join(' ')}) ${text}`,
  )
  return [...found, ...asked].map((line) => line.replaceAll(/\d+(?:[  .,]\d+)*/gu, '#'))
}
