import { ChevronRight, Wand2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { typographic } from '../../../shared/design/typographic.ts'
import { applyPatch } from '../../../shared/design/patch.ts'
import type { Finding } from '../../../shared/findings/finding.ts'
import { isImportedThreat, titleOfLine } from '../../../shared/findings/lines.ts'
import { Button, classNames, SeverityMark } from '../../ui/index.ts'
import { ElementChips } from '../ElementChips.tsx'
import { editDesign, viewStore } from '../stores.ts'
import { fixOfAll } from './fix-all.ts'
import { RuleMark } from './RuleMark.tsx'

interface PlacesRowProps {
  readonly findings: readonly [Finding, ...Finding[]]
  readonly className?: string
  /** Before everything else. */
  readonly lead?: ReactNode
  /** The places, each a line of its own. */
  readonly children: ReactNode
}

/** One rule with all its places, which open below it. */
export function PlacesRow({ findings, className, lead, children }: PlacesRowProps) {
  const [open, setOpen] = useState(false)
  const [worst] = findings
  const fix = fixOfAll(findings)
  return (
    <article className={classNames('finding', className)} data-finding={worst.rule} data-open={open}>
      <div className="finding-head">
        {lead}
        <SeverityMark severity={worst.severity} size={13} />
        <button
          type="button"
          className="finding-title"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          onFocus={() => viewStore.getState().highlight(everywhere(findings))}
        >
          <ChevronRight size={13} className="finding-arrow" aria-hidden />
          <span className="ellipsis">{titleOfLine(findings)}</span>
        </button>
        <span className="finding-places">
          {findings.length} {isImportedThreat(worst) ? 'threats' : 'places'}
        </span>
        <RuleMark finding={worst} />
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
        <div className="finding-place-list">{children}</div>
      ) : (
        <>
          <p className="finding-problem">{typographic(worst.problem)}</p>
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
