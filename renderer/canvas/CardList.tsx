import type { KeyboardEvent } from 'react'
import { useId, useMemo, useState } from 'react'
import type { Id } from '../../shared/design/design.ts'
import { findKind } from '../../shared/kinds/index.ts'
import { viewStore } from '../store/view-store.ts'
import { cardLabel } from './card-label.ts'
import { canvasControls, canvasStore } from './canvas-store.ts'
import { boundariesById, insideWords } from './boundary-tone.ts'
import { seenBox } from './camera.ts'
import { compareByReading } from './reading-order.ts'
import type { Scene } from './scene.ts'
import { encloses } from '../../shared/layout/box.ts'

/** So many options stand around the current one: a list of thousands would cost more than it tells. */
const around = 10
const pageStep = 10

interface Entry {
  readonly id: Id
  readonly label: string
}

/**
 * The cards for the keyboard and for the ear, in reading order, while they are painted and not there as elements: one
 * stop of the Tab key. Arrows walk, Enter selects, Space adds to the selection; F2 flies there and types the name.
 */
export function CardList({ scene }: { readonly scene: Scene }) {
  const listId = useId()
  const [current, setCurrent] = useState(0)
  const { design, places, badges, heats, inside, selection } = scene
  const entries = useMemo(
    () => entriesOf({ design, places, badges, heats, inside }),
    [design, places, badges, heats, inside],
  )
  const at = Math.min(current, entries.length - 1)
  const first = Math.max(0, at - around)
  const windowed = entries.slice(first, at + around + 1)
  const goTo = (index: number): void => {
    const next = Math.max(0, Math.min(entries.length - 1, index))
    setCurrent(next)
    focusOn(entries[next]?.id)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowRight: 1,
      ArrowUp: -1,
      ArrowLeft: -1,
      PageDown: pageStep,
      PageUp: -pageStep,
      Home: -entries.length,
      End: entries.length,
    }
    const step = steps[event.key]
    const id = entries[at]?.id
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || id === undefined) return
    const { select, set } = viewStore.getState()
    if (step !== undefined) goTo(at + step)
    else if (event.key === 'Enter') select([id])
    else if (event.key === ' ')
      select(selection.has(id) ? [...selection].filter((each) => each !== id) : [...selection, id])
    else if (event.key === 'F2') {
      select([id])
      set({ renaming: id })
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  if (entries.length === 0) return null
  return (
    <div
      className="card-list visually-hidden"
      // A list of its own holds few of thousands of options at a time, which the browser's cannot.
      // eslint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      aria-label="Cards"
      aria-multiselectable
      aria-activedescendant={`${listId}-${entries[at]?.id}`}
      tabIndex={0}
      onFocus={() => focusOn(entries[at]?.id)}
      onBlur={() => canvasStore.setState({ focused: undefined })}
      onKeyDown={onKeyDown}
    >
      {windowed.map(({ id, label }, index) => (
        <div
          key={id}
          id={`${listId}-${id}`}
          // eslint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="option"
          aria-selected={selection.has(id)}
          aria-posinset={first + index + 1}
          aria-setsize={entries.length}
        >
          {label}
        </div>
      ))}
    </div>
  )
}

/** The picture shows where the keyboard stands. */
function focusOn(id: Id | undefined): void {
  canvasStore.setState({ focused: id })
  const { places, camera } = canvasStore.getState()
  const box = id === undefined ? undefined : places[id]
  if (box !== undefined && !encloses(seenBox(camera), box)) {
    canvasControls()?.centre({ x: box.x + box.w / 2, y: box.y + box.h / 2 })
  }
}

function entriesOf({
  design,
  places,
  badges,
  heats,
  inside,
}: Pick<Scene, 'design' | 'places' | 'badges' | 'heats' | 'inside'>): readonly Entry[] {
  const byId = boundariesById(design)
  const collapsed = [...inside].flatMap(([id, components]) => {
    const [boundary, place] = [byId.get(id), places[id]]
    if (boundary === undefined || place === undefined) return []
    const { name } = boundary
    const home = boundary.in === undefined ? undefined : byId.get(boundary.in)?.name
    const kind = `collapsed boundary, ${insideWords(components)}`
    const label = (): string => cardLabel({ name, kind, boundary: home, findings: badges.get(id)?.findings?.count })
    return [{ id, label, x: place.x, y: place.y }]
  })
  const cards = (design.components ?? []).flatMap((component) => {
    const { id, name } = component
    const place = places[id]
    if (place === undefined) return []
    const label = (): string =>
      cardLabel({
        name,
        kind: findKind(component.kind).title,
        boundary: component.in === undefined ? undefined : byId.get(component.in)?.name,
        findings: badges.get(id)?.findings?.count,
        heat: heats.get(id)?.title,
      })
    return [{ id, label, x: place.x, y: place.y }]
  })
  return [...cards, ...collapsed].toSorted(compareByReading).map(({ id, label }) => ({
    id,
    get label() {
      return label()
    },
  }))
}
