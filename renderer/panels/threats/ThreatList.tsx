import { Check, ClipboardCheck, Plus, Presentation, Shield, ShieldCheck } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useCallback, useMemo, useState } from 'react'
import { nameOf } from '../../../shared/design/collections.ts'
import type { Finding } from '../../../shared/findings/finding.ts'
import { firstSight } from '../../../shared/findings/first-sight.ts'
import { type FindingLine, linesOf } from '../../../shared/findings/lines.ts'
import { rules } from '../../../shared/rules.ts'
import { missingPremises } from '../../../shared/threats/coverage/premises.ts'
import { Button, EmptyState } from '../../ui/index.ts'
import { runCommand } from '../commands.ts'
import { todayIso } from '../edits.ts'
import { useAttention } from '../findings/use-attention.ts'
import { useHeldLines } from '../findings/use-held-lines.ts'
import { walkLines } from '../findings/walk-lines.ts'
import { useAnalysis, useDesign } from '../stores.ts'
import { useKept } from '../../store/use-kept.ts'
import { WritingThreat } from './ManualThreatForm.tsx'
import { type Moved, movedSince } from './review.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { ThreatBar } from './ThreatBar.tsx'
import { ThreatLine } from './ThreatLine.tsx'
import {
  everything,
  filterThreats,
  type GroupBy,
  groupThreats,
  type Shown,
  subjectOf,
  treatmentFor,
  unknownThreats,
} from './threat-lines.ts'
import { UnknownThreats } from './UnknownThreats.tsx'

const none: readonly Finding[] = []
// The same element for ever: with a new one the bar would be drawn again after every edit.
const threatActions = <ThreatActions />

/** Every threat with what was decided about it: a few at first sight, the rest one press away. */
export function ThreatList({ lead }: { readonly lead: ReactNode }) {
  const analysis = useAnalysis((one) => one)
  const design = useDesign((one) => one)
  const [all, setAll] = useState(false)
  const [by, setBy] = useState<GroupBy>('place')
  const [filter, setFilter] = useState(everything)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  // While somebody points at the list or walks through it, no line moves.
  const { attended, listeners } = useAttention()
  const findings = analysis?.findings ?? none
  const threats = useMemo(() => findings.filter(({ lenses }) => lenses.includes('threat')), [findings])
  const open = threats.filter(({ status }) => status === 'open')
  const decided = threats.filter(({ status }) => status !== 'open')
  const isFiltered = filter.severity !== undefined || filter.words !== '' || filter.shown !== 'open'
  const moved = useMemo(() => movedSince(design.reviews, threats), [design.reviews, threats])
  // An edit alters the design at once and the threats a moment later: until then every line is the one before.
  const lines = useMemo(
    () => linesOf(threats.filter((threat) => isShown(threat, filter.shown, moved))),
    [threats, filter.shown, moved],
  )
  const first = useMemo(() => (analysis === undefined ? 0 : firstSight(analysis).threats.length), [analysis])
  const toggle = useCallback((ids: readonly string[]) => setChosen((before) => toggled(before, ids)), [])
  // What somebody asks for instead is another list: nothing of the one before stands in it, and nothing in it is chosen.
  const [heldFor, setHeldFor] = useState(filter.shown)
  if (heldFor !== filter.shown) {
    setHeldFor(filter.shown)
    setChosen(new Set())
  }
  const listed = useHeldLines(
    all || isFiltered || lines.length <= first ? lines : lines.slice(0, first),
    attended && heldFor === filter.shown,
  )
  const unknown = useMemo(() => unknownThreats(analysis?.questions ?? [], rules), [analysis?.questions])
  // Threats, not lines: one line may tell of many, and the tab and the documents count threats as well.
  const counts = useKept({
    open: open.length,
    decided: decided.length,
    unknown: unknown.length,
    changed: moved?.byThreat.size,
  })
  if (analysis === undefined) return null
  const today = todayIso()
  const naming = {
    name: (id: string) => (id === design.id ? design.name : nameOf(design, id)),
    treatment: (finding: Finding) => treatmentFor(design, finding),
  }
  const shown = filter.shown === 'unknown' ? [] : filterThreats(listed, filter)
  const subjects = threats.filter(({ id }) => chosen.has(id)).map(subjectOf)
  const unstated = missingPremises(design)
    .map(({ words }) => `${words} `)
    .join('')
  const isBlank = threats.length === 0 && listed.length === 0 && unknown.length === 0
  return (
    <div
      className="panel-list"
      role="presentation"
      {...listeners}
      onKeyDown={(event) => walk(event, () => setChosen(new Set()))}
    >
      <ThreatBar
        lead={lead}
        by={by}
        onGroup={setBy}
        filter={filter}
        onFilter={setFilter}
        counts={counts}
        end={threatActions}
      />
      {subjects.length === 0 ? null : <SelectionBar subjects={subjects} onDone={() => setChosen(new Set())} />}
      <WritingThreat
        onAdded={() => {
          setFilter(everything)
          setAll(true)
        }}
      />
      {isBlank ? (
        <EmptyState
          icon={analysis.estimate.meaningful ? ShieldCheck : Shield}
          text={
            analysis.estimate.meaningful
              ? `No rule finds a threat in this drawing. ${unstated}What is not drawn, no rule sees: Coverage shows where each of them looked.`
              : 'Connect two components and the ways to attack them show here.'
          }
        />
      ) : null}
      <section className="finding-list" tabIndex={-1} aria-label="Threats">
        {groupThreats(shown, by, naming).map((group) => (
          <section key={group.key} className="finding-group" aria-label={group.title}>
            <h3 className="finding-group-title">{group.title}</h3>
            {group.lines.map((line) => (
              <ThreatLine key={line.id} line={line} today={today} moved={moved} chosen={chosen} onToggle={toggle} />
            ))}
          </section>
        ))}
      </section>
      {filter.shown === 'changed' && moved !== undefined ? <Gone moved={moved} /> : null}
      {!isBlank && shown.length === 0 && filter.shown !== 'unknown' ? (
        <p className="panel-empty-line">{emptyWords(isFiltered)}</p>
      ) : null}
      {filter.shown === 'unknown' || filter.shown === 'all' ? <UnknownThreats unknown={unknown} /> : null}
      <div className="panel-foot">
        {lines.length > listed.length ? (
          <Button tone="quiet" onClick={() => setAll(true)}>
            Show all {countThreats(lines)} threats
          </Button>
        ) : null}
        {decided.length > 0 && filter.shown === 'open' ? (
          <Button tone="quiet" onClick={() => setFilter({ ...filter, shown: 'decided' })}>
            Show {decided.length} decided
          </Button>
        ) : null}
        {unknown.length > 0 && filter.shown === 'open' ? (
          <Button tone="quiet" onClick={() => setFilter({ ...filter, shown: 'unknown' })}>
            {unknown.length === 1 ? '1 question decides' : `${unknown.length} questions decide`} more
          </Button>
        ) : null}
      </div>
    </div>
  )
}

