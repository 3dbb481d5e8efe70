import type { Finding } from './finding.ts'
import { rankOf } from './rate.ts'

/** A finding on its way, with the cause that the rule named. */
export interface Caused {
  readonly finding: Finding
  readonly cause: string | undefined
}

/**
 * One cause is one line: of findings with the same cause the worst stays and takes over what the others know
 * (their rules as aliases, lenses, references, elements).
 */
export function mergeByCause(all: readonly Caused[]): readonly Finding[] {
  const lines = new Map<string, Finding>()
  for (const { finding, cause } of all) {
    const key = cause === undefined ? finding.id : `${cause} ${finding.status === 'open' ? 'open' : 'closed'}`
    const other = lines.get(key)
    lines.set(key, other === undefined ? finding : absorb(other, finding))
  }
  return [...lines.values()]
}

function absorb(a: Finding, b: Finding): Finding {
  const [first, second] = rankOf(b.severity) < rankOf(a.severity) ? [b, a] : [a, b]
  const path = first.path ?? second.path
  const legs = first.legs ?? second.legs
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
