/**
 * How well an entry of the command palette answers what was typed, from 0 (not at all) to 1. Words beat letters: a name
 * that starts with the text, then names whose words start with every word typed, then keywords, then text within a name,
 * and last the letters in their order, from the start of a word on ("rgate" finds "Reranking gateway").
 */
export function rankEntry(name: string, typed: string, keywords: readonly string[] = []): number {
  const text = typed.trim().toLowerCase()
  const title = name.toLowerCase()
  if (text === '' || title === text) return 1
  if (title.startsWith(text)) return 0.9
  const wanted = text.split(/\s+/)
  const own = wordsOf(title)
  if (startAll(wanted, own)) return 0.8
  if (startAll(wanted, [...own, ...keywords.flatMap((keyword) => wordsOf(keyword.toLowerCase()))])) return 0.6
  if (text.length > 1 && title.includes(text)) return 0.4
  // Two letters in some order are found in nearly every name.
  return text.length > 2 && own.some((word) => hasLetters(title.slice(title.indexOf(word)), text)) ? 0.1 : 0
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}

function startAll(wanted: readonly string[], words: readonly string[]): boolean {
  return wanted.every((part) => words.some((word) => word.startsWith(part)))
}

/** The letters in their order, the first at the start of the text. */
function hasLetters(text: string, letters: string): boolean {
  if (!text.startsWith(letters.slice(0, 1))) return false
  let at = 0
  for (const letter of letters.replaceAll(' ', '')) {
    at = text.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}
