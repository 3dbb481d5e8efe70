import { Trash2 } from 'lucide-react'
import { useRef } from 'react'
import type { Id } from '../../../shared/design/design.ts'
import { IconButton, NameField } from '../../ui/index.ts'
import { removeFromDesign } from '../remove.ts'
import { useWantedField, useWantedFocus } from '../use-wanted.ts'

interface UseHeadProps {
  readonly id: Id
  readonly name: string
  readonly what: string
  readonly onRename: (name: string) => void
}

/** The head of a card: its name, to be written over, and the way to delete it. */
export function UseHead({ id, name, what, onRename }: UseHeadProps) {
  const head = useRef<HTMLDivElement>(null)
  useWantedFocus(head, useWantedField(id) === 'name')
  return (
    <div className="use-head" ref={head}>
      <NameField className="strong" aria-label={what} value={name} onCommit={onRename} />
      <IconButton label={`Delete ${name}`} icon={Trash2} onClick={() => removeFromDesign(id, name)} />
    </div>
  )
}
