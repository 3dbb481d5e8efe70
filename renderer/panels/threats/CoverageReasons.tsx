import { useStore } from 'zustand'
import { manualThreatRule } from '../../../shared/design/design.ts'
import { groupBy } from '../../../shared/design/group-by.ts'
import { consideredByHand } from '../../../shared/threats/coverage/considered.ts'
import type { CellReason } from '../../../shared/threats/coverage/coverage.ts'
import { premiseNotStated } from '../../../shared/threats/coverage/premises.ts'
import { ElementChip, ElementChips } from '../ElementChips.tsx'
import { analysisStore, viewStore } from '../stores.ts'
import { CellMark } from './CellMark.tsx'

/** What rules and people say, worst first: a rule that says the same at several places says it once. */
export function CoverageReasons({ reasons }: { readonly reasons: readonly CellReason[] }) {
  return (
    <ul className="threat-links">
      {[...groupBy(reasons, lineOf)].map(([key, [first, ...others]]) =>
        first === undefined ? null : (
          <li key={key}>
            <Reason reason={first} />
            {others.length === 0 ? null : <Places reasons={[first, ...others]} />}
            <Closing by={closingOf([first, ...others])} />
          </li>
        ),
      )}
    </ul>
  )
}

/** What a person wrote down is a line of its own, as every question is. */
function lineOf({ rule, title, says, finding, question, by }: CellReason): string {
  const isOfRule = finding !== undefined && rule !== manualThreatRule
  return isOfRule ? `${rule} ${says}` : `${rule} ${finding ?? question ?? by ?? title}`
}

/** Who says so, where it is no rule. */
const sourceWords: Readonly<Record<string, string>> = {
  [manualThreatRule]: 'by hand',
  [consideredByHand]: 'by hand',
  [premiseNotStated]: 'not stated',
}

/** One rule and what it says; a press leads to its threat or its question. */
function Reason({ reason: { rule, title, says, finding, question } }: { readonly reason: CellReason }) {
  const words = (
    <>
      <CellMark state={says} size={13} />
      <span className="threat-link-title">{title}</span>
      <span className="faint">{sourceWords[rule] ?? rule}</span>
    </>
  )
  if (finding === undefined && question === undefined) return <span className="threat-link-line">{words}</span>
  const go = () => {
    if (question !== undefined) viewStore.getState().showPanel('questions')
    else {
      const found = analysisStore.getState().analysis?.findings.find(({ id }) => id === finding)
      viewStore.getState().highlight(found)
    }
  }
  return (
    <button type="button" className="threat-link-line" onClick={go}>
      {words}
    </button>
  )
}

/** Where a rule says the same: what its threats hold on to. */
function Places({ reasons }: { readonly reasons: readonly CellReason[] }) {
  const findings = useStore(analysisStore, (state) => state.analysis?.findings)
  const own = new Set(reasons.map(({ finding }) => finding))
  const anchors = (findings ?? []).filter(({ id }) => own.has(id)).flatMap((finding) => finding.anchors)
  return (
    <span className="coverage-by">
      <span className="faint">{reasons.length} places</span> <ElementChips ids={[...new Set(anchors)]} most={8} />
    </span>
  )
}

function closingOf(reasons: readonly CellReason[]): readonly string[] {
  return [...new Set(reasons.flatMap(({ by, finding }) => (finding === undefined ? [] : (by ?? []))))]
}

/** The control, or the decision, that closes it. */
function Closing({ by }: { readonly by: readonly string[] }) {
  return by.map((id) => (
    <span key={id} className="coverage-by">
      <span className="faint">by</span> <ElementChip id={id} />
    </span>
  ))
}
