import type { Span } from '../../../../shared/estimate/estimate-parts.ts'
import type { BarRow, BarSeries } from './bars.ts'

/** A call is at work, waits for a free server, travels, and for the rest of its time waits for what it calls. */
export const waterfallSeries: readonly BarSeries[] = [
  { key: 'offset', name: '', colour: 'none' },
  { key: 'network', name: 'Network', colour: 'var(--chart-network)' },
  { key: 'wait', name: 'Waiting for a free server', colour: 'var(--chart-wait)' },
  { key: 'own', name: 'At work', colour: 'var(--chart-own)' },
  { key: 'rest', name: 'Waiting for what it calls', colour: 'var(--chart-rest)' },
]

/** The spans of an action as rows of the waterfall; names by component. */
export function waterfallRows(spans: readonly Span[], nameOf: (component: string) => string): readonly BarRow[] {
  return spans.map((span, index) => {
    const { startMs, durationMs, ownMs, waitMs, networkMs } = span
    return {
      id: `${index}`,
      name: spanName(span, nameOf),
      values: {
        offset: startMs,
        network: networkMs,
        wait: waitMs,
        own: ownMs,
        rest: Math.max(0, durationMs - ownMs - waitMs - networkMs),
      },
      ...(span.awaited && !isRare(span) ? {} : { faded: true }),
      note: spanNote(span),
    }
  })
}

function spanName({ component, label, times }: Span, nameOf: (component: string) => string): string {
  const name = label === undefined ? nameOf(component) : `${nameOf(component)}: ${label}`
  return isRepeated(times) ? `${name} ×${shortNumber(times)}` : name
}

/** Less than half of the requests make it: it is no part of what one thinks of as the request. */
function isRare({ share }: Span): boolean {
  return share < 0.5
}

/** "8 %", where a call does not happen in every request. */
export function shareWords({ share }: Span): string | undefined {
  return share < 0.995 ? `${shortNumber(share * 100)} %` : undefined
}

/** Less than once is said by the share of requests in which it happens. */
export function isRepeated(times: number): boolean {
  return times > 1.005
}

export function shortNumber(value: number): string {
  return String(Number(value.toPrecision(value >= 10 ? 3 : 2)))
}

/** What is special about a call: "on the critical path, in 40 % of requests, nobody waits for it". */
export function spanNote({ critical, share, awaited, times }: Span): string {
  const parts = [
    awaited ? (critical ? 'On the critical path' : 'Beside the critical path') : 'Nobody waits for it',
    ...(share < 0.995 ? [`in ${shortNumber(share * 100)} % of requests`] : []),
    ...(isRepeated(times) ? [`${shortNumber(times)} turns together`] : []),
  ]
  return parts.join(', ')
}
