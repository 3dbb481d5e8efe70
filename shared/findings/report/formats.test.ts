import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { threats } from '../../threats/catalog/index.ts'
import { entryOf } from '../../threats/frameworks/name-reference.ts'
import { checks } from '../../checks/rules/index.ts'
import type { Design } from '../../design/design.ts'
import { printDesign } from '../../design/print.ts'
import { mailingAgent } from '../testing/bases.ts'
import { clearText } from '../testing/clear-text.ts'
import { inspect } from '../testing/inspect.ts'
import type { Report } from './report.ts'
import { junitFaults } from './testing/junit-shape.ts'
import { sarifShape } from './testing/sarif-shape.ts'
import { writeJunit } from './write-junit.ts'
import { writeSarif } from './write-sarif.ts'

const rules = [...threats, ...checks]
const untreated: Design = { ...clearText, name: 'Lines & <tags> "quoted"' }
const [first] = inspect(clearText, rules).findings
const treated: Design = {
  ...clearText,
  treatments: [
    {
      id: 't-1',
      rule: first?.rule ?? '',
      on: first?.anchors ?? [],
      response: 'accept',
      reason: 'The tunnel <below> encrypts',
      approver: 'CISO',
      until: '2027-01-31',
    },
  ],
}
const reports = [
  ['with nothing to say', { ...clearText, components: [], flows: [] }],
  ['with findings', untreated],
  ['with a treated finding', treated],
  ['with a way of attack', mailingAgent],
].map(([what, design]) => {
  const report: Report = {
    file: './designs/my service.lintel.json',
    text: printDesign(design as Design),
    design: design as Design,
    ...inspect(design as Design, rules),
    rules,
    off: [{ id: 'X-99', title: 'Not looked at', reason: 'Done <elsewhere>' }],
    version: '1.2.3',
    entryOf,
  }
  return [what as string, report] as const
})
const faultsOf = (log: unknown): readonly string[] => {
  const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(sarifShape)
  validate(log)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
}

it('makes no link of a name that reads like one', () => {
  const named: Design = {
    ...mailingAgent,
    components: (mailingAgent.components ?? []).map((each) => ({ ...each, name: `[${each.name}](javascript:go)` })),
  }
  const report: Report = {
    file: 'a.json',
    text: printDesign(named),
    design: named,
    ...inspect(named, rules),
    rules,
    off: [],
  }
  const written = writeSarif(report)
  expect(written).toContain(String.raw`\\[Agent\\](javascript:go)`)
  expect(written).not.toMatch(/\[Agent\]\(/u)
})

describe.each(reports)('a report %s', (_, report) => {
  it('is SARIF 2.1.0', () => {
    expect(faultsOf(JSON.parse(writeSarif(report)))).toEqual([])
  })

  it('has addresses that are relative references', () => {
    const uris = [...writeSarif(report).matchAll(/"uri": "([^"]*)"/gu)].map(([, uri = '']) => uri)
    expect(uris.length).toBeGreaterThan(0)
    for (const uri of uris) expect(new URL(uri, 'file:///repository/').pathname).toBe(`/repository/${uri}`)
  })

  it('is JUnit XML as continuous integration reads it', () => {
    expect(junitFaults(writeJunit(report))).toEqual([])
    expect(junitFaults(writeJunit({ ...report, failOn: 'critical' }))).toEqual([])
  })
})

it('notices what the formats do not have', () => {
  const [, [, report]] = reports as [unknown, readonly [string, Report]]
  const log = writeSarif(report)
  expect(faultsOf(JSON.parse(log.replace('"columnKind"', '"columnSort"')))).toContainEqual(
    expect.stringContaining('/runs/0 '),
  )
  expect(faultsOf(JSON.parse(log.replaceAll(/"startLine": \d+/gu, '"startLine": 0')))).not.toEqual([])
  expect(faultsOf(JSON.parse(log.replace('"level": "', '"level": "very ')))).not.toEqual([])
  const xml = writeJunit(report)
  expect(junitFaults(xml.replace('<testsuites ', '<testsuites skipped="1" '))).toEqual([
    'testsuites has no attribute skipped',
  ])
  expect(junitFaults(xml.replace('</testsuites>', ''))).toEqual(['testsuites is not closed'])
  expect(junitFaults(xml.replace(' tests="', ' test="'))).not.toEqual([])
})