function countThreats(lines: readonly FindingLine[]): number {
  return lines.reduce((count, { findings }) => count + findings.length, 0)
}

function isShown({ id, status }: Finding, shown: Shown, moved: Moved | undefined): boolean {
  if (shown === 'changed') return moved?.byThreat.has(id) === true
  if (shown === 'unknown') return false
  return shown === 'all' || (shown === 'open') === (status === 'open')
}

/** With all of them, or without them where all were chosen. */
function toggled(chosen: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const isOn = ids.every((id) => chosen.has(id))
  return isOn ? new Set([...chosen].filter((id) => !ids.includes(id))) : new Set([...chosen, ...ids])
}

/** Threats of the last review that are not found any more. */
function Gone({ moved }: { readonly moved: Moved }) {
  return (
    <section className="finding-group" aria-label="Gone since the last review">
      <p className="panel-empty-line">Compared with {moved.words}.</p>
      {moved.gone.map(({ id, before, sentence }) => (
        <p key={id} className="finding-gone">
          <Check size={13} aria-hidden /> {before?.title}: {sentence}
        </p>
      ))}
    </section>
  )
}

/** What can be done with all of them. */
function ThreatActions() {
  return (
    <>
      <Button tone="quiet" icon={Plus} onClick={() => runCommand('insert.threat')}>
        New threat
      </Button>
      <Button tone="quiet" icon={Presentation} onClick={() => runCommand('view.threat-session')}>
        Go through them
      </Button>
      <Button tone="quiet" icon={ClipboardCheck} onClick={() => runCommand('insert.threat-review')}>
        Mark as reviewed
      </Button>
    </>
  )
}

function emptyWords(isFiltered: boolean): string {
  return isFiltered ? 'Nothing in this list fits.' : 'No threat is open.'
}

/** The arrows go from line to line, X chooses the line, Esc chooses none; what a line speaks of shows on the canvas. */
function walk(event: KeyboardEvent<HTMLElement>, chooseNone: () => void): void {
  if (event.target instanceof HTMLElement && event.target.matches('input, textarea')) return
  const title = document.activeElement?.closest('.finding-title') ?? undefined
  if (event.key === 'Escape' && event.currentTarget.querySelector('.threat-bulk') !== null) {
    event.stopPropagation()
    chooseNone()
    return
  }
  if (event.key === 'x' && title !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault()
    title.closest('.finding')?.querySelector<HTMLInputElement>('.threat-choose')?.click()
    return
  }
  walkLines(event)
}
