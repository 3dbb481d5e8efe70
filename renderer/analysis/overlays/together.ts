import type { Id } from '../../../shared/design/design.ts'
import type { Heat, Together } from '../heat.ts'

/** Several names at once have a sign of their own, as what nobody said has. */
const mixed = { level: 'mixed', mark: '*' } as const

/** Wears what weighs most of all members, and says whose it is. `word`: what that one is of them, "Fullest". */
export function mostOf(heats: ReadonlyMap<Id, Heat>, word: string, weightOf: (id: Id) => number): Together {
  return (members, nameOf) => {
    const [most] = members.filter((id) => heats.has(id)).toSorted((a, b) => weightOf(b) - weightOf(a))
    const heat = most === undefined ? undefined : heats.get(most)
    if (most === undefined || heat === undefined) return undefined
    return { ...heat, title: `${word} is ${nameOf(most)}. ${heat.title}` }
  }
}

/** Wears the one name that all members have, else that they are mixed; how many have which is told in full. */
export function nameOfAll(heats: ReadonlyMap<Id, Heat>, textOf: (id: Id) => string): Together {
  return (members) => {
    const worn = members.flatMap((id) => {
      const heat = heats.get(id)
      return heat === undefined ? [] : [{ heat, text: textOf(id) }]
    })
    const [first] = worn
    if (first === undefined) return undefined
    const title = countsOf(worn.map(({ heat }) => heat.text))
    if (worn.some(({ text }) => text !== first.text)) return { ...mixed, text: 'Mixed', title: `Inside: ${title}` }
    return { ...first.heat, text: first.text, title: `Inside: ${title}` }
  }
}

/** "Payments 3, Platform 2": those that most have first. */
export function countsOf(texts: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([text, count]) => `${text} ${count}`)
    .join(', ')
}
