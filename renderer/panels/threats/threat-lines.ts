import { manualThreatRule, type Design, type Risk, type Treatment } from '../../../shared/design/design.ts'
import type { Finding, QuestionGroup, Severity } from '../../../shared/findings/finding.ts'
import { isImportedThreat } from '../../../shared/findings/lines.ts'
import { isExpired } from '../../../shared/findings/treat.ts'
import type { Rule } from '../../../shared/findings/rule.ts'
import { letterWords } from '../../../shared/threats/coverage/letter-words.ts'
import { textOfFinding } from '../findings/finding-text.ts'
import type { ShownLine } from '../findings/hold-lines.ts'
import { type Subject, treatmentOf } from './threat-draft.ts'

export type GroupBy = 'place' | 'severity' | 'stride' | 'owner'
export type Shown = 'open' | 'decided' | 'all' | 'unknown' | 'changed'

export interface ThreatFilter {
  readonly shown: Shown
  readonly severity: Severity | undefined
  readonly words: string
}

export const everything: ThreatFilter = { shown: 'open', severity: undefined, words: '' }

/** What a decision about a finding holds on to. */
export function subjectOf({ title, rule, aliases, anchors, severity, facts, remedy }: Finding): Subject {
  return { title, rule, aliases, anchors, severity, facts, at: remedy?.at }
}

/** The record that a finding of a manual threat stands for. */
export function riskOf({ risks = [] }: Design, { rule, anchors }: Finding): Risk | undefined {
  return rule === manualThreatRule ? risks.find(({ id }) => id === anchors[0]) : undefined
}

/** What a threat is now, in words, with the one fact that matters of it: `closing` is the name of what closes it. */
export function statusLine(
  finding: Finding,
  treatment: Treatment | undefined,
  today: string,
  closing?: string,
): string {
  const { status } = finding
  if (status === 'accepted') return treatment?.until === undefined ? 'Accepted' : `Accepted until ${treatment.until}`
  if (status === 'transferred') return 'Transferred'
  if (status === 'avoided') return 'Avoided'
  if (status === 'disputed') return 'Disputed'
  if (status === 'mitigated') return closing === undefined ? 'Mitigated' : `Mitigated by ${closing}`
  if (treatment === undefined) return 'Open'
  if (treatment.response === 'mitigate')
    return treatment.status === 'inProgress' ? 'Being mitigated' : 'To be mitigated'
  return isExpired(treatment, today) ? 'Open again: run out' : 'Open again'
}

/** Whether somebody is late: what was to be done by a day that has passed. */
export function isOverdue(finding: Finding, treatment: Treatment | undefined, today: string): boolean {
  return finding.status === 'open' && treatment?.due !== undefined && treatment.due < today
}

/** A way through the drawing from where it starts to what it hurts, not a fault of one element. */
function isWay({ path, legs }: Finding): boolean {
  return legs !== undefined || (path?.length ?? 0) >= 3
}

export interface ThreatGroup {
  readonly key: string
  readonly title: string
  readonly lines: readonly ShownLine[]
}

interface Naming {
  readonly name: (id: string) => string
  readonly treatment: (finding: Finding) => Treatment | undefined
}

/** Groups in the order of their worst line; ways of attack come first where lines are told by their place. */
export function groupThreats(lines: readonly ShownLine[], by: GroupBy, naming: Naming): readonly ThreatGroup[] {
  const groups = new Map<string, ShownLine[]>()
  for (const line of lines) {
    const key = by === 'place' && isOfFile(line) ? file : keyOf(line.findings[0], by, naming)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [line])
    else group.push(line)
  }
  const named = [...groups].map(([key, members]) => ({ key, title: titleOf(key, by, naming), lines: members }))
  return by === 'place' ? named.toSorted((a, b) => Number(b.key === ways) - Number(a.key === ways)) : named
}

const ways = 'ways'
const file = 'file'

function isOfFile({ findings: [worst, ...others] }: ShownLine): boolean {
  return isImportedThreat(worst) && others.length > 0
}

function keyOf(finding: Finding, by: GroupBy, { treatment }: Naming): string {
  if (by === 'severity') return finding.severity
  if (by === 'stride') return finding.stride?.charAt(0) ?? ''
  if (by === 'owner') return treatment(finding)?.owner ?? ''
  return isWay(finding)
    ? ways
    : (finding.elements.find((id) => finding.anchors.includes(id)) ?? finding.elements[0] ?? '')
}

function titleOf(key: string, by: GroupBy, { name }: Naming): string {
  if (by === 'severity') return key.charAt(0).toUpperCase() + key.slice(1)
  if (by === 'stride') return key === '' ? 'By hand, without a letter' : letterWords({ method: 'stride', letter: key })
  if (by === 'owner') return key === '' ? 'Nobody named' : key
  if (key === file) return 'From the imported file'
  return key === ways ? 'Ways of attack' : key === '' ? 'The whole design' : name(key)
}

/** The lines that a person asked for: of a severity, with all words somewhere in what they say. */
export function filterThreats(
  lines: readonly ShownLine[],
  { severity, words }: Pick<ThreatFilter, 'severity' | 'words'>,
): readonly ShownLine[] {
  const wanted = words.toLowerCase().split(/\s+/u).filter(Boolean)
  return lines.filter(
    ({ findings }) =>
      (severity === undefined || findings.some((finding) => finding.severity === severity)) &&
      wanted.every((word) => findings.some((finding) => textOfFinding(finding).includes(word))),
  )
}

/** Questions whose answer decides whether a threat applies: until then it is neither open nor closed. */
export function unknownThreats(questions: readonly QuestionGroup[], rules: readonly Rule[]): readonly UnknownThreat[] {
  const threats = new Map(rules.filter(({ lenses }) => lenses.includes('threat')).map((rule) => [rule.id, rule]))
  return questions.flatMap((group) => {
    const titles = group.rules.flatMap((id) => threats.get(id)?.title ?? [])
    return titles.length === 0 ? [] : [{ group, titles }]
  })
}

export interface UnknownThreat {
  readonly group: QuestionGroup
  /** The threats that wait for the answer. */
  readonly titles: readonly string[]
}

/** The treatment of a finding, wherever it came from. */
export function treatmentFor(design: Design, finding: Finding): Treatment | undefined {
  return treatmentOf(design, subjectOf(finding))
}
