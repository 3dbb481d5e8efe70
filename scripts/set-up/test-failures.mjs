import { stripVTControlCharacters } from 'node:util'

/** What failed, one entry each: where, and why in at most a few lines. Said once more at the end, where a long log is read first. */
const LINES_OF_A_REASON = 12

export function vitestFailures({ testResults = [] }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0) return status === 'failed' ? [{ where: name, why: shorten(message) }] : []
    return failed.map((test) => ({
      where: `${name} > ${test.fullName}`,
      why: shorten(test.failureMessages.join('\n')),
    }))
  })
}

export function playwrightFailures({ suites = [], errors = [] }) {
  return [
    ...suites.flatMap(failuresOfSuite),
    ...errors.map(({ message }) => ({ where: 'outside any test', why: shorten(message) })),
  ]
}

function failuresOfSuite({ suites = [], specs = [] }) {
  const own = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, results }) => ({
        where: `[${projectName}] ${file}:${line} > ${title}`,
        why: shorten(results.flatMap(({ errors = [] }) => errors.map(({ message }) => message)).join('\n')),
      })),
  )
  return [...own, ...suites.flatMap(failuresOfSuite)]
}

function shorten(reason = '') {
  // A design drawn by chance is a line of ten thousand characters: its beginning and the seed above it lead there.
  return stripVTControlCharacters(reason)
    .split('\n')
    .slice(0, LINES_OF_A_REASON)
    .map((line) => (line.length > 400 ? `${line.slice(0, 400)}…` : line))
    .join('\n')
}
