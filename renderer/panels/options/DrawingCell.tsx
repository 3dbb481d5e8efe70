import { useState } from 'react'
import type { Design } from '../../../shared/design/design.ts'
import type { DesignChange } from '../../../shared/design/diff.ts'
import { groupBy } from '../../../shared/design/group-by.ts'
import { changedFields } from '../../../shared/options/changed-fields.ts'
import { useDesignState } from '../../store/design-store.ts'
import { LinkButton } from '../../ui/index.ts'

interface DrawingCellProps {
  readonly changes: readonly DesignChange[]
  readonly isFirst: boolean
}

const signs = { added: '+', removed: '−', changed: '~' } as const
const words = { added: 'Added', removed: 'Removed', changed: 'Changed' } as const
const mostAtFirst = 6

/** Elements that differ, one line each. */
export function DrawingCell({ changes, isFirst }: DrawingCellProps) {
  const [open, setOpen] = useState(false)
  const document = useDesignState((state) => state.document)
  if (isFirst) return <span className="faint">–</span>
  const lines = linesOf(document, changes)
  if (lines.length === 0) return <span className="faint">The same</span>
  const shown = open ? lines : lines.slice(0, mostAtFirst)
  return (
    <ul className="compare-list">
      {shown.map(({ key, type, name, fields }) => (
        <li key={key}>
          <span aria-hidden className="compare-sign">
            {signs[type]}
          </span>
          <span className="visually-hidden">{words[type]}: </span>
          <span>
            {name}
            {fields.length === 0 ? null : <span className="faint"> {fields.join('; ')}</span>}
          </span>
        </li>
      ))}
      {lines.length > shown.length ? (
        <li>
          <LinkButton className="small" onClick={() => setOpen(true)}>
            {lines.length - shown.length} more
          </LinkButton>
        </li>
      ) : null}
    </ul>
  )
}

interface Line {
  readonly key: string
  readonly type: DesignChange['type']
  readonly name: string
  readonly fields: readonly string[]
}

function linesOf(design: Design, changes: readonly DesignChange[]): readonly Line[] {
  return [...groupBy(changes, ({ collection, id }) => `${collection} ${id}`)].flatMap(([key, [first, ...others]]) =>
    first === undefined
      ? []
      : [
          {
            key,
            type: first.type,
            name: first.name,
            fields: changedFields([first, ...others], design).map(({ label }) => label),
          },
        ],
  )
}
