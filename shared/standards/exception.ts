import type { Treatment } from '../design/design.ts'
import type { Finding } from '../findings/finding.ts'
import { controlRuleId, technologyRuleId } from './own-rules.ts'
import type { Standards } from './standards.ts'

/** What somebody has to fill in and sign before a deviation is an exception. */
export type ExceptionDraft = Pick<
  Treatment,
  'rule' | 'on' | 'response' | 'reason' | 'owner' | 'approver' | 'until' | 'basis'
>

export interface Deviation {
  /** What the finding deviates from, in words. */
  readonly from: string
  readonly owner?: string
  readonly approver?: string
  readonly instead?: string
  readonly reason?: string
}

/** What of the standards a finding deviates from; undefined when it comes from a rule of this product. */
export function deviationOf({ rule, facts }: Finding, standards: Standards): Deviation | undefined {
  if (rule === technologyRuleId) {
    const line = standards.technologies?.find(({ name }) => name === facts['technology'])
    const { owner, approver, instead, reason } = line ?? {}
    return { from: 'the technology list', ...stated({ owner, approver, instead, reason }) }
  }
  if (rule === controlRuleId) {
    const demand = standards.controls?.find(({ control }) => control === facts['control'])
    const { owner, approver, reason } = demand ?? {}
    return { from: 'the mandatory controls', ...stated({ owner, approver, reason }) }
  }
  const pack = standards.packs?.find(({ rules }) => rules.some(({ id }) => id === rule))
  if (pack === undefined) return undefined
  const { approver, title, edition } = pack
  return { from: `${title}${edition === undefined ? '' : ` ${edition}`}, rule ${rule}`, ...stated({ approver }) }
}

/** Days for which an exception is asked when the standards name no end. */
const usualDays = 180

/**
 * An exception request for a finding that deviates from the standards, filled in as far as they and the drawing can:
 * whoever asks adds the reason and has it signed. Undefined where there is nothing to ask an exception from.
 *
 * @param today ISO date; the exception ends half a year later
 */
export function draftException(finding: Finding, standards: Standards, today: string): ExceptionDraft | undefined {
  const deviation = deviationOf(finding, standards)
  if (deviation === undefined) return undefined
  const { owner, approver } = deviation
  return {
    rule: finding.rule,
    on: finding.anchors,
    response: 'accept',
    reason: `${finding.problem} It is needed because [why]. When it ends, [what replaces it].`,
    ...stated({ owner, approver }),
    until: daysAfter(today, usualDays),
    basis: { severity: finding.severity, facts: finding.facts },
  }
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

function stated<T extends Readonly<Record<string, string | undefined>>>(fields: T): { [K in keyof T]?: string } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(entries) as { [K in keyof T]?: string }
}
