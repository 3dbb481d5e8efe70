import { Check, ChevronRight, Wand2 } from 'lucide-react'
import { useState } from 'react'
import { applyPatch } from '../../../shared/design/patch.ts'
import type { Finding, Lens } from '../../../shared/findings/finding.ts'
import { Button, SeverityMark } from '../../ui/index.ts'
import { ElementChips } from '../ElementChips.tsx'
import { editDesign, useAnalysis, viewStore } from '../stores.ts'
import { fixOfAll } from './fix-all.ts'
import { FindingRow } from './FindingRow.tsx'
import type { ShownLine } from './hold-lines.ts'
import { statusWords } from './status-words.ts'

/** A line of the list: one finding, or one rule with all its places. */
export function LineRow({ line, lens }: { readonly line: ShownLine; readonly lens: Lens }) {
  const [finding, ...others] = line.findings
  if (line.gone === true) return <GoneRow finding={finding} />
  return others.length === 0 ? <FindingRow finding={finding} lens={lens} /> : <Places line={line} lens={lens} />
}

/** It was here a moment ago: the place is kept until nobody points at the list. */
function GoneRow({ finding }: { readonly finding: Finding }) {
  const status = useAnalysis((analysis) => analysis?.findings.find(({ id }) => id === finding.id)?.status)
  return (
    <p className="finding-gone">
      <Check size={13} aria-hidden /> {finding.title}:{' '}
      {status === undefined ? 'no longer found' : statusWords[status].toLowerCase()}.
    </p>
  )
}

function Places({ line: { findings }, lens }: { readonly line: ShownLine; readonly lens: Lens }) {
  const [open, setOpen] = useState(false)
  const [worst] = findings
  const fix = fixOfAll(findings)
  return (
    <article className="finding" data-finding={worst.rule} data-open={open}>
      <div className="finding-head">
        <SeverityMark severity={worst.severity} size={13} />
        <button
          type="button"
          className="finding-title"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          onFocus={() => viewStore.getState().highlight(everywhere(findings))}
        >
          <ChevronRight size={13} className="finding-arrow" aria-hidden />
          <span className="ellipsis">{worst.title}</span>
        </button>
        <span className="finding-places">{findings.length} places</span>
        <code className="finding-rule">{worst.rule}</code>
        <span className="finding-actions">
          {fix === undefined ? null : (
            <Button
              tone="plain"
              icon={Wand2}
              onClick={() =>
                editDesign(`${fix.label}: ${findings.length} places`, (design) =>
                  fix.patches.reduce(applyPatch, design),
                )
              }
            >
              {fix.label}, all {findings.length}
            </Button>
          )}
        </span>
      </div>
      {open ? (
        <div className="finding-place-list">
          {findings.map((finding) => (
            <FindingRow key={finding.id} finding={finding} lens={lens} />
          ))}
        </div>
      ) : (
        <>
          <p className="finding-problem">{worst.problem}</p>
          <div className="finding-elements">
            <ElementChips ids={[...new Set(findings.flatMap(({ anchors }) => anchors))]} most={8} />
          </div>
        </>
      )}
    </article>
  )
}

/** All places at once, to show on the canvas. */
function everywhere(findings: readonly [Finding, ...Finding[]]): Finding {
  return { ...findings[0], elements: [...new Set(findings.flatMap(({ elements }) => elements))] }
}
