import { captionsOf } from './captions.ts'
import type { Drawing, Shape } from './drawing.ts'
import { heldBy, holdersAround, holdersOf } from './holders.ts'
import type { Holders } from './holders.ts'
import { splitLabel } from './label.ts'
import { isContainer, isOnlyText, shapeWords } from './style.ts'

/** A shape that becomes a component or a boundary. */
export interface Named {
  readonly shape: Shape
  readonly name: string
  readonly notes: string
  /** What its form, its icon, or the icon drawn in it is called. */
  readonly words: string
}

/** What each shape of a drawing is. */
export interface Roles {
  readonly components: readonly Named[]
  /** From the inside out. */
  readonly boundaries: readonly Named[]
  /** Texts that belong to nothing. */
  readonly texts: readonly Shape[]
  /** Shapes without words, form or arrow that say something: frames, lines, backgrounds. */
  readonly mute: readonly Shape[]
  /** Icons, texts and rows that are parts of a component, and which. */
  readonly owner: ReadonlyMap<Shape, Shape>
  readonly holders: Holders
}

/** A title stands so near the top of its frame. */
const titleHeight = 40

/**
 * Tells apart what the shapes are. What holds other named shapes is a boundary, as is what is made to hold them; other
 * named shapes are components, with the icons and texts in them. A shape without words is a component where its form
 * says what it is or an arrow leads to it.
 */
export function tellRoles(drawing: Drawing): Roles {
  const holders = holdersOf(drawing)
  const held = heldBy(holders)
  const isText = ({ cell, isRow }: Shape): boolean => isRow || isOnlyText(cell.style)
  const boxes = drawing.shapes.filter((shape) => !isText(shape))
  const joined = new Set(drawing.arrows.flatMap(({ cell }) => [cell.source, cell.target]))
  const speaks = ({ cell }: Shape): boolean => shapeWords(cell.style) !== '' || joined.has(cell.foreign)
  const isSilent = (shape: Shape): boolean => shape.cell.text === ''
  const silent = boxes.filter((shape) => isSilent(shape) && speaks(shape) && !held.has(shape))
  const captions = captionsOf(silent, drawing.shapes.filter(isText), holders)
  const used = new Set(captions.values())

  const components: Named[] = []
  const boundaries: Named[] = []
  const open = new Set<Shape>()
  const mute = new Set<Shape>()
  const owner = new Map<Shape, Shape>([...captions].map(([shape, text]) => [text, shape]))
  /** Components, boundaries, and the nameless frames around them. */
  const named = new Set<Shape>()

  const depth = new Map(boxes.map((shape) => [shape, holdersAround(shape, holders).length]))
  const insideOut = boxes.toSorted((one, other) => (depth.get(other) ?? 0) - (depth.get(one) ?? 0))
  for (const shape of insideOut) {
    const { style } = shape.cell
    const inside = held.get(shape) ?? []
    const texts = inside.filter((each) => isText(each) && !used.has(each))
    const label = shape.cell.text === '' ? (captions.get(shape)?.cell.text ?? '') : shape.cell.text
    const holdsNamed = inside.some((each) => named.has(each))
    const title = label === '' ? titleOf(shape, texts, holdsNamed) : undefined
    const { name, more } = splitLabel(title?.cell.text ?? label)
    const words = shapeWords(style)
    const isMadeToHold = isContainer(style) && (texts.length === 0 || inside.some((each) => open.has(each)))
    if (holdsNamed || isMadeToHold) {
      const called = name === '' && isContainer(style) ? words : name
      if (called === '') mute.add(shape)
      else boundaries.push({ shape, name: called, notes: more, words })
      if (called !== '' || holdsNamed) named.add(shape)
      if (title !== undefined) used.add(title)
    } else if (name !== '') {
      const icons = inside.filter((each) => open.has(each)).map(({ cell }) => shapeWords(cell.style))
      const said = texts.filter((each) => each !== title).map(({ cell }) => cell.text)
      const notes = [more, ...said].filter((line) => line !== '').join('\n')
      components.push({ shape, name, notes, words: [words, ...icons].filter((each) => each !== '').join(', ') })
      named.add(shape)
      for (const each of inside) if (!used.has(each)) owner.set(each, shape)
      for (const text of texts) used.add(text)
    } else if (speaks(shape)) open.add(shape)
    else mute.add(shape)
  }
  for (const shape of open) if (!owner.has(shape)) components.push(nameByForm(shape))
  const texts = drawing.shapes.filter((shape) => isText(shape) && !used.has(shape) && shape.cell.text !== '')
  return { components, boundaries, texts, mute: [...mute].filter((shape) => !owner.has(shape)), owner, holders }
}

/** The text that names a frame without words: near its top where it holds shapes, any that is in it where it does not. */
function titleOf(shape: Shape, texts: readonly Shape[], holdsNamed: boolean): Shape | undefined {
  const fromTop = texts.filter(({ cell }) => cell.text !== '').toSorted((one, other) => one.y - other.y)
  return fromTop.find(({ y }) => !holdsNamed || y - shape.y <= titleHeight)
}

/** An icon without words is called what it shows. */
function nameByForm(shape: Shape): Named {
  const words = shapeWords(shape.cell.style)
  const name = words === '' ? 'Unnamed' : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
  return { shape, name, notes: '', words }
}
