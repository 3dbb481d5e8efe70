import { effectiveDesign } from '../design/effective.ts'
import type { Boundary, Component, Design, Element, Flow } from '../design/design.ts'
import { mainView } from '../design/edit/index.ts'
import { internalIds, withoutElements } from './internal-elements.ts'

/**
 * The drawing and nothing else, for a screen that others see: boundaries, components, arrows, the data they carry, where
 * they stand, and what a pen drew over them. Notes, owners, settings, requirements, judgements and what is marked internal stay behind.
 */
export function outgoingDrawing(document: Design): Design {
  const design = effectiveDesign(document)
  const shown = withoutElements(design, internalIds(design))
  const places = mainView(design)
  return {
    format: document.format,
    version: document.version,
    id: document.id,
    name: '',
    boundaries: (shown.boundaries ?? []).map(drawnBoundary),
    components: (shown.components ?? []).map(drawnComponent),
    flows: (shown.flows ?? []).map(drawnFlow),
    data: (shown.data ?? []).map(({ id, name, classification }) => ({
      id,
      name,
      ...(classification === undefined ? {} : { classification }),
    })),
    views: [
      {
        id: 'audience',
        name: '',
        ...(places?.places === undefined ? {} : { places: places.places }),
        ...(places?.routes === undefined ? {} : { routes: places.routes }),
        ...(places?.strokes === undefined ? {} : { strokes: places.strokes }),
      },
    ],
  }
}

/** The fields of an element that are drawn. */
function only<E extends Element, F extends keyof E>(element: E, fields: readonly F[]): Pick<E, F> {
  const kept = fields.flatMap((field) => (element[field] === undefined ? [] : [[field, element[field]] as const]))
  return Object.fromEntries(kept) as Pick<E, F>
}

const drawnBoundary = (one: Boundary): Boundary =>
  only(one, ['id', 'name', 'in', 'label', 'copies', 'trust', 'organisation', 'region'])
const drawnComponent = (one: Component): Component => only(one, ['id', 'name', 'kind', 'product', 'in'])
const drawnFlow = (one: Flow): Flow =>
  only(one, ['id', 'name', 'from', 'to', 'pull', 'mode', 'request', 'response', 'encrypted'])
