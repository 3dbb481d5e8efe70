import { capital } from '../design/wording.ts'
import type { Outline } from './outline.ts'
import { rewriteWords } from './text/rewrite-words.ts'

/** What stands where a withheld element was named. */
export const withheldName = 'an internal element'

/**
 * The last gate before a file is written: sentences that name a withheld element say "an internal element" instead, with
 * the article that stood before the name taken along.
 */
export function redact(outline: Outline, names: readonly string[]): Outline {
  if (names.length === 0) return outline
  const alternatives = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:(?:the|an?|this)\\s+)?(?:${alternatives})(?![\\p{L}\\p{N}])`, 'giu')
  const clean: Clean = (text, opens = true) =>
    text.replace(pattern, (_, at: number) =>
      (at === 0 && opens) || /[.!?]\s$/.test(text.slice(0, at)) ? capital(withheldName) : withheldName,
    )
  return {
    ...rewriteWords(outline, (text, { before }) => clean(text, before === '')),
    ...(outline.data === undefined ? {} : { data: redactData(outline.data, clean) as object }),
  }
}

/** `opens`: whether the words begin a sentence or stand alone. */
type Clean = (text: string, opens?: boolean) => string

/** What people read in a file of data; keys, references and words of its format stay as they are. */
const readable: ReadonlySet<string> = new Set(['name', 'description', 'value', 'trustZone', 'users', 'useCases'])

/** Several words are meant for people wherever they stand: no id, address or word of a format has a space. */
function isReadable(text: string, key: string): boolean {
  return readable.has(key) || /\s/.test(text)
}

function redactData(data: unknown, clean: Clean, key = ''): unknown {
  if (typeof data === 'string') return isReadable(data, key) ? clean(data) : data
  if (Array.isArray(data)) return data.map((each) => redactData(each, clean, key))
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, redactData(value, clean, name)]))
}
