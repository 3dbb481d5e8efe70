import { addBoundary, addComponent } from '../design/edit/index.ts'
import { kinds } from '../kinds/index.ts'
import { products } from '../kinds/products/index.ts'
import { recogniseKind } from '../interchange/recognise-kind.ts'
import type { RowKind } from './row.ts'

/** A component: its kind by its own words, a boundary by name (made when there is none of that name). */
export const componentRow: RowKind = {
  fields: {
    name: ['component', 'system', 'service', 'box', 'element'],
    kind: ['type', 'category', 'component type'],
    product: ['technology', 'model', 'vendor', 'implementation'],
    in: ['boundary', 'zone', 'trust zone', 'network', 'group', 'environment'],
    owner: ['team', 'responsible', 'owned by'],
    notes: ['description', 'comment', 'comments', 'remarks', 'note'],
  },
  tells: ['kind', 'product', 'in'],
  plan: ({ name, kind = '', product, in: boundary, owner, notes }, line) => {
    if (name === undefined) return { line, name: '', takenFor: 'nothing', doubts: ['The row has no name.'] }
    const exact = kinds.find(({ id, title }) => [id, title.toLowerCase()].includes(kind.toLowerCase()))
    const read = recogniseKind(name, `${kind} ${product ?? ''}`, 'orchestrator')
    const id = exact?.id ?? read.kind
    const made = products.find(
      (one) =>
        product !== undefined &&
        one.kinds.includes(id) &&
        [one.id, one.title, ...(one.names ?? [])].some((word) => word.toLowerCase() === product.toLowerCase()),
    )
    const kept = [notes, made === undefined && product !== undefined ? `Product: ${product}` : undefined]
    const note = kept.filter((words) => words !== undefined).join('\n')
    return {
      line,
      name,
      kind: id,
      ...(made === undefined ? {} : { product: made.title }),
      takenFor: `${kinds.find((one) => one.id === id)?.title ?? id}${made === undefined ? '' : `, ${made.title}`}`,
      doubts: [
        ...(exact === undefined && read.confidence === 'guess' ? [read.why] : []),
        ...(product !== undefined && made === undefined ? [`"${product}" is no known product: kept as a note.`] : []),
      ],
      add: (design, newId) => {
        const around = design.boundaries?.find((one) => one.name.toLowerCase() === boundary?.toLowerCase())
        const aroundId = around?.id ?? (boundary === undefined ? undefined : newId('boundary'))
        const walled =
          boundary === undefined || around !== undefined || aroundId === undefined
            ? design
            : addBoundary(design, { id: aroundId, name: boundary })
        return addComponent(walled, {
          id: newId(id),
          name,
          kind: id,
          ...(aroundId === undefined ? {} : { in: aroundId }),
          ...(made === undefined ? {} : { product: made.id }),
          ...(owner === undefined ? {} : { owner }),
          ...(note === '' ? {} : { notes: note }),
        })
      },
    }
  },
}
