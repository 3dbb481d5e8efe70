import type {
  CodeFlow,
  Location,
  Log,
  ReportingDescriptor,
  ReportingDescriptorRelationship,
  Result,
  ToolComponent,
} from 'sarif'
import { nameOf } from '../../design/collections.ts'
import { groupBy } from '../../design/group-by.ts'
import { manualThreatRule } from '../../design/design.ts'
import type { Finding, Severity } from '../finding.ts'
import type { Rule } from '../rule.ts'
import { type CatalogueEntry, type Place, placesIn, reasonOf, type Report } from './report.ts'

const levels: Readonly<Record<Severity, Result.level>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
}

/** The 0 to 10 by which code hosts sort findings of security; the middle of the usual ranges. */
const scores: Readonly<Record<Severity, string>> = { critical: '9.5', high: '8.0', medium: '5.5', low: '2.0' }

/**
 * A report as SARIF 2.1.0, for code hosts and editors. Results stand at the line of the first element that a finding is
 * about; fingerprints are those of the product, so that a result stays the same when lines move; what somebody treated
 * is suppressed with the reason.
 */
export function writeSarif(report: Report): string {
  return `${JSON.stringify(buildSarif(report), undefined, 2)}\n`
}

/** The same as plain JSON. */
export function buildSarif(report: Report): Log {
  const { findings, rules, off, version } = report
  const uri = uriOf(report.file)
  const places = placesIn(report.text, [...new Set(findings.flatMap(idsOf))])
  const told = new Set(findings.map(({ rule }) => rule))
  const speaking = rules.filter(({ id }) => told.has(id))
  const taxonomies = taxonomiesOf(speaking, report)
  const descriptors = [
    ...speaking.map((rule) => describeRule(rule, taxonomies, report)),
    ...(told.has(manualThreatRule) ? [writtenDown] : []),
    ...off.map(({ id, title }): ReportingDescriptor => ({ id, shortDescription: { text: title } })),
  ]
  const index = new Map(descriptors.map(({ id }, position) => [id, position]))
  const overrides = off.map(({ id }) => ({
    descriptor: { id, index: index.get(id) ?? -1 },
    configuration: { enabled: false },
  }))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Lintel',
            ...(version === undefined ? {} : { semanticVersion: version }),
            rules: descriptors,
          },
        },
        ...(taxonomies.length === 0 ? {} : { taxonomies: [...taxonomies] }),
        columnKind: 'utf16CodeUnits',
        artifacts: [{ location: { uri } }],
        invocations: [
          {
            executionSuccessful: true,
            ...(overrides.length === 0 ? {} : { ruleConfigurationOverrides: overrides }),
          },
        ],
        results: findings.map((finding) => describeResult(finding, { report, uri, places, index })),
        properties: { openQuestions: report.questions.length },
      },
    ],
  }
}

/** What stands for a rule where a person, or an imported file, says the threat: each result has a title of its own. */
const writtenDown: ReportingDescriptor = {
  id: manualThreatRule,
  name: 'Threat that somebody wrote down',
  shortDescription: { text: 'Threat that somebody wrote down' },
  fullDescription: { text: 'A person or an imported file names this threat; no rule derives it from the drawing.' },
  help: { text: 'A person or an imported file names this threat; no rule derives it from the drawing.' },
  defaultConfiguration: { level: 'warning' },
  properties: { tags: ['threat'] },
}

function describeRule(rule: Rule, taxonomies: readonly ToolComponent[], report: Report): ReportingDescriptor {
  const { id, title, why, severity, topic, lenses } = rule
  const entries = entriesOf(rule, report)
  const relationships = entries.map((entry): ReportingDescriptorRelationship => {
    const index = taxonomies.findIndex(({ name, version }) => name === entry.catalogue && version === entry.edition)
    return { target: { id: entry.id, toolComponent: { name: entry.catalogue, index } }, kinds: ['relevant'] }
  })
  return {
    id,
    name: title,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: why },
    defaultConfiguration: { level: levels[severity] },
    ...(relationships.length === 0 ? {} : { relationships }),
    properties: {
      tags: [topic, ...lenses, ...entries.flatMap(weaknessTag)],
      ...(lenses.includes('threat') ? { 'security-severity': scores[severity] } : {}),
    },
  }
}

/** What a rule refers to, each entry once. */
function entriesOf({ references }: Rule, { entryOf }: Report): readonly CatalogueEntry[] {
  const entries = references.flatMap((reference) => entryOf?.(reference) ?? [])
  const nameOfEntry = ({ catalogue, edition, id }: CatalogueEntry): string => `${catalogue} ${edition} ${id}`
  return [...new Map(entries.map((entry) => [nameOfEntry(entry), entry])).values()]
}

/** The word by which code hosts sort results by weakness. */
function weaknessTag({ framework, id }: CatalogueEntry): readonly string[] {
  return framework === 'cwe' ? [`external/cwe/${id.toLowerCase()}`] : []
}

