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
  it('are found with the signs between their words, without them, and in the plural', () => {
    expect(rankEntry('Overlay: share of time', 'overlay: time')).toBeGreaterThan(0.5)
    expect(rankEntry('Overlay: share of time', 'overlay time')).toBeGreaterThan(0.5)
    expect(rankEntry('Price book', 'prices')).toBeGreaterThan(0.5)
    expect(rankEntry('Agent model', 'models')).toBeGreaterThan(0.5)
    expect(rankEntry('Agent model', '::')).toBe(0)
  })
  it('are found by their initials, and not by letters in between', () => {
    expect(rankEntry('Threat model (PDF)', 'tm')).toBeGreaterThan(0)
    expect(rankEntry('Threat model (PDF)', 'theme')).toBe(0)
    expect(rankEntry('Answer model', 'zoom')).toBe(0)
  })
  it('show all while nothing is typed', () => {
    expect(rankEntry('Answer model', '')).toBe(1)
  })
})
