import { findElement, nameOf } from '../../shared/design/collections.ts'
import type { Design, Id } from '../../shared/design/design.ts'
import { KindIcon } from './KindIcon.tsx'
import { useDesign, viewStore } from './stores.ts'

/** The elements concerned, by name; a click selects them on the canvas. */
export function ElementChips({ ids, most = 6 }: { readonly ids: readonly Id[]; readonly most?: number }) {
  const shown = ids.slice(0, most)
  const rest = ids.length - shown.length
  return (
    <span className="chips">
      {shown.map((id) => (
        <ElementChip key={id} id={id} />
      ))}
      {rest > 0 ? (
        <button type="button" className="ui-chip" onClick={() => viewStore.getState().select(ids)}>
          {rest} more
        </button>
      ) : null}
    </span>
  )
}

/** One element by name, with its kind's icon. */
export function ElementChip({ id }: { readonly id: Id }) {
  const name = useDesign((design) => shownName(design, id))
  const kind = useDesign((design) => design.components?.find((one) => one.id === id)?.kind)
  if (name === undefined) return <span className="ui-chip faint">removed</span>
  return (
    <button type="button" className="ui-chip" title={name} onClick={() => viewStore.getState().select([id])}>
      {kind === undefined ? null : <KindIcon kind={kind} size={12} />}
      <span className="ellipsis">{name}</span>
    </button>
  )
}

/** Undefined when the element is not there any more. */
export function shownName(design: Design, id: Id): string | undefined {
  const name = nameOf(design, id)
  return name === id && findElement(design, id) === undefined ? undefined : name
}
