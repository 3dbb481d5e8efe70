import type { Id } from '../../shared/design/design.ts'
import type { Severity } from '../../shared/findings/finding.ts'
import { severities } from '../../shared/findings/finding.ts'
import type { Scene } from './scene.ts'

/** The worst open finding on each collapsed boundary, what is inside it included. Its count would count some twice. */
export function worstInside({
  inside,
  shownAs,
  badges,
}: Pick<Scene, 'inside' | 'shownAs' | 'badges'>): ReadonlyMap<Id, Severity> {
  const worst = new Map<Id, Severity>()
  const add = (boundary: Id, on: Id): void => {
    const severity = badges.get(on)?.findings?.worst
    const before = worst.get(boundary)
    if (severity === undefined) return
    if (before === undefined || severities.indexOf(severity) < severities.indexOf(before)) worst.set(boundary, severity)
  }
  for (const boundary of inside.keys()) add(boundary, boundary)
  for (const [hidden, shown] of shownAs) if (inside.has(shown)) add(shown, hidden)
  return worst
}
