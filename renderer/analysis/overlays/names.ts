import type { Heat, HeatName, LegendEntry } from '../heat.ts'

/** As many names as there are colours that can be told apart; the last is for all further ones. */
const nameLevels: readonly HeatName[] = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

export type NameSign = Required<Pick<Heat, 'level' | 'mark'>>

/** What nobody said has a sign of its own: it is neither of the names nor nothing. */
export const unsaid = { level: 'unsaid', mark: '?' } as const satisfies NameSign
export const unsaidEntry: LegendEntry = { ...unsaid, label: 'Not said' }

/** A colour and a letter for each name, in their order; those beyond the colours share the last one. */
export function signsFor(names: readonly string[]): {
  readonly signOf: (name: string) => NameSign
  readonly legend: readonly LegendEntry[]
} {
  const most = nameLevels.length
  const own = names.length <= most ? names : names.slice(0, most - 1)
  const sign = (index: number): NameSign => {
    const level = nameLevels[index < 0 ? most - 1 : index] ?? 'h'
    return { level, mark: level.toUpperCase() }
  }
  const shared = names.length - own.length
  return {
    signOf: (name) => sign(own.indexOf(name)),
    legend: [
      ...own.map((label, index) => ({ ...sign(index), label })),
      ...(shared === 0 ? [] : [{ ...sign(-1), label: `${shared} others` }]),
    ],
  }
}
