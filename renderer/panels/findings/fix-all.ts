import { modelCollections } from '../../../shared/design/collections.ts'
import type { Patch } from '../../../shared/design/design.ts'
import type { Finding } from '../../../shared/findings/finding.ts'

/**
 * The one repair of all places: its word and the patches, where every place has the same repair and no two of them
 * change the same element. Undefined where one after the other could undo what came before.
 */
export function fixOfAll(
  findings: readonly Finding[],
): { readonly label: string; readonly patches: readonly Patch[] } | undefined {
  const fixes = findings.flatMap(({ quickFix }) => quickFix ?? [])
  const [first] = fixes
  if (first === undefined || fixes.length < findings.length) return undefined
  if (fixes.some(({ label }) => label !== first.label)) return undefined
  const touched = fixes.flatMap(({ patch }) => elementsOf(patch))
  if (new Set(touched).size < touched.length) return undefined
  return { label: first.label, patches: fixes.map(({ patch }) => patch) }
}

function elementsOf(patch: Patch): readonly string[] {
  const context = patch.context === undefined ? [] : ['context']
  return [...context, ...modelCollections.flatMap((collection) => Object.keys(patch[collection] ?? {}))]
}
