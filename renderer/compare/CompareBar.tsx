import './compare.css'
import { ChevronDown, Link2, X } from 'lucide-react'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { Band } from '../../shared/estimate/estimate.ts'
import { compareFigures, type ComparedRow } from '../../shared/options/compare.ts'
import { outcomeOf, sideName } from '../../shared/options/outcome.ts'
import { analysisStore } from '../analysis/analysis-store.ts'
import { useInquiry } from '../analysis/use-inquiry.ts'
import { formatBand, formatRough } from '../panels/quantities.ts'
import { useDesignState } from '../store/design-store.ts'
import { currentSight } from '../store/sight-store.ts'
import { useView, viewStore } from '../store/view-store.ts'
import { IconButton, Menu } from '../ui/index.ts'
import { freeKey } from '../views/free-key.ts'
import { type Compared, compareStore, useCandidates } from './compare-store.ts'
import { closeComparison } from './open-comparison.ts'

/** Above two drawings: what they are, in how much they differ, and how far their headlines are apart. */
export function CompareBar({ compared }: { readonly compared: Compared }) {
  const candidates = useCandidates()
  const together = useStore(compareStore, (state) => state.together)
  const name = useDesignState(({ document }) =>
    document.variants === undefined ? document.name : `${document.name}, ${sideName(document, document.shown ?? null)}`,
  )
  const roomMode = useView((view) => view.roomMode)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !freeKey(event) || !isInnermost()) return
      event.preventDefault()
      event.stopPropagation()
      closeComparison()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [])
  return (
    <section className="split-bar" aria-label="Comparison">
      <p className="split-names">
        <span className="strong ellipsis">{name}</span>
        <span className="muted">beside</span>
        <Menu
          align="center"
          trigger={
            <button type="button" className="split-choice" aria-label="What stands beside it">
              <span className="strong ellipsis">{compared.name}</span>
              <ChevronDown size={12} aria-hidden />
            </button>
          }
          entries={candidates.map((each) => ({
            label: each.name,
            checked: each.key === compared.key,
            onSelect: () => compareStore.setState({ key: each.key }),
          }))}
        />
        <span className="muted ellipsis">{wordsOf(compared)}</span>
        <span className="top-space" />
        <IconButton
          label="Move both together"
          icon={Link2}
          pressed={together}
          onClick={() => compareStore.setState({ together: !together })}
        />
        <IconButton label="Close the comparison" icon={X} shortcut="Esc" onClick={closeComparison} />
      </p>
      {roomMode ? null : <Figures compared={compared} />}
    </section>
  )
}

/** Esc lets go of the selection, a finding and a perspective before it closes the split. */
function isInnermost(): boolean {
  const { selection, highlighted } = viewStore.getState()
  return selection.length === 0 && highlighted === undefined && currentSight().perspective === 'all'
}

function wordsOf({ differences: { first, second } }: Compared): string {
  const count = (marks: typeof first, wanted: string): number =>
    [...marks.values()].filter((mark) => mark === wanted).length
  const [here, there, changed] = [count(first, 'here'), count(second, 'there'), count(first, 'changed')]
  if (here + there + changed === 0) return 'no difference in the drawing'
  return `${here} only on the left, ${there} only on the right, ${changed} different`
}

/** What fits on a line, most asked for first; the panel of options has all of them. */
const headlines: ReadonlySet<string> = new Set([
  'cost.perMonthUsd',
  'latency.firstP95Ms',
  'latency.fullP95Ms',
  'availability.share',
  'findings.open',
])

function Figures({ compared }: { readonly compared: Compared }) {
  const own = useStore(analysisStore, ({ stated }) => stated)
  const revision = useDesignState((state) => state.revision)
  const other = useInquiry({
    kind: 'outcome',
    state: `${compared.document.id} ${compared.key} ${revision}`,
    design: compared.document,
  })
  const rows = compareFigures([own === undefined ? undefined : outcomeOf(own), other])
  return (
    <dl className="split-figures">
      {rows
        .filter(({ id }) => headlines.has(id))
        .map((row) => (
          <FigurePair key={row.id} row={row} />
        ))}
    </dl>
  )
}

function FigurePair({ row: { label, unit, per = '', cells } }: { readonly row: ComparedRow }) {
  const [own, other] = cells
  const amount = (value: number): string => (unit === 'count' ? String(value) : formatRough(value, unit))
  const words = (band: Band | undefined): string =>
    band === undefined ? '–' : unit === 'count' ? String(band.value) : formatBand(band, unit).text
  const delta = other?.delta
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {words(own?.band)} → {other === undefined ? '...' : words(other.band)}
        {per}
        {delta === undefined || delta === 0 ? null : (
          <span className="split-delta" data-move={other?.move}>
            {delta > 0 ? '+' : '−'}
            {amount(Math.abs(delta))}
          </span>
        )}
      </dd>
    </div>
  )
}
