import type { Design, Id, Treatment } from '../../../shared/design/design.ts'
import { applyPatch } from '../../../shared/design/patch.ts'
import type { Finding } from '../../../shared/findings/finding.ts'
import { addElement, freshId, removeElements } from '../edits.ts'
import { editDesign, tellStep } from '../stores.ts'
import { statedIn, type TreatmentDraft } from '../treatment-draft.ts'

/** The design with the decision recorded; `basis` keeps what was true, so that a finding that got worse reopens. */
export function withTreatment(design: Design, finding: Finding, draft: TreatmentDraft, id: Id): Design {
  const treatment: Treatment = {
    id,
    rule: finding.rule,
    on: finding.anchors,
    ...statedIn(design, draft),
    ...(draft.response === 'mitigate' ? { status: 'open' } : {}),
    basis: { severity: finding.severity, facts: finding.facts },
  }
  return addElement(design, 'treatments', treatment)
}

export function treat(finding: Finding, draft: TreatmentDraft): void {
  editDesign(`Decide about “${finding.title}”`, (design) =>
    withTreatment(design, finding, draft, freshId(design, 'treatment')),
  )
}

export function reopen(finding: Finding, treatment: Id): void {
  editDesign(`Open “${finding.title}” again`, (design) => removeElements(design, [treatment]))
}

export function applyQuickFix(finding: Finding): void {
  const { quickFix } = finding
  if (quickFix === undefined) return
  editDesign(quickFix.label, (design) => applyPatch(design, quickFix.patch))
  tellStep(`Done: ${quickFix.label}.`)
}
