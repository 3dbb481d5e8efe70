import { anyFinding } from '../testing/finding.ts'
import type { Log } from 'sarif'
import { describe, expect, it } from 'vitest'
import { parseDesign } from '../../design/file.ts'
import { printDesign } from '../../design/print.ts'
import { checks } from '../../checks/rules/index.ts'
import { threats } from '../../threats/catalog/index.ts'
import { entryOf } from '../../threats/frameworks/name-reference.ts'
import { clearText } from '../testing/clear-text.ts'
import { inspect } from '../testing/inspect.ts'
import { failuresOf, placesIn, type Report } from './report.ts'
import { writeJunit } from './write-junit.ts'
import { writeSarif } from './write-sarif.ts'

const rules = [...threats, ...checks]
function reportOf(more: Partial<Report> = {}, design = clearText): Report {
  const text = printDesign(design)
  const parsed = parseDesign(text)
  if (!parsed.ok) throw new Error(parsed.problems[0]?.sentence)
  return {
    file: './designs/my service.lintel.json',
    text,
    design,
    ...inspect(design, rules),
    rules,
    off: [{ id: 'X-99', title: 'Not looked at', reason: 'Done elsewhere' }],
    version: '1.2.3',
    ...more,
  }
}
const [found] = inspect(clearText, rules).findings
if (found === undefined) throw new Error('The sample has no finding')
const waived = {
  ...clearText,
  treatments: [
    {
      id: 't-1',
      rule: found.rule,
      on: found.anchors,
      response: 'accept' as const,
      reason: 'The tunnel <below> encrypts',
      approver: 'CISO',
      until: '2027-01-31',
    },
  ],
}

describe('SARIF', () => {
  const run = (report: Report) => {
    const log = JSON.parse(writeSarif(report)) as Log
    expect(log.version).toBe('2.1.0')
    const [only] = log.runs
    if (only === undefined) throw new Error('no run')
    return only
  }

  it('says where each finding stands, under a fingerprint that stays', () => {
    const report = reportOf()
    const { results = [], tool } = run(report)
    expect(results).toHaveLength(report.findings.length)
    const result = results.find(({ ruleId }) => ruleId === found.rule)
    const [location] = result?.locations ?? []
    expect(location?.physicalLocation?.artifactLocation?.uri).toBe('designs/my%20service.lintel.json')
    const line = location?.physicalLocation?.region?.startLine ?? 0
    expect(report.text.split('\n')[line - 1]).toContain(`"${found.anchors[0] ?? ''}"`)
    expect(location?.logicalLocations?.[0]?.fullyQualifiedName).toMatch(/^(flows|components)\[\d+\]$/u)
    expect(result?.partialFingerprints).toEqual({ 'lintel/v1': found.id })
    expect(result?.suppressions).toEqual([])
    expect(tool.driver).toMatchObject({ name: 'Lintel', semanticVersion: '1.2.3' })
    // A result points at its rule by its place in the list.
    for (const each of results) expect(tool.driver.rules?.[each.ruleIndex ?? -1]?.id).toBe(each.ruleId)
  })

  it('names by its title what a person wrote down, under a rule that stands for all such', () => {
    const manual = anyFinding({
      rule: 'manual-threat',
      title: 'Forged ticket',
      problem: 'Anyone writes.',
      fix: 'Sign it.',
      anchors: ['one', 'two'],
    })
    const { results = [], tool } = run(reportOf({ findings: [manual] }))
    const [result] = results
    expect(result?.message.text).toBe('Forged ticket: Anyone writes. Sign it.')
    expect(tool.driver.rules?.[result?.ruleIndex ?? -1]?.id).toBe('manual-threat')
    for (const { message } of result?.relatedLocations ?? []) expect(message?.text).toBeTruthy()
    expect(result?.relatedLocations).not.toEqual([])
    const plain = { ...manual, title: 'Anyone writes', stride: 'T', linddun: ['Dd'] as const, note: 'It ran out.' }
    const [once] = run(reportOf({ findings: [plain] })).results ?? []
    expect(once?.message.text).toBe('Anyone writes. Sign it.')
    expect(once?.properties).toMatchObject({ stride: 'T', linddun: 'Dd', openAgainBecause: 'It ran out.' })
  })

  it('suppresses what somebody treated, with the reason', () => {
    const { results = [] } = run(reportOf({}, waived))
    expect(results.find(({ ruleId }) => ruleId === found.rule)?.suppressions).toEqual([
      {
        kind: 'inSource',
        status: 'accepted',
        justification: 'Accepted by CISO until 2027-01-31: The tunnel <below> encrypts',
      },
    ])
  })

  it('names what its rules refer to, each catalogue and edition by itself', () => {
    const plainRun = run(reportOf())
    expect(plainRun.taxonomies).toBeUndefined()
    const { taxonomies = [], tool } = run(reportOf({ entryOf }))
    expect(taxonomies.find(({ name }) => name === 'Common Weakness Enumeration')?.taxa).toContainEqual({
      id: 'CWE-319',
      shortDescription: { text: expect.stringContaining('Cleartext') as string },
      fullDescription: { text: expect.stringContaining('CWE-319') as string },
    })
    const rule = tool.driver.rules?.find(({ id }) => id === 'INF-01')
    expect(rule?.properties?.tags).toContain('external/cwe/cwe-319')
    for (const { target } of rule?.relationships ?? []) {
      const taxonomy = taxonomies[target.toolComponent?.index ?? -1]
      expect(taxonomy?.name).toBe(target.toolComponent?.name)
      expect(taxonomy?.taxa?.some(({ id }) => id === target.id)).toBe(true)
    }
  })

  it('says which rules did not look', () => {
    const { invocations = [], tool } = run(reportOf())
    const [override] = invocations[0]?.ruleConfigurationOverrides ?? []
    expect(override).toMatchObject({ descriptor: { id: 'X-99' }, configuration: { enabled: false } })
    expect(tool.driver.rules?.[override?.descriptor.index ?? -1]?.id).toBe('X-99')
  })
})

