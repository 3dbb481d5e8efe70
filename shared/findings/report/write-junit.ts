import type { Finding } from '../finding.ts'
import { topicWords } from '../topic-words.ts'
import { failuresOf, placesIn, reasonOf, type Report } from './report.ts'

/**
 * A report as JUnit XML: one suite for each topic. A rule that found nothing is a test that passes; each finding is a
 * test that fails when it fails the check (every open one, when no severity was named), is skipped when somebody
 * treated it, and else passes with the finding as its output; a rule that is switched off is skipped.
 */
export function writeJunit(report: Report): string {
  const cases = casesOf(report)
  const suites = topicWords.flatMap(({ topic, word }) => {
    const own = cases.filter((each) => each.topic === topic)
    return own.length === 0 ? [] : [suite(word, own)]
  })
  const unsorted = cases.filter(({ topic }) => topic === undefined)
  const all = [...suites, ...(unsorted.length === 0 ? [] : [suite('Switched off', unsorted)])]
  // Of the whole, no reader knows a count of what was skipped.
  const head = `<testsuites name=${quoted(`Lintel: ${report.design.name}`)}${counts(cases)}>`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${all.join('')}</testsuites>\n`
}

interface Case {
  readonly topic: string | undefined
  readonly rule: string
  readonly name: string
  readonly state: 'passed' | 'failed' | 'skipped'
  /** The element inside of the case. */
  readonly inside: string
}

function casesOf(report: Report): readonly Case[] {
  const { findings, rules, off } = report
  const failed = new Set(failuresOf({ ...report, failOn: report.failOn ?? 'low' }).map(({ id }) => id))
  const places = placesIn(report.text, [...new Set(findings.flatMap(({ anchors }) => anchors))])
  const told = new Set(findings.map(({ rule }) => rule))
  return [
    ...findings.map((finding): Case => {
      const [first = ''] = finding.anchors
      const place = `${report.file}:${places.get(first)?.line ?? 1}`
      const { id: name, rule, topic } = finding
      if (finding.status !== 'open') {
        const inside = `<skipped message=${quoted(reasonOf(finding, report.design))}/>`
        return { topic, rule, name: `${name} ${finding.title}`, state: 'skipped', inside }
      }
      const details = escaped(textOf(finding, place))
      const isFailed = failed.has(finding.id)
      const inside = isFailed
        ? `<failure type=${quoted(finding.severity)} message=${quoted(finding.problem)}>${details}</failure>`
        : `<system-out>${details}</system-out>`
      return { topic, rule, name: `${name} ${finding.title}`, state: isFailed ? 'failed' : 'passed', inside }
    }),
    ...rules
      .filter(({ id }) => !told.has(id))
      .map(({ id, title, topic }): Case => ({ topic, rule: id, name: `${id} ${title}`, state: 'passed', inside: '' })),
    ...off.map(({ id, title, reason }): Case => {
      const message = `Switched off${reason === undefined ? '' : `: ${reason}`}`
      return {
        topic: undefined,
        rule: id,
        name: `${id} ${title}`,
        state: 'skipped',
        inside: `<skipped message=${quoted(message)}/>`,
      }
    }),
  ]
}

function textOf({ severity, problem, fix, why, weighed }: Finding, place: string): string {
  return `${place}\n${severity}: ${problem}\nFix: ${fix}\nWhy: ${why}\n${weighed}`
}

function suite(name: string, cases: readonly Case[]): string {
  const body = cases.map((each) => {
    const head = `    <testcase classname=${quoted(`${name}.${each.rule}`)} name=${quoted(each.name)}`
    return each.inside === '' ? `${head}/>\n` : `${head}>${each.inside}</testcase>\n`
  })
  return `  <testsuite name=${quoted(name)}${counts(cases)} skipped="${stateCount(cases, 'skipped')}">\n${body.join('')}  </testsuite>\n`
}

function counts(cases: readonly Case[]): string {
  return ` tests="${cases.length}" failures="${stateCount(cases, 'failed')}" errors="0"`
}
function stateCount(cases: readonly Case[], state: Case['state']): number {
  return cases.filter((each) => each.state === state).length
}

function quoted(text: string): string {
  return `"${escaped(text).replaceAll('"', '&quot;').replaceAll(/\s+/gu, ' ')}"`
}

/** XML 1.0 has no way to write control characters: they are dropped. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
