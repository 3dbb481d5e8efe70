import { describe, expect, it } from 'vitest'
import { checkInvariants } from '../../../shared/design/invariants/check-invariants.ts'
import { parseDesign, printDesign } from '../../../shared/design/file.ts'
import { box, miniDesign } from '../../../shared/findings/testing/mini-design.ts'
import { vocabulary } from '../../../shared/vocabulary.ts'
import { removeElements } from '../edits.ts'
import { considerCell, consideredIn } from './consider-cell.ts'

const design = miniDesign({ components: [box('c-ledger', 'relational-db')] })
const cell = { on: 'c-ledger', method: 'stride', letter: 'T' } as const
const considered = considerCell(design, cell, ' it can only grow ')

describe('a cell in which a person found no threat', () => {
  it('keeps why, who and when', () => {
    expect(considered.assumptions).toMatchObject([
      { statement: 'No tampering: it can only grow', about: ['c-ledger'], status: 'confirmed', cell },
    ])
    expect(considered.assumptions?.[0]?.date).toMatch(/^\d{4}-\d{2}-\d{2}$/u)
    expect(checkInvariants(considered, vocabulary)).toEqual(checkInvariants(design, vocabulary))
  })

  it('survives the file, and goes with what it speaks of', () => {
    const read = parseDesign(printDesign(considered))
    expect(read.ok && consideredIn(read.value.design, cell)).toHaveLength(1)
    expect(consideredIn(removeElements(considered, ['c-ledger']), cell)).toEqual([])
  })

  it('is that cell alone', () => {
    expect(consideredIn(considered, { ...cell, letter: 'I' })).toEqual([])
    expect(consideredIn(considered, { ...cell, method: 'linddun' })).toEqual([])
  })
})
