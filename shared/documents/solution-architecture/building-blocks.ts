import type { Boundary, Component } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { findProduct, productIdFor } from '../../kinds/products/index.ts'
import { diagram, heading, strong, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block, Picture } from '../outline.ts'
import { drawDesign, isArranged, pageSpace, sidewaysSpace } from '../picture/draw.ts'
import { countOf, listWords } from '../text/numbers.ts'
import type { Chapter } from './chapter.ts'

/** The drawing, and every box of it with what it does, by the place it stands in. */
export function buildingBlocks(context: DocumentContext): Chapter | undefined {
  const { design } = context
  const components = design.components ?? []
  if (components.length === 0) return undefined
  const places: readonly (Boundary | undefined)[] = [...(design.boundaries ?? []), undefined]
  const held = places.filter((place) => components.some((component) => component.in === place?.id))
  return {
    says: `${countOf(components.length, 'component')} in ${countOf(held.length, 'place')}`,
    blocks: [
      diagram(
        wholePicture(context),
        'All components and what they call. Solid arrows wait for an answer, double ones stream it, dashed ones do not wait, dotted ones run outside requests.',
      ),
      ...held.flatMap((place) =>
        placeBlocks(
          place,
          components.filter((component) => component.in === place?.id),
          context,
        ),
      ),
    ],
  }
}

/** The architect's own arrangement where there is one. */
function wholePicture({ graph }: DocumentContext): Picture {
  return drawDesign(graph, {
    labels: 'names',
    ...(isArranged(graph) ? {} : { layout: 'fresh', fit: [pageSpace, sidewaysSpace] }),
  })
}

function placeBlocks(
  place: Boundary | undefined,
  components: readonly Component[],
  { graph }: DocumentContext,
): readonly Block[] {
  return [
    heading(3, place?.name ?? 'Outside every boundary'),
    table(
      [
        { title: 'Component', width: 1.6 },
        { title: 'Product', width: 1.4 },
        { title: 'What it does here', width: 3.1 },
        { title: 'Calls', width: 1.8 },
        { title: 'Owner', width: 1.4 },
      ],
      components.map((component): readonly Words[] => {
        const product = productIdFor(known(component.product), graph.kindOf(component))
        const calls = [...new Set(graph.callsFrom(component.id).map(({ callee }) => graph.name(callee)))]
        return [
          [strong(component.name)],
          findProduct(product)?.title ?? product ?? '–',
          graph.kindOf(component).summary,
          listWords(calls, 4) || '–',
          component.owner ?? '–',
        ]
      }),
    ),
  ]
}
