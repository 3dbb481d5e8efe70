import { useState } from 'react'
import type { Design, Id } from '../../../shared/design/design.ts'
import type { DesignChange } from '../../../shared/design/diff.ts'
import { smallTitle } from '../../../shared/design/wording.ts'
import { kinds } from '../../../shared/kinds/index.ts'
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
            {fields.length === 0 ? null : <span className="faint"> {fields.join(', ')}</span>}
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
  const lines = new Map<string, Line>()
  for (const { collection, id, type, name, field } of changes) {
    const key = `${collection} ${id}`
    const known = lines.get(key)
    const fields = field === undefined ? [] : [wordOf(design, id, field)]
    lines.set(key, { key, type, name, fields: [...(known?.fields ?? []), ...fields] })
  }
  return [...lines.values()]
}

/** The label of a setting, as the inspector has it; else the last word of the field. */
function wordOf(design: Design, id: Id, field: string): string {
  const name = field.split('.').at(-1) ?? field
  const kind = design.components?.find((each) => each.id === id)?.kind
  const known = kinds.find((each) => each.id === kind)
  return smallTitle(known?.settings[name]?.label ?? name)
}
