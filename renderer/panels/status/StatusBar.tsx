import { Info, X } from 'lucide-react'
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { nameOf } from '../../../shared/design/collections.ts'
import { VerdictMark, classNames } from '../../ui/index.ts'
import { formatTraffic } from '../quantities.ts'
import {
  askTraffic,
  type EarlyNumbers,
  useAnalysis,
  useAnalysisState,
  useDesign,
  useEarlyNumbers,
  useView,
  viewStore,
} from '../stores.ts'
import type { Id, Requirement } from '../../../shared/design/design.ts'
import { designStore } from '../../store/design-store.ts'
import { headlinesOf } from './headlines.ts'
import type { Headline } from './headlines.ts'

const movedForMs = 4000
const noRequirements: readonly Requirement[] = []

/** The heartbeat: the headline numbers, changing as one draws; a click opens where each comes from. */
export function StatusBar() {
  const numbers = useEarlyNumbers()
  const questions = useAnalysis((analysis) => analysis?.questions.length)
  const pending = useAnalysisState((state) => state.pending)
  const revision = useAnalysisState((state) => state.earlyRevision)
  const failure = useAnalysisState((state) => state.failure)
  const requirements = useDesign((design) => design.requirements)
  const room = useView((view) => view.roomMode)
  const headlines = useMemo(
    () =>
      headlinesOf(numbers, requirements ?? noRequirements, questions, presentName).filter((one) => !room || !one.money),
    [numbers, requirements, questions, room],
  )
  const moves = useMoves(numbers, headlines)
  const traffic = numbers?.estimate.traffic ?? 1
  const whatIf = traffic === 1 ? '' : formatTraffic(traffic)
  const bar = useRoomForBands([wordsOf(headlines, moves), whatIf, failure].join(' '))
  return (
    <section
      ref={bar}
      className="status-bar"
      aria-label="Headline numbers"
      data-pending={pending}
      data-revision={revision}
    >
      {whatIf === '' ? null : (
        <button
          type="button"
          className="status-what-if"
          title="These are the numbers at another traffic than the design states. Click to go back to what it states."
          onClick={() => askTraffic(1)}
        >
          What if: {whatIf}
          <X size={12} aria-label="Back to the stated traffic" />
        </button>
      )}
      {headlines.map((headline) => (
        <HeadlineButton key={headline.id} headline={headline} move={moves[headline.id]} room={room} />
      ))}
      {failure === undefined ? null : (
        <span className="status-failure" title={failure}>
          The numbers could not be computed; the design is safe.
        </span>
      )}
    </section>
  )
}

/** Whoever is named is renamed with new numbers: no need to look at every edit. */
function presentName(id: Id): string {
  return nameOf(designStore.getState().document, id)
}

interface HeadlineButtonProps {
  readonly headline: Headline
  readonly move: string | undefined
  readonly room: boolean
}

const HeadlineButton = memo(function HeadlineButton({ headline, move, room }: HeadlineButtonProps) {
  const { label, value, band, verdict, panel, section, stuck, leavesOut } = headline
  const { select, showEstimate, showPanel } = viewStore.getState()
  const open = (): void => {
    if (section === undefined) showPanel(panel)
    else showEstimate(section)
    if (stuck !== undefined) select(stuck.ids)
  }
  return (
    <button
      type="button"
      className={classNames('status-item', `status-${headline.id}`)}
      title={headline.why}
      onClick={open}
    >
      <span className="status-label">{label}</span>
      <span className="status-value" data-unstable={stuck !== undefined && stuck.word !== 'within hours'}>
        {value}
      </span>
      {leavesOut === undefined ? null : (
        <span className="status-leaves-out">
          <Info size={12} aria-hidden />
          <span className="visually-hidden">{leavesOut.join(' ')}</span>
        </span>
      )}
      {stuck === undefined ? null : <span className="status-at ellipsis">{stuck.at}</span>}
      {band === undefined || move !== undefined ? null : <span className="status-band">{band}</span>}
      {move === undefined ? null : <output className="status-move">{move}</output>}
      {verdict === undefined || room ? null : <VerdictMark verdict={verdict} />}
    </button>
  )
})

/** All that the bar says, in one line. */
function wordsOf(headlines: readonly Headline[], moves: Readonly<Record<string, string>>): string {
  return headlines
    .map(({ id, label, value, band, stuck, leavesOut }) =>
      [label, value, band, stuck?.at, leavesOut && 'i', moves[id]].join(' '),
    )
    .join(' ')
}

/** From roomy to tight: with bands, without them, and in further rows. */
const fits = ['bands', 'plain', 'rows'] as const

/** Bands show where there is room for all of them: a headline that is cut off says nothing. */
function useRoomForBands(words: string): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null)
  const measure = useCallback(() => {
    const bar = place.current
    if (bar === null) return
    for (const step of fits) {
      bar.dataset['tight'] = step
      if (bar.scrollWidth <= bar.clientWidth) return
    }
  }, [])
  // Digits are equally wide: only another number of letters can need another room. Measuring lays out the whole page.
  useLayoutEffect(measure, [measure, words.length])
  useEffect(() => {
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [measure])
  return place
}

/** How far each headline moved, for a few seconds after it did. */
function useMoves(numbers: EarlyNumbers | undefined, headlines: readonly Headline[]): Readonly<Record<string, string>> {
  const before = useRef<{ readonly numbers: EarlyNumbers | undefined; readonly headlines: readonly Headline[] }>({
    numbers: undefined,
    headlines: [],
  })
  const [moves, setMoves] = useState<Readonly<Record<string, string>>>({})
  useEffect(() => {
    const last = before.current
    if (last.numbers === numbers) return
    before.current = { numbers, headlines }
    if (last.numbers === undefined) return
    const moved = Object.fromEntries(
      headlines.flatMap((headline) => {
        const text = headline.moveFrom(last.headlines.find((one) => one.id === headline.id))
        return text === undefined ? [] : [[headline.id, text]]
      }),
    )
    if (Object.keys(moved).length === 0) return
    setMoves(moved)
  }, [numbers, headlines])
  useEffect(() => {
    if (Object.keys(moves).length === 0) return undefined
    const timer = setTimeout(() => setMoves({}), movedForMs)
    return () => clearTimeout(timer)
  }, [moves])
  return moves
}
