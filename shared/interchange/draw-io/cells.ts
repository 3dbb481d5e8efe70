import type { Point } from '../../layout/box.ts'
import { childrenOf, findChild, plainText } from '../../xml/xml-tree.ts'
import type { XmlElement } from '../../xml/xml-tree.ts'
import { labelText } from './label.ts'
import type { Style } from './style.ts'
import { readStyle } from './style.ts'

/** Where a cell stands: within its parent, or as shares of the parent's size. */
export interface Geometry {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly isRelative: boolean
  readonly offset: Point
  /** The ends of an arrow that is joined to nothing there. */
  readonly from?: Point
  readonly to?: Point
  /** Where somebody bent an arrow, from its start to its end. */
  readonly bends: readonly Point[]
}

/** A cell of a page: a shape, an arrow, or what holds them (the page itself and its layers). */
export interface Cell {
  readonly foreign: string
  readonly parent: string | undefined
  readonly type: 'shape' | 'arrow' | 'layer'
  /** The words of its label, a line each. */
  readonly text: string
  readonly style: Style
  readonly isHidden: boolean
  readonly isCollapsed: boolean
  readonly source: string | undefined
  readonly target: string | undefined
  readonly geometry: Geometry
  /** Attributes that a person gave it: "Edit data" of draw.io. */
  readonly own: ReadonlyMap<string, string>
}

/** The cells of a page, in the order of the file, which is from back to front. */
export function readCells(model: XmlElement): readonly Cell[] {
  const root = findChild(model, 'root')
  return (root?.children ?? []).flatMap((child, index) => {
    if (typeof child === 'string') return []
    if (child.name === 'mxCell') return [readCell(child, child, index)]
    const inner = child.name === 'UserObject' || child.name === 'object' ? findChild(child, 'mxCell') : undefined
    return inner === undefined ? [] : [readCell(child, inner, index)]
  })
}

/** Attributes of a wrapper that are not a person's own. */
const known: ReadonlySet<string> = new Set(['id', 'label', 'placeholders', 'tooltip'])

/** `outer`: the wrapper that carries label and attributes, or the cell itself where it has none. */
function readCell(outer: XmlElement, inner: XmlElement, index: number): Cell {
  const read = (element: XmlElement, name: string): string | undefined => {
    const value = element.attributes.get(name)
    return value === undefined || value === '' ? undefined : plainText(value)
  }
  const style = readStyle(read(inner, 'style') ?? '')
  const names = outer === inner ? [] : [...outer.attributes.keys()].filter((name) => !known.has(name))
  const own = new Map(names.map((name) => [name, read(outer, name) ?? '']))
  const label = (outer === inner ? read(inner, 'value') : read(outer, 'label')) ?? ''
  const filled =
    read(outer, 'placeholders') === '1'
      ? label.replaceAll(/%([^%\s]{1,60})%/g, (_, name: string) => own.get(name) ?? '')
      : label
  const is = (name: string): boolean => inner.attributes.get(name) === '1'
  return {
    foreign: read(outer, 'id') ?? read(inner, 'id') ?? `cell-${index + 1}`,
    parent: read(inner, 'parent'),
    type: is('vertex') ? 'shape' : is('edge') ? 'arrow' : 'layer',
    text: labelText(filled, style.get('html') === '1'),
    style,
    isHidden: inner.attributes.get('visible') === '0',
    isCollapsed: is('collapsed'),
    source: read(inner, 'source'),
    target: read(inner, 'target'),
    geometry: readGeometry(childrenOf(inner, 'mxGeometry')[0], is('collapsed')),
    own,
  }
}

/** More no hand makes in one arrow. */
const mostBends = 50

function readGeometry(element: XmlElement | undefined, isCollapsed: boolean): Geometry {
  const points = new Map(childrenOf(element, 'mxPoint').map((point) => [point.attributes.get('as'), pointOf(point)]))
  const open = childrenOf(element, 'mxRectangle').find((each) => each.attributes.get('as') === 'alternateBounds')
  const bends = childrenOf(element, 'Array').find((each) => each.attributes.get('as') === 'points')
  // A collapsed shape is drawn small; how large it is when open stands beside.
  const size = isCollapsed ? (open ?? element) : element
  const [from, to] = [points.get('sourcePoint'), points.get('targetPoint')]
  return {
    x: numberOf(element, 'x'),
    y: numberOf(element, 'y'),
    w: Math.max(0, numberOf(size, 'width')),
    h: Math.max(0, numberOf(size, 'height')),
    isRelative: element?.attributes.get('relative') === '1',
    offset: points.get('offset') ?? [0, 0],
    bends: childrenOf(bends, 'mxPoint').slice(0, mostBends).map(pointOf),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
}

function pointOf(element: XmlElement): Point {
  return [numberOf(element, 'x'), numberOf(element, 'y')]
}

/** Within a canvas that somebody can still reach; zero where it is no number. */
function numberOf(element: XmlElement | undefined, name: string): number {
  const value = Number(element?.attributes.get(name) ?? 0)
  return Number.isFinite(value) ? Math.max(-1_000_000, Math.min(1_000_000, value)) : 0
}
