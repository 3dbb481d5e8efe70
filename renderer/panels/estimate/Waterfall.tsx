import { useMemo, useState } from 'react'
import { nameOf } from '../../../shared/design/collections.ts'
import type { Span } from '../../../shared/estimate/estimate-parts.ts'
import { Segmented } from '../../ui/index.ts'
import { formatRough } from '../quantities.ts'
import { useDesign, viewStore } from '../stores.ts'
import { ChartRows } from './charts/ChartRows.tsx'
import { timeAxis } from './charts/bars.ts'
import { isRepeated, shareWords, shortNumber, spanNote, waterfallRows, waterfallSeries } from './charts/waterfall.ts'
import { ViewSwitch } from './ViewSwitch.tsx'
import type { ChartView } from './ViewSwitch.tsx'

const spansAtFirst = 24

/** How far the axis goes: what goes on after the answer may last a hundred times as long. */
type Until = 'answer' | 'all'
const untilOptions = [
  { value: 'answer', label: 'Until the answer' },
  { value: 'all', label: 'Until all is done' },
] as const

/** A mean request of an action: who works when, for how long, and what it waits for. */
export function Waterfall({ spans }: { readonly spans: readonly Span[] }) {
  const [view, setView] = useState<ChartView>('chart')
  const [all, setAll] = useState(false)
  const [until, setUntil] = useState<Until>('answer')
  // The first call lasts as long as the answer; what happens now and then, or after it, may last longer.
  const answerMs = endOf(spans.filter((span) => span.depth === 0 && span.awaited))
  const goesOn = answerMs > 0 && endOf(spans) > answerMs * 1.05
  const shown = all ? spans : spans.slice(0, spansAtFirst)
  return (
    <div className="waterfall">
      <div className="estimate-subhead">
        <h4 className="small muted">A mean request, from its start</h4>
        <span className="estimate-tools">
          {goesOn && view === 'chart' ? (
            <Segmented
              label="Length of the axis"
              value={until}
              options={untilOptions}
              onChange={(next) => setUntil(next ?? until)}
            />
          ) : null}
          <ViewSwitch value={view} onChange={setView} />
        </span>
      </div>
      {view === 'chart' ? (
        <SpanChart spans={shown} endMs={goesOn && until === 'answer' ? answerMs : endOf(spans)} />
      ) : (
        <SpanTable spans={shown} />
      )}
      {shown.length < spans.length ? (
        <button type="button" className="ui-link estimate-more" onClick={() => setAll(true)}>
          Show all {spans.length} calls
        </button>
      ) : null}
    </div>
  )
}

function endOf(spans: readonly Span[]): number {
  return Math.max(0, ...spans.map((span) => span.startMs + span.durationMs))
}

function SpanChart({ spans, endMs }: { readonly spans: readonly Span[]; readonly endMs: number }) {
  const design = useDesign((present) => present)
  const { ticks, format } = timeAxis(endMs)
  const lastMs = ticks.at(-1) ?? 1
  const rows = useMemo(() => waterfallRows(spans, (id) => nameOf(design, id)), [spans, design])
  return (
    <ChartRows
      wideNames
      bars={{
        label: 'Waterfall of a mean request',
        rows,
        series: waterfallSeries,
        format: (ms) => formatRough(ms, 'ms'),
        formatTick: format,
        ticks,
        domain: [0, lastMs],
        onPick: (id) => select(spans[Number(id)]),
      }}
      names={spans.map((span, index) => (
        <SpanName key={rows[index]?.id} span={span} name={rows[index]?.name ?? ''} />
      ))}
      numbers={spans.map((span, index) => (
        <span key={rows[index]?.id} className={span.critical ? 'strong' : 'muted'}>
          {formatRough(span.durationMs, 'ms')}
          {span.startMs + span.durationMs > lastMs ? <span title="Goes on after the end of the axis"> →</span> : null}
        </span>
      ))}
    />
  )
}

function SpanName({ span, name }: { readonly span: Span; readonly name: string }) {
  return (
    <button
      type="button"
      className="span-name"
      data-critical={span.critical}
      data-awaited={span.awaited}
      style={{ paddingLeft: Math.min(span.depth, 8) * 12 }}
      title={`${name}. ${spanNote(span)}.`}
      onClick={() => select(span)}
    >
      <i aria-hidden />
      <span className="ellipsis">{name}</span>
      {shareWords(span) === undefined ? null : <span className="span-share">{shareWords(span)}</span>}
      <span className="visually-hidden">{spanNote(span)}</span>
    </button>
  )
}

function select(span: Span | undefined): void {
  if (span !== undefined) viewStore.getState().select([span.flow ?? span.component])
}

function SpanTable({ spans }: { readonly spans: readonly Span[] }) {
  const design = useDesign((present) => present)
  return (
    <table className="panel-table panel-table-inner">
      <thead>
        <tr>
          <th>Call</th>
          <th className="number">Starts</th>
          <th className="number">Lasts</th>
          <th className="number">At work</th>
          <th className="number">Waiting</th>
          <th className="number">Network</th>
          <th className="number">Times</th>
          <th>In the request</th>
        </tr>
      </thead>
      <tbody>
        {spans.map((span, index) => (
          // The same call may stand in a request twice: the position is part of what it is.
          // eslint-disable-next-line react/no-array-index-key
          <tr key={`${span.component} ${index}`}>
            <td style={{ paddingLeft: 12 + Math.min(span.depth, 8) * 12 }}>
              {nameOf(design, span.component)}
              {span.label === undefined ? '' : `: ${span.label}`}
            </td>
            <td className="number">{formatRough(span.startMs, 'ms')}</td>
            <td className="number strong">{formatRough(span.durationMs, 'ms')}</td>
            <td className="number">{formatRough(span.ownMs, 'ms')}</td>
            <td className="number">{formatRough(span.waitMs, 'ms')}</td>
            <td className="number">{formatRough(span.networkMs, 'ms')}</td>
            <td className="number">{isRepeated(span.times) ? shortNumber(span.times) : '1'}</td>
            <td className="muted">{spanNote(span)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
