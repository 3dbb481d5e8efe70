/** What a screen reader says for a card: "Answer model, LLM API, in Model vendors, 2 findings, $390 a month, 8 % of the cost". */
export function cardLabel({
  name,
  kind,
  boundary,
  findings,
  heat,
}: {
  readonly name: string
  readonly kind: string
  readonly boundary: string | undefined
  readonly findings: number | undefined
  /** What the overlay shows of it. */
  readonly heat?: string | undefined
}): string {
  const parts = [name, kind]
  if (boundary !== undefined) parts.push(`in ${boundary}`)
  if (findings !== undefined && findings > 0) parts.push(findings === 1 ? '1 finding' : `${findings} findings`)
  if (heat !== undefined) parts.push(heat)
  return parts.join(', ')
}
