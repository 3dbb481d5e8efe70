import { Check, ChevronRight, Wand2 } from 'lucide-react'
import { useState } from 'react'
import { applyPatch } from '../../../shared/design/patch.ts'
import { Button, SeverityMark } from '../../ui/index.ts'
import { ElementChips } from '../ElementChips.tsx'
import { fixOfAll } from '../findings/fix-all.ts'
import type { ShownLine } from '../findings/hold-lines.ts'
import { statusWords } from '../findings/status-words.ts'
import { editDesign, useAnalysis, viewStore } from '../stores.ts'
import type { Moved } from './review.ts'
import { ThreatRow } from './ThreatRow.tsx'

export interface ChoosingProps {
  readonly today: string
  readonly moved: Moved | undefined
  readonly chosen: ReadonlySet<string>
  readonly onToggle: (ids: readonly string[]) => void
}

/** A line of the list: one threat, or one rule with all its places. */
export function ThreatLine({ line, ...choosing }: ChoosingProps & { readonly line: ShownLine }) {
  const [finding, ...others] = line.findings
  const status = useAnalysis((analysis) => analysis?.findings.find(({ id }) => id === finding.id)?.status)
  if (line.gone === true) {
    return (
      <p className="finding-gone">
        <Check size={13} aria-hidden /> {finding.title}:{' '}
        {status === undefined ? 'closed, it is no longer found' : statusWords[status].toLowerCase()}.
      </p>
    )
  }
  return others.length === 0 ? <ThreatRow finding={finding} {...choosing} /> : <Places line={line} {...choosing} />
}

function Places({ line: { findings }, ...choosing }: ChoosingProps & { readonly line: ShownLine }) {
  const [open, setOpen] = useState(false)
  const [worst] = findings
  const fix = fixOfAll(findings)
  const ids = findings.map(({ id }) => id)
  return (
    <article className="finding threat" data-finding={worst.rule} data-open={open}>
      <div className="finding-head">
        <input
          type="checkbox"
          className="threat-choose"
          aria-label={`Choose ${worst.title}, ${findings.length} places`}
          checked={ids.every((id) => choosing.chosen.has(id))}
          onChange={() => choosing.onToggle(ids)}
        />
        <SeverityMark severity={worst.severity} size={13} />
        <button
          type="button"
          className="finding-title"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          onFocus={() =>
            viewStore
              .getState()
              .highlight({ ...worst, elements: [...new Set(findings.flatMap(({ elements }) => elements))] })
          }
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
            <ThreatRow key={finding.id} finding={finding} {...choosing} />
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