/** Each catalogue and edition that these rules refer to, with the entries that they do. */
function taxonomiesOf(rules: readonly Rule[], report: Report): readonly ToolComponent[] {
  const entries = rules.flatMap((rule) => entriesOf(rule, report))
  const editions = groupBy(entries, ({ catalogue, edition }) => `${catalogue} ${edition}`)
  return [...editions.values()].flatMap((group): readonly ToolComponent[] => {
    const [first] = group
    if (first === undefined) return []
    const taxa = [...new Map(group.map((entry) => [entry.id, entry])).values()]
    return [
      {
        name: first.catalogue,
        version: first.edition,
        taxa: taxa
          .toSorted((a, b) => (a.id < b.id ? -1 : 1))
          .map(({ id, title, words }) => ({
            id,
            ...(title === '' ? {} : { shortDescription: { text: title } }),
            fullDescription: { text: words },
          })),
      },
    ]
  })
}

interface Setting {
  readonly report: Report
  readonly uri: string
  readonly places: ReadonlyMap<string, Place>
  readonly index: ReadonlyMap<string, number>
}

function describeResult(finding: Finding, { report, uri, places, index }: Setting): Result {
  const at = (id: string): Location => {
    const place = places.get(id) ?? { path: '', line: 1 }
    return {
      physicalLocation: { artifactLocation: { uri, index: 0 }, region: { startLine: place.line } },
      ...(place.path === '' ? {} : { logicalLocations: [{ fullyQualifiedName: place.path, name: id }] }),
    }
  }
  const flows = codeFlowsOf(finding, report.design, at)
  const related = (id: string, position: number): Location => ({
    id: position,
    ...at(id),
    message: { text: withoutLinks(nameOf(report.design, id)) },
  })
  const [first = ''] = finding.anchors
  const others = idsOf(finding).filter((id) => id !== first)
  return {
    ruleId: finding.rule,
    ...(index.has(finding.rule) ? { ruleIndex: index.get(finding.rule) } : {}),
    level: levels[finding.severity],
    message: { text: withoutLinks(messageOf(finding)) },
    locations: [at(first)],
    ...(others.length === 0 ? {} : { relatedLocations: others.map(related) }),
    ...(flows === undefined ? {} : { codeFlows: flows }),
    partialFingerprints: { 'lintel/v1': finding.id },
    suppressions:
      finding.status === 'open'
        ? []
        : [{ kind: 'inSource', status: 'accepted', justification: reasonOf(finding, report.design) }],
    properties: factsOf(finding),
  }
}

/** How bad it is and of what kind, as far as that is known, for those who sort results by it. */
function factsOf({ severity, topic, weighed, rating, residual, stride, linddun, note }: Finding): object {
  return {
    severity,
    topic,
    weighed,
    ...(rating === undefined ? {} : { likelihood: rating.likelihood, impact: rating.impact }),
    ...(residual === undefined ? {} : { residualSeverity: residual.severity }),
    ...(stride === undefined ? {} : { stride }),
    ...(linddun === undefined ? {} : { linddun: linddun.join(' ') }),
    ...(note === undefined ? {} : { openAgainBecause: note }),
  }
}

/** What is wrong and what helps. The title stands with the rule, unless a person gave it and it says something else. */
function messageOf({ rule, title, problem, fix }: Finding): string {
  const said = `${problem} ${fix}`.trim()
  return rule === manualThreatRule && problem !== `${title}.` ? `${title}: ${said}` : said
}

/** A way of attack from source to sink, one step for each box and arrow, named as on the canvas. */
function codeFlowsOf(
  { path = [], problem }: Finding,
  design: Report['design'],
  at: (id: string) => Location,
): CodeFlow[] | undefined {
  if (path.length < 2) return undefined
  const locations = path.map((id, index) => ({
    executionOrder: index + 1,
    location: { ...at(id), message: { text: withoutLinks(nameOf(design, id)) } },
  }))
  return [{ message: { text: withoutLinks(problem) }, threadFlows: [{ locations }] }]
}

/** A message in which no name becomes a link: SARIF 2.1.0 § 3.11.6 reads "[text](target)" as one wherever it stands. */
function withoutLinks(words: string): string {
  return words.replaceAll(/\[([^\]]*)\](?=\()/gu, String.raw`\[$1\]`)
}

/** What a finding is about, in the order of its path. */
function idsOf({ anchors, path, elements }: Finding): readonly string[] {
  return [...new Set([...anchors, ...(path ?? []), ...elements])]
}

/** A relative reference of RFC 3986, whatever system the path is of. */
function uriOf(file: string): string {
  if (file === '-') return 'design.lintel.json'
  const plain = file.replaceAll('\\', '/').replace(/^\.\//u, '')
  return encodeURI(plain).replaceAll('#', '%23').replaceAll('?', '%3F')
}
