import type { Id } from '../../design/design.ts'
import type { ReadView } from '../assembly.ts'
import { fitDrawing } from '../fit-drawing.ts'
import { listAt, numberAt, textAt, truthAt } from '../foreign-values.ts'
import type { Model } from './model.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** One view for each diagram among the representations; places in the file are relative to the parent element. */
export function readPlaces(model: Model): void {
  const { content, assembly } = model
  const zones = listAt(content, 'trustZones')
  const components = listAt(content, 'components')
  const shown = [...zones, ...components].flatMap((item) => listAt(item, 'representations'))
  const used = [...new Set(shown.filter(hasPosition).map((one) => textAt(one, 'representation') ?? ''))]
  const listed = listAt(content, 'representations')
  const ours = listed.filter((each) => textAt(each, 'attributes', 'studio', 'view') !== undefined)
  const ids = [...new Set([...ours.map((each) => textAt(each, 'id') ?? ''), ...used])]
  const others = listed.filter((each) => !ids.includes(textAt(each, 'id') ?? ''))
  for (const each of others) {
    const type = textAt(each, 'type') ?? 'unknown'
    if (type === 'diagram' && used.length === 0) continue
    const name = textAt(each, 'name')
    const which = name === undefined ? 'A representation without a name' : `The representation "${name}"`
    assembly.leftOut.push(`${which} (${type}) was left out: it places nothing on a diagram.`)
  }
  if (ids.length === 0) {
    assembly.views.push({ id: assembly.ids.give('main', 'main', 'view'), name: 'Everything', places: {}, notes: [] })
  }
  for (const [index, representation] of ids.entries()) {
    const item = listed.find((each) => textAt(each, 'id') === representation)
    const name = textAt(item, 'name') ?? 'Diagram'
    const wanted = textAt(item, 'attributes', 'studio', 'view')
    const isPartial = truthAt(item, 'attributes', 'studio', 'partial') === true
    const view: ReadView = {
      id: assembly.ids.give(wanted ?? (index === 0 ? 'main' : undefined), name, 'view'),
      name,
      places: {},
      notes: [],
      ...(wanted === undefined ? {} : { ours: { isPartial } }),
    }
    for (const zone of zones) place(zone, model.zones, true, representation, view, model)
    for (const component of components) place(component, model.components, false, representation, view, model)
    if (view.ours === undefined) fitDrawing(view, assembly)
    assembly.views.push(view)
  }
}

function place(
  item: unknown,
  ids: ReadonlyMap<string, Id>,
  isSized: boolean,
  representation: string,
  { places }: ReadView,
  model: Model,
): void {
  const id = ids.get(textAt(item, 'id') ?? '')
  const shown = shownIn(item, representation)
  if (id === undefined || shown === undefined || Object.hasOwn(places, id)) return
  const { x, y } = originOf(item, representation, model)
  const [w, h] = [numberAt(shown, 'size', 'width'), numberAt(shown, 'size', 'height')]
  const size = isSized && w !== undefined && h !== undefined ? { w: Math.max(1, w), h: Math.max(1, h) } : {}
  places[id] = { x, y, ...size }
}

/** The place on the whole canvas: its own, and those of all around it. */
function originOf(item: unknown, representation: string, { content, items }: Model): Point {
  const zones = new Map(listAt(content, 'trustZones').map((zone) => [textAt(zone, 'id') ?? '', zone]))
  let [x, y] = [0, 0]
  let at: unknown = item
  for (let steps = 0; at !== undefined && steps < 60; steps += 1) {
    const shown = shownIn(at, representation)
    x += numberAt(shown, 'position', 'x') ?? 0
    y += numberAt(shown, 'position', 'y') ?? 0
    const inside = textAt(at, 'parent', 'component')
    const zone = textAt(at, 'parent', 'trustZone') ?? textAt(at, 'parent')
    at = inside === undefined ? zones.get(zone ?? '') : items.get(inside)
  }
  return { x, y }
}

function shownIn(item: unknown, representation: string): unknown {
  return listAt(item, 'representations').find(
    (one) => hasPosition(one) && (textAt(one, 'representation') ?? '') === representation,
  )
}

function hasPosition(one: unknown): boolean {
  return numberAt(one, 'position', 'x') !== undefined
}
