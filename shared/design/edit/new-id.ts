import type { Id } from '../design.ts'

/** Letters and digits that cannot be taken for one another. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'

/**
 * A fresh id shaped like `llm-k3f9`: what it is, and a few random characters that say nothing.
 *
 * @param prefix a kind's or collection's word; whatever is no slug in it becomes one
 * @param taken every id of the file (`takenIds`)
 * @param random a number from 0 up to, not including, 1 (`Math.random` in the page, a seeded one in tests)
 */
export function newId(prefix: string, taken: ReadonlySet<Id>, random: () => number): Id {
  const slug = slugOf(prefix)
  for (let attempt = 0; ; attempt += 1) {
    const length = 4 + Math.floor(attempt / 8)
    let suffix = ''
    for (let index = 0; index < length; index += 1) {
      suffix += alphabet[Math.floor(random() * alphabet.length)] ?? alphabet[0]
    }
    const id = `${slug}-${suffix}`
    if (!taken.has(id)) return id
    // A broken random source would never leave this loop; counting ends it.
    if (attempt > 64 && !taken.has(`${slug}-${taken.size + attempt}`)) return `${slug}-${taken.size + attempt}`
  }
}

function slugOf(prefix: string): string {
  const slug = prefix
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
  return slug === '' ? 'element' : slug
}
