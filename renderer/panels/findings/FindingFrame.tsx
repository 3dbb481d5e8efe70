import { ChevronRight, Route, Wand2 } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { useEffect } from 'react'
import { typographic } from '../../../shared/design/typographic.ts'
import type { Finding } from '../../../shared/findings/finding.ts'
import { Button, classNames, SeverityMark, useFocusHandover } from '../../ui/index.ts'
import { ElementChips } from '../ElementChips.tsx'
import { useView, viewStore } from '../stores.ts'
import { applyQuickFix } from './treat.ts'

interface FindingFrameProps {
  readonly finding: Finding
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  /** The focus comes back to it when a form of the details is left. */
  readonly title: RefObject<HTMLButtonElement | null>
  readonly className?: string
  readonly chosen?: boolean
  readonly keyShortcuts?: string
  /** Before everything else. */
  readonly lead?: ReactNode
  /** Behind the title: its rule, its rating, what was decided. */
  readonly marks: ReactNode
  /** Before the fix and the path. */
  readonly actions?: ReactNode
  readonly fixable: boolean
  /** What opens below; while it is closed, the elements. */
  readonly details: ReactNode
}

/** One finding or threat in a list: what it is in one line, what is wrong, and where; a press shows it on the canvas. */
export function FindingFrame({ finding, open, onOpen, title, ...parts }: FindingFrameProps) {
  const { className, chosen, keyShortcuts, lead, marks, actions, fixable, details } = parts
  const highlighted = useView((view) => view.highlighted?.id === finding.id)
  const show = () => viewStore.getState().highlight(highlighted ? undefined : finding)
  const row = useFocusHandover<HTMLElement>(listOf)
  // The walk from finding to finding can start anywhere in the studio. What is being pressed stays under the pointer.
  useEffect(() => {
    const line = row.current
    if (highlighted && line?.contains(document.activeElement) === false) line.scrollIntoView({ block: 'nearest' })
  }, [highlighted, row])
  return (
    <article
      ref={row}
      className={classNames('finding', className)}
      data-finding={finding.rule}
      data-open={open}
      data-highlighted={highlighted}
      data-chosen={chosen}
    >
      <div className="finding-head">
        {lead}
        <SeverityMark severity={finding.severity} size={13} />
        <button
          ref={title}
          type="button"
          className="finding-title"
          aria-expanded={open}
          aria-keyshortcuts={keyShortcuts}
          onClick={() => {
            onOpen(!open)
            if (!open && !highlighted) show()
          }}
          onFocus={() => viewStore.getState().highlight(finding)}
        >
          <ChevronRight size={13} className="finding-arrow" aria-hidden />
          <span className="ellipsis">{finding.title}</span>
        </button>
        {marks}
        <span className="finding-actions">
          {actions}
          {finding.quickFix === undefined || !fixable || finding.status !== 'open' ? null : (
            <Button tone="plain" icon={Wand2} onClick={() => applyQuickFix(finding)}>
              {finding.quickFix.label}
            </Button>
          )}
          {finding.path === undefined ? null : (
            <Button tone="quiet" icon={Route} aria-pressed={highlighted} onClick={show}>
              {highlighted ? 'Hide path' : 'Show path'}
            </Button>
          )}
        </span>
      </div>
      <p className="finding-problem">{typographic(finding.problem)}</p>
      {finding.note === undefined ? null : <p className="finding-problem faint small">{typographic(finding.note)}</p>}
      {open ? (
        details
      ) : (
        <div className="finding-elements">
          <ElementChips ids={finding.path ?? finding.elements} most={5} />
        </div>
      )}
    </article>
  )
}

/** Where the keyboard goes on when a line is gone: the list, whose arrows lead to its lines. */
function listOf(row: HTMLElement): Element | null {
  return row.closest('.finding-list')
}
