import type { Id } from '../../design/design.ts'
import type { Result } from '../../design/problem.ts'
import type { Assembly, ReadView } from '../assembly.ts'
import { finish, startAssembly, tell, tellKept } from '../assembly.ts'
import type { Imported } from '../format.ts'
import { unnamedDrawing } from '../../design/unnamed.ts'
import { readCells } from './cells.ts'
import type { Cell } from './cells.ts'
import { drawingOf } from './drawing.ts'
import type { Drawing } from './drawing.ts'
import { readPages, refused } from './pages.ts'
import type { Page } from './pages.ts'
import { readArrows } from './read-arrows.ts'
import { readShapes } from './read-shapes.ts'
import { tellRoles } from './roles.ts'
import type { Roles } from './roles.ts'

/** More than ever fitted on a page that somebody understood. */
const mostCells = 5000

/** The first page with shapes of a file as a design; pages are mostly variants or details of one another. */
export function readDrawing(text: string, designId: Id): Result<Imported> {
  const pages = readPages(text)
  if (!pages.ok) return pages
  const page = pages.value.find((each) => cellsOf(each).some(({ type }) => type === 'shape'))
  if (page === undefined) {
    const unread = pages.value.find(({ model }) => model === undefined)
    if (unread === undefined) return refused('This drawing has no shapes; there is nothing to import.')
    const sentence = `The page "${unread.name}" of this drawing cannot be unpacked. In draw.io, switch off File > Properties > Compressed and save it again.`
    return refused(sentence)
  }
  const cells = cellsOf(page)
  if (cells.length > mostCells) {
    return refused(
      `The page "${page.name}" holds more than 5,000 shapes and arrows and is not read. Split it.`,
      'limit',
    )
  }
  const drawing = drawingOf(cells)
  if (drawing === undefined) {
    return refused(
      `On the page "${page.name}" shapes stand in one another more than 60 levels deep. It is not read.`,
      'limit',
    )
  }
  const roles = tellRoles(drawing)
  if (roles.components.length + roles.boundaries.length === 0) {
    return refused(`No shape on the page "${page.name}" has a name; there is nothing to import.`)
  }
  const assembly = startAssembly()
  const view: ReadView = {
    id: assembly.ids.give('main', 'main', 'view'),
    name: page.name,
    places: {},
    routes: {},
    notes: [],
  }
  const read = readShapes(roles, assembly, view)
  readArrows(drawing, roles, read, assembly, view)
  tellTexts(roles, view, assembly)
  tellLeftOut(drawing, roles, assembly)
  tellOtherPages(page, pages.value, assembly)
  assembly.views.push(view)
  const name = pages.value.length === 1 && /^(Page[ -]?\d*|Drawing)$/i.test(page.name) ? unnamedDrawing : page.name
  return { ok: true, value: finish(assembly, designId, { name }), problems: [] }
}

function cellsOf({ model }: Page): readonly Cell[] {
  return model === undefined ? [] : readCells(model)
}

/** Texts that name nothing stand in the notes of the view. */
function tellTexts({ texts }: Roles, view: ReadView, assembly: Assembly): void {
  for (const { cell } of texts) {
    const name = cell.text.replaceAll('\n', ' ').slice(0, 200)
    view.notes.push(cell.text)
    tell(
      assembly,
      'views',
      { id: view.id, name },
      'Note',
      'certain',
      'It is a text: it stands in the notes of the view.',
    )
  }
}

function tellLeftOut(
  { twins, hidden, layers }: Drawing,
  { mute }: Roles,
  { leftOut, components, boundaries, flows }: Assembly,
): void {
  if (mute.length > 0) {
    const subject = mute.length === 1 ? 'One shape' : `${mute.length} shapes`
    leftOut.push(
      `${subject} without words ${mute.length === 1 ? 'was' : 'were'} left out: frames, lines and pictures name nothing.`,
    )
  }
  for (const [layer, count] of hidden) {
    const what = count === 1 ? 'One hidden shape was' : `${count} hidden shapes were`
    const where = layer === '' ? '' : ` of the layer "${layer.slice(0, 60)}"`
    leftOut.push(`${what} left out${where}: show what is hidden in draw.io to import it.`)
  }
  const names = layers.map(({ text }) => text || 'Background').map((name) => `"${name.slice(0, 60)}"`)
  if (names.length > 1) leftOut.push(`The layers ${names.join(', ')} became one drawing: a design has none.`)
  for (const { foreign, text } of twins) {
    const name = text === '' ? 'the second' : `"${text.replaceAll('\n', ' ').slice(0, 60)}"`
    leftOut.push(
      `Two cells have the id "${foreign.slice(0, 60)}": arrows lead to the first, ${name} is joined to nothing by them.`,
    )
  }
  const own = [...components, ...boundaries, ...flows].flatMap(({ x }) => Object.keys(x?.['draw-io'] ?? {}))
  const kept = new Map<string, number>()
  for (const attribute of own) kept.set(attribute, (kept.get(attribute) ?? 0) + 1)
  tellKept(kept, leftOut)
}

function tellOtherPages(page: Page, pages: readonly Page[], { leftOut }: Assembly): void {
  for (const other of pages) {
    if (other === page) continue
    const name = other.name.slice(0, 60)
    if (other.model === undefined) leftOut.push(`The page "${name}" was left out: it cannot be unpacked.`)
    else if (cellsOf(other).some(({ type }) => type === 'shape')) {
      leftOut.push(
        `The page "${name}" was left out: a design is one page, here "${page.name.slice(0, 60)}". Save it as a file of its own to import it.`,
      )
    }
  }
}
