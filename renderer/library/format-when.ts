const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** "just now", "12 min ago", "3 h ago", "yesterday", "4 days ago", then the date. */
export function formatWhen(thenMs: number, nowMs: number): string {
  const age = nowMs - thenMs
  if (age < minuteMs) return 'just now'
  if (age < hourMs) return `${Math.floor(age / minuteMs)} min ago`
  if (age < dayMs) return `${Math.floor(age / hourMs)} h ago`
  if (age < 2 * dayMs) return 'yesterday'
  if (age < 7 * dayMs) return `${Math.floor(age / dayMs)} days ago`
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }).format(thenMs)
}
