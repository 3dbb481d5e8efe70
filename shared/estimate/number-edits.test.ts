import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openStudy } from '../analyse.ts'
import type { Component, Design, Flow, Settings } from '../design/design.ts'
import { kinds } from '../kinds/index.ts'
import type { Fields } from '../kinds/fields/field.ts'

const prices = JSON.parse(
  readFileSync(new URL('../../resources/prices/price-book.json', import.meta.url), 'utf8'),
) as object

/** A box of this kind between others, that is asked, asks, and follows its load. */
function drawing(kind: string, settings: Settings): Design {
  const one: Component = { id: 'one', name: 'One', kind, settings, in: 'made-two' }
  return { ...around, components: [...(around.components ?? []), one] }
}

const flows: readonly Flow[] = [
  { id: 'ask', from: 'user', to: 'app' },
  { id: 'f-one', from: 'app', to: 'one', retries: 2, timeoutMs: 900 },
  { id: 'f-back', from: 'one', to: 'other' },
  { id: 'f-other', from: 'app', to: 'other' },
  { id: 'f-load', from: 'one', to: 'index', mode: 'async' },
]
const around: Design = {
  format: 'lintel/design',
  version: 1,
  id: 'd-kind',
  name: 'Kind',
  boundaries: [
    { id: 'made-two', name: 'Two', region: 'eu-central-1', copies: { of: 'zone', count: 2, mode: 'activeActive' } },
  ],
  components: [
    { id: 'user', name: 'User', kind: 'user' },
    { id: 'app', name: 'App', kind: 'orchestrator' },
    { id: 'other', name: 'Other', kind: 'llm', product: 'claude-sonnet-4.5' },
    { id: 'index', name: 'Index', kind: 'vector-db' },
  ],
  flows,
}

/** A number that its field takes, for each of them. */
function numbersOf(fields: Fields): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { type, default: usual, min = 0, max = 1e6 }]) => {
      if (type !== 'number') return []
      const likely = typeof usual === 'number' && usual > 0 ? usual : Math.min(max, Math.max(min, max <= 1 ? 0.5 : 2))
      return [[name, likely] as const]
    }),
  )
}

function says(design: Design): unknown {
  return structuredClone(openStudy(design, { prices, today: '2026-11-21' }).compute())
}

describe.each(kinds.map((kind) => [kind.id, kind] as const))('a box of the kind %s', (id, kind) => {
  it.each([false, true])('says after an edit of any of its numbers what it says anew, scaled: %s', (autoscaled) => {
    const settings = {
      ...numbersOf(kind.call),
      ...numbersOf(kind.settings),
      ...('autoscaled' in kind.settings ? { autoscaled } : {}),
    }
    const numbers = Object.entries(settings).filter(([, value]) => typeof value === 'number')
    const before = drawing(id, settings)
    for (const [name, value] of numbers) {
      says(before)
      const changed = Number(value) * (kind.settings[name]?.integer === true ? 2 : 0.9)
      const one = { ...before.components?.at(-1), settings: { ...settings, [name]: changed } } as Component
      const edited = { ...before, components: [...(before.components ?? []).slice(0, -1), one] }
      // Of other objects nothing is remembered.
      expect(says(edited), name).toEqual(says(structuredClone(edited)))
    }
  })
})
