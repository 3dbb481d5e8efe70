import type { Finding, Severity } from './finding.ts'
import { rankOf } from './rate.ts'

/** A finding on its way, with the cause that the rule named. */
export interface Caused {
  readonly finding: Finding
  readonly cause: string | undefined
  /** The severity of its rule before the facts took anything off: among equals the rule that says most speaks. */
  readonly atMost: Severity
}

/**
 * One cause is one line: of findings with the same cause the worst stays and takes over what the others know
 * (their rules as aliases, lenses, references, elements).
 */
export function mergeByCause(all: readonly Caused[]): readonly Finding[] {
  const lines = new Map<string, Caused>()
  for (const caused of all) {
    const { finding, cause } = caused
    const key = cause === undefined ? finding.id : `${cause} ${finding.status === 'open' ? 'open' : 'closed'}`
    const other = lines.get(key)
    lines.set(key, other === undefined ? caused : absorb(other, caused))
  }
  return [...lines.values()].map(({ finding }) => finding)
}

function absorb(a: Caused, b: Caused): Caused {
  const [speaker, other] = isWorse(b, a) ? [b, a] : [a, b]
  return { ...speaker, finding: joined(speaker.finding, other.finding) }
}

function isWorse(a: Caused, b: Caused): boolean {
  const bySeverity = rankOf(a.finding.severity) - rankOf(b.finding.severity)
  return (bySeverity === 0 ? rankOf(a.atMost) - rankOf(b.atMost) : bySeverity) < 0
}

function joined(first: Finding, second: Finding): Finding {
  const path = first.path ?? second.path
  const legs = first.legs ?? second.legs
  const { trail, otherTrails } = first.trail === undefined ? second : first
  const remedy = first.remedy ?? second.remedy
  const quickFix = first.quickFix ?? second.quickFix
  return {
    ...first,
    aliases: unique([...first.aliases, second.rule, ...second.aliases]).filter((id) => id !== first.rule),
    lenses: unique([...first.lenses, ...second.lenses]),
    elements: unique([...first.elements, ...second.elements]),
    references: [
      ...first.references,
      ...second.references.filter((each) => !first.references.some((known) => sameReference(known, each))),
    ],
    ...(path === undefined ? {} : { path }),
    ...(trail === undefined ? {} : { trail }),
    ...(otherTrails === undefined ? {} : { otherTrails }),
    ...(legs === undefined ? {} : { legs }),
    ...(remedy === undefined ? {} : { remedy }),
    ...(quickFix === undefined ? {} : { quickFix }),
  }
}

type Reference = Finding['references'][number]
function sameReference(a: Reference, b: Reference): boolean {
  return a.framework === b.framework && a.edition === b.edition && a.id === b.id
}
function unique<T>(all: readonly T[]): readonly T[] {
  return [...new Set(all)]
}
