import type { Finding } from '../finding.ts'
import { fingerprint } from '../fingerprint.ts'

/** A plain open finding, to change. */
export function anyFinding(more: Partial<Finding> = {}): Finding {
  const rule = more.rule ?? 'X-01'
  const anchors = more.anchors ?? ['c-one']
  return {
    id: fingerprint(rule, anchors),
    rule,
    aliases: [],
    lenses: ['check'],
    topic: 'reliability',
    severity: 'medium',
    weighed: 'Medium at most by its rule.',
    title: 'Something',
    problem: 'One is wrong.',
    why: 'It matters.',
    fix: 'Mend it.',
    references: [],
    anchors,
    elements: anchors,
    status: 'open',
    facts: {},
    ...more,
  }
}
