import type { Id, Treatment } from '../design/design.ts'

/**
 * Names a finding for good: the rule and its anchors in the rule's order (the ends of a path, never its middle), so
 * that renaming, moving and putting a gateway in between change nothing.
 */
export function fingerprint(rule: string, anchors: readonly Id[]): string {
  return `${rule}@${anchors.join('+')}`
}

/** Whether a treatment speaks of this rule (or one of its aliases) on these anchors. */
export function treats(
  treatment: Treatment,
  finding: { readonly rule: string; readonly aliases: readonly string[]; readonly anchors: readonly Id[] },
): boolean {
  const isRule = treatment.rule === finding.rule || finding.aliases.includes(treatment.rule)
  return isRule && fingerprint('', treatment.on) === fingerprint('', finding.anchors)
}