describe('JUnit XML', () => {
  it('has a suite for each topic, a test for each rule and finding, and counts that add up', () => {
    const report = reportOf()
    const xml = writeJunit(report)
    const count = (what: string): number => xml.split(what).length - 1
    const silent = rules.filter(({ id }) => report.findings.every(({ rule }) => rule !== id)).length
    expect(count('<testcase ')).toBe(report.findings.length + silent + 1)
    expect(count('<failure ')).toBe(report.findings.filter(({ status }) => status === 'open').length)
    expect(xml).toContain(`tests="${count('<testcase ')}" failures="${count('<failure ')}"`)
    expect(count('<testsuite ')).toBe(new Set(rules.map(({ topic }) => topic)).size + 1)
    expect(xml).toContain('<skipped message="Switched off: Done elsewhere"/>')
  })

  it('fails only what fails the check, and skips what was treated', () => {
    const critical = writeJunit(reportOf({ failOn: 'critical' }))
    expect(critical).not.toContain('<failure ')
    expect(critical).toContain('<system-out>')
    const xml = writeJunit(reportOf({}, waived))
    expect(xml).toContain('<skipped message="Accepted by CISO until 2027-01-31: The tunnel &lt;below&gt; encrypts"/>')
  })

  it('is well-formed whatever names say', () => {
    const odd = { ...clearText, name: 'A & B "<x>" \u0007' }
    const xml = writeJunit(reportOf({}, odd))
    expect(xml).toContain('name="Lintel: A &amp; B &quot;&lt;x&gt;&quot; "')
    expect(xml.match(/&(?!amp;|lt;|gt;|quot;)/gu)).toBeNull()
    expect(xml.match(/<testcase /gu)?.length).toBe(
      (xml.match(/<\/testcase>/gu)?.length ?? 0) + (xml.match(/<testcase [^>]*\/>/gu)?.length ?? 0),
    )
  })
})

describe('what a check comes to', () => {
  it('fails at the severity or above, and never by what was treated', () => {
    const { findings } = reportOf()
    expect(failuresOf({ findings })).toEqual([])
    expect(failuresOf({ findings, failOn: found.severity }).map(({ id }) => id)).toContain(found.id)
    expect(failuresOf({ findings, failOn: 'critical' })).toEqual([])
    const { findings: treated } = reportOf({}, waived)
    expect(failuresOf({ findings: treated, failOn: 'low' }).map(({ id }) => id)).not.toContain(found.id)
  })

  it('finds elements in the text, those that only a variant has too', () => {
    const text = '{\n "components": [\n {"id": "a"}],\n "variants": [{"changes": {"flows": {\n "f-b": {}}}}]\n}'
    expect([...placesIn(text, ['a', 'f-b', 'gone'])]).toEqual([
      ['a', { path: 'components[0]', line: 3 }],
      ['f-b', { path: 'variants[0].changes.flows.f-b', line: 5 }],
      ['gone', { path: '', line: 1 }],
    ])
    expect(placesIn('no JSON', ['a']).get('a')).toEqual({ path: '', line: 1 })
  })
})
