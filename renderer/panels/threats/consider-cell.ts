import type { CoverageCell, Design } from '../../../shared/design/design.ts'
import { type Considered, consideredCells } from '../../../shared/threats/coverage/considered.ts'
import { letterWords } from '../../../shared/threats/coverage/letter-words.ts'
import { addElement, freshId } from '../edits.ts'
import { saidNow } from '../inspector/said-by.ts'

/** The design with a cell marked as thought through: why there is no threat, who says so, and today. */
export function considerCell(design: Design, { on, method, letter }: CoverageCell, why: string): Design {
  const { by, on: date } = saidNow()
  return addElement(design, 'assumptions', {
    id: freshId(design, 'no-threat'),
    statement: `No ${letterWords({ method, letter }).toLowerCase()}: ${why.trim()}`,
    about: [on],
    status: 'confirmed',
    cell: { on, method, letter },
    ...(by === '' ? {} : { by }),
    date,
  })
}

/** Why people found no threat in this cell. */
export function consideredIn(design: Pick<Design, 'assumptions'>, cell: CoverageCell): readonly Considered[] {
  return consideredCells(design).filter(
    ({ cell: each }) => each.on === cell.on && each.method === cell.method && each.letter === cell.letter,
  )
}
