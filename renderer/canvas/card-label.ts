/** What a screen reader says for a card: "Answer model, LLM API, in Model vendors, 2 findings". */
export function cardLabel({
  name,
  kind,
  boundary,
  findings,
}: {
  readonly name: string
  readonly kind: string
  readonly boundary: string | undefined
  readonly findings: number | undefined
}): string {
  const parts = [name, kind]
  if (boundary !== undefined) parts.push(`in ${boundary}`)
  if (findings !== undefined && findings > 0) parts.push(findings === 1 ? '1 finding' : `${findings} findings`)
  return parts.join(', ')
}
