import { describe, expect, it } from 'vitest'
import { rankEntry } from './rank-entry.ts'

describe('entries of the command palette', () => {
  it('whose words start with the text come before those that only share letters', () => {
    const command = rankEntry('Light theme', 'theme', ['View'])
    expect(command).toBeGreaterThan(rankEntry('Tool that helps me', 'theme'))
    expect(rankEntry('Theme park', 'theme')).toBeGreaterThan(command)
  })
  it('are found by every word typed, in any order, and by keywords', () => {
    expect(rankEntry('Export the threat model as PDF', 'pdf threat')).toBeGreaterThan(0.5)
    expect(rankEntry('Ledger', 'database', ['Relational database'])).toBeGreaterThan(0.5)
    expect(rankEntry('Ledger', 'queue', ['Relational database'])).toBe(0)
  })
  it('are found by their letters from the start of a word, and not by two letters', () => {
    expect(rankEntry('Reranking gateway', 'rgate')).toBeGreaterThan(0)
    expect(rankEntry('Reranking gateway', 'rg')).toBe(0)
    expect(rankEntry('Answer model', 'zoom')).toBe(0)
  })
  it('show all while nothing is typed', () => {
    expect(rankEntry('Answer model', '')).toBe(1)
  })
})
