import { useEffect, useRef, useState } from 'react'
import type { Analysis } from '../../../shared/analysis.ts'
import type { Verdict } from '../../../shared/estimate/requirement-result.ts'
import { VerdictMark, classNames } from '../../ui/index.ts'
import { useAnalysis, useAnalysisState, useDesign, useView, viewStore } from '../stores.ts'
import { headlinesOf } from './headlines.ts'
import type { Headline } from './headlines.ts'

const movedForMs = 4000

/** The heartbeat: the headline numbers, changing as one draws; a click opens where each comes from. */
export function StatusBar() {
  const analysis = useAnalysis((one) => one)
  const pending = useAnalysisState((state) => state.pending)
  const failure = useAnalysisState((state) => state.failure)
  const requirements = useDesign((design) => design.requirements)
  const room = useView((view) => view.roomMode)
  const headlines = headlinesOf(analysis, requirements ?? []).filter((one) => !room || !one.money)
  const moves = useMoves(analysis, headlines)
  return (
    <section className="status-bar" aria-label="Headline numbers" data-pending={pending}>
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

interface HeadlineButtonProps {
  readonly headline: Headline
  readonly move: string | undefined
  readonly room: boolean
}

function HeadlineButton({ headline, move, room }: HeadlineButtonProps) {
  const { label, value, band, verdict, panel } = headline
  return (
    <button
      type="button"
      className={classNames('status-item', `status-${headline.id}`)}
      title={headline.why}
      onClick={() => viewStore.getState().showPanel(panel)}
    >
      <span className="status-label">{label}</span>
      <span className="status-value">{value}</span>
      {band === undefined || move !== undefined ? null : <span className="status-band">{band}</span>}
      {move === undefined ? null : <output className="status-move">{move}</output>}
      {verdict === undefined || room ? null : <VerdictMark verdict={verdict satisfies Verdict} />}
    </button>
  )
}

/** How far each headline moved, for a few seconds after it did. */
function useMoves(analysis: Analysis | undefined, headlines: readonly Headline[]): Readonly<Record<string, string>> {
  const before = useRef<{ readonly analysis: Analysis | undefined; readonly headlines: readonly Headline[] }>({
    analysis: undefined,
    headlines: [],
  })
  const [moves, setMoves] = useState<Readonly<Record<string, string>>>({})
  useEffect(() => {
    const last = before.current
    if (last.analysis === analysis) return
    before.current = { analysis, headlines }
    if (last.analysis === undefined) return
    const moved = Object.fromEntries(
      headlines.flatMap((headline) => {
        const text = headline.moveFrom(last.headlines.find((one) => one.id === headline.id))
        return text === undefined ? [] : [[headline.id, text]]
      }),
    )
    if (Object.keys(moved).length === 0) return
    setMoves(moved)
  }, [analysis, headlines])
  useEffect(() => {
    if (Object.keys(moves).length === 0) return undefined
    const timer = setTimeout(() => setMoves({}), movedForMs)
    return () => clearTimeout(timer)
  }, [moves])
  return moves
}
