/** Lower-case words joined by hyphens: safe as a file name everywhere. "Check every answer" -> "check-every-answer". */
export function slugOf(text: string, longest = 60): string {
  const slug = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, longest)
    .replace(/-+$/, '')
  return slug === '' ? 'untitled' : slug
}

/** The number of a decision as it stands in front of its file name: 0001. */
export function decisionNumber(number: number): string {
  return String(number).padStart(4, '0')
}
