import './counts.css'
import { insideOf } from '../../shared/design/nesting.ts'
import type { Design, Id } from '../../shared/design/design.ts'
import { useDesign } from '../store/design-store.ts'
import { useView } from '../store/view-store.ts'

/** What is counted, as people call it. */
const counted = [
  ['components', 'Components'],
  ['boundaries', 'Boundaries'],
  ['flows', 'Arrows'],
  ['workloads', 'Workloads'],
  ['data', 'Data assets'],
  ['requirements', 'Requirements'],
] as const

/** How much there is of everything: in the design, and in the selection with all that stands in it. */
export function Counts() {
  const design = useDesign((all) => all)
  const selection = useView((view) => view.selection)
  const chosen = chosenOf(design, selection)
  return (
    <section className="canvas-counts" aria-label="Counts">
      <table>
        <thead>
          <tr>
            <th scope="col">Counts</th>
            <th scope="col">Design</th>
            {selection.length === 0 ? null : <th scope="col">Selection</th>}
          </tr>
        </thead>
        <tbody>
          {counted.map(([collection, title]) => (
            <tr key={collection}>
              <th scope="row">{title}</th>
              <td>{design[collection]?.length ?? 0}</td>
              {selection.length === 0 ? null : <td>{chosen[collection] ?? ''}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Only what stands on the canvas can be selected. */
function chosenOf(design: Design, selection: readonly Id[]): Partial<Record<(typeof counted)[number][0], number>> {
  const ids = new Set(selection.flatMap((id) => [id, ...insideOf(design, id)]))
  const count = (list: readonly { readonly id: Id }[] = []): number => list.filter(({ id }) => ids.has(id)).length
  const arrows = (design.flows ?? []).filter(({ id, from, to }) => ids.has(id) || (ids.has(from) && ids.has(to)))
  return { components: count(design.components), boundaries: count(design.boundaries), flows: arrows.length }
}
