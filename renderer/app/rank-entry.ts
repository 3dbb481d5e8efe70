/**
 * How well an entry of the command palette answers what was typed, from 0 (not at all) to 1. Words beat letters: a name
 * that starts with the text, then names whose words start with every word typed, then keywords, then text within a name,
 * and last the initials of its words ("tm" finds "Threat model"). Letters in between count for nothing: they are in
 * nearly every name. Signs between words ("Overlay: cost") and an s at the end ("prices") make no difference.
 */
export function rankEntry(name: string, typed: string, keywords: readonly string[] = []): number {
  const text = typed.trim().toLowerCase()
  const title = name.toLowerCase()
  if (text === '' || title === text) return 1
  if (title.startsWith(text)) return 0.9
  const wanted = wordsOf(text)
  const own = wordsOf(title)
  if (wanted.length > 0 && startAll(wanted, own)) return 0.8
  if (wanted.length > 0 && startAll(wanted, [...own, ...keywords.flatMap((keyword) => wordsOf(keyword.toLowerCase()))]))
    return 0.6
  if (text.length > 1 && title.includes(text)) return 0.4
  const initials = own.map((word) => word.slice(0, 1)).join('')
  return text.length > 1 && initials.startsWith(text) ? 0.2 : 0
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}

function startAll(wanted: readonly string[], words: readonly string[]): boolean {
  return wanted.every((part) => {
    const singular = part.length > 3 && part.endsWith('s') ? part.slice(0, -1) : part
    return words.some((word) => word.startsWith(part) || word === singular)
  })
}
