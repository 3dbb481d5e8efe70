import { Plus } from 'lucide-react'
import type { SyntheticEvent } from 'react'
import type { Id } from '../../../shared/design/design.ts'
import { addBeside } from '../add-beside.ts'
import type { Side } from '../free-spot.ts'

interface AddBesideProps {
  readonly id: Id
  readonly name: string
  readonly side: Side
}

const words: Readonly<Record<Side, string>> = {
  left: 'on the left of',
  right: 'on the right of',
  above: 'above',
  below: 'below',
}

/** A plus beside the pointed-at card: one click asks what comes next there. By keyboard it is Ctrl and an arrow key. */
export function AddBeside({ id, name, side }: AddBesideProps) {
  return (
    <button
      type="button"
      className="card-plus nodrag nopan"
      data-side={side}
      tabIndex={-1}
      aria-label={`Add ${words[side]} ${name}`}
      // The border under it would take an arrow in the hand.
      onMouseDown={stay}
      onTouchStart={stay}
      onDoubleClick={stay}
      onClick={(event) => {
        stay(event)
        addBeside(id, side)
      }}
    >
      <Plus size={12} aria-hidden />
    </button>
  )
}

function stay(event: SyntheticEvent): void {
  event.stopPropagation()
}
