import type { Boundary, Component, Element, Id, Json } from '../../design/design.ts'
import type { Assembly, ReadView } from '../assembly.ts'
import { tell } from '../assembly.ts'
import { asJson } from '../foreign-values.ts'
import type { Shape } from './drawing.ts'
import { holdersAround } from './holders.ts'
import { placeCards } from './place-cards.ts'
import type { Drawn } from './place-cards.ts'
import type { Named, Roles } from './roles.ts'
import { recogniseShape } from './style.ts'

/** Components and boundaries by the shapes they were, with their places in the view. */
export interface ReadShapes {
  readonly components: ReadonlyMap<Shape, Component>
  readonly boundaries: ReadonlyMap<Shape, Boundary>
  /** How far the page was spread to make room for the cards. */
  readonly spread: number
}

/** Shapes become components and boundaries; each is told with what it was taken for. */
export function readShapes(roles: Roles, assembly: Assembly, view: ReadView): ReadShapes {
  const ids = new Map<Shape, Id>()
  for (const { shape } of roles.boundaries) ids.set(shape, assembly.ids.give(undefined, shape.cell.foreign, 'zone'))
  for (const { shape } of roles.components)
    ids.set(shape, assembly.ids.give(undefined, shape.cell.foreign, 'component'))
  const isBoundary = new Set(roles.boundaries.map(({ shape }) => shape))
  const around = (shape: Shape): Id | undefined =>
    ids.get(holdersAround(shape, roles.holders).find((each) => isBoundary.has(each)) ?? shape)
  const inOf = (shape: Shape): { readonly in?: Id } => {
    const id = around(shape)
    return id === undefined || id === ids.get(shape) ? {} : { in: id }
  }
  const boundaries = new Map(
    roles.boundaries.map((named) => [named.shape, { ...elementOf(named, ids), ...inOf(named.shape) } as const]),
  )
  for (const [shape, boundary] of [...boundaries].toReversed()) {
    assembly.boundaries.push(boundary)
    const isStated = [...roles.holders].some(([inner, outer]) => outer === shape && inner.parent === shape.cell)
    const why = isStated ? 'The file puts shapes into it.' : 'It is drawn around other shapes, or made to hold them.'
    tell(assembly, 'boundaries', boundary, 'Boundary', isStated ? 'certain' : 'likely', why)
  }
  const components = new Map(
    roles.components.map((named): [Shape, Component] => {
      const { kind, confidence, why } = recogniseShape(named.name, named.words)
      const component = { ...elementOf(named, ids), kind, ...inOf(named.shape) }
      assembly.components.push(component)
      tell(assembly, 'components', component, kind, confidence, why)
      return [named.shape, component]
    }),
  )
  const drawn = ([shape, element]: readonly [Shape, Boundary | Component]): Drawn => ({
    id: element.id,
    box: shape,
    around: element.in,
    isLocked: shape.cell.style.get('locked') === '1',
    isCollapsed: shape.cell.isCollapsed,
  })
  const { places, spread } = placeCards([...components].map(drawn), [...boundaries].map(drawn))
  Object.assign(view.places, places)
  return { components, boundaries, spread }
}

function elementOf(
  { shape, name, notes }: Named,
  ids: ReadonlyMap<Shape, Id>,
): { readonly id: Id; readonly name: string; readonly notes?: string } & Pick<Element, 'x'> {
  return { id: ids.get(shape) ?? '', name, ...(notes === '' ? {} : { notes }), ...ownOf(shape.cell.own) }
}

/** What a person wrote beside the label stays with the element. */
export function ownOf(own: ReadonlyMap<string, string>): Pick<Element, 'x'> {
  const json: Json | undefined = own.size === 0 ? undefined : asJson(Object.fromEntries(own))
  return json === undefined ? {} : { x: { 'draw-io': json } }
}
