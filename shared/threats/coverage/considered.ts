import type { Assumption, CoverageCell, Design } from '../../design/design.ts'

/** What stands in place of a rule where a person thought a cell through and found no threat. */
export const consideredByHand = 'considered'

/** An assumption that decides a cell. */
export type Considered = Assumption & { readonly cell: CoverageCell }

/** Cells that people thought through and found no threat in, with why: until somebody doubts it or takes it back. */
export function consideredCells({ assumptions = [] }: Pick<Design, 'assumptions'>): readonly Considered[] {
  return assumptions.filter((each): each is Considered => each.cell !== undefined && each.status === 'confirmed')
}

/** "Ana, 2026-11-21": who says so, and since when; empty where nobody said. */
export function saidBy({ by, date }: Assumption): string {
  return [by, date].filter((part) => part !== undefined && part !== '').join(', ')
}
