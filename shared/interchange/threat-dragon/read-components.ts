import type { Element, Json } from '../../design/design.ts'
import { findKind } from '../../kinds/index.ts'
import { tell } from '../assembly.ts'
import { asJson, textAt, truthAt } from '../foreign-values.ts'
import { shapeOf } from '../drawn.ts'
import { keeping } from '../kept.ts'
import { recogniseKind, recogniseStore } from '../recognise-kind.ts'
import type { Recognised } from '../recognise-kind.ts'
import type { Cell } from './cells.ts'
import { smallestAround } from './cells.ts'
import { elementFor } from './diagram.ts'
import type { Diagram } from './diagram.ts'

/** What a shape is when its name says nothing. */
const kindOfShape: Readonly<Record<string, string>> = { actor: 'user', process: 'orchestrator' }

/** What an actor may be by its name: a person, or what a person holds. */
const actorKinds: ReadonlySet<string> = new Set(['user', 'client'])

/** Flags that say something about the system, and have no field in a design. */
export const flagNames: readonly string[] = [
  'privilegeLevel',
  'isWebApplication',
  'handlesCardPayment',
  'handlesGoodsOrServices',
  'isALog',
  'isSigned',
  'storesCredentials',
  'storesInventory',
  'providesAuthentication',
  'isPublicNetwork',
  'isBidirectional',
]

/** An actor, process or store becomes a component; one that an earlier diagram drew only gets a place here. */
export function readComponent(cell: Cell, diagram: Diagram): void {
  const { assembly, view } = diagram
  const { id, isNew } = elementFor(cell, 'component', diagram)
  const { x, y, w, h } = cell
  const box = { id, cell, x, y, w, h }
  diagram.components.push(box)
  view.places[id] = { x, y }
  if (!isNew) return
  const name = cell.name ?? cell.shape
  const { kind, confidence, why } = recogniseShape(cell)
  const around = smallestAround(box, [...diagram.boundaries, box])
  const reason = textAt(cell.data, 'reasonOutOfScope') ?? noReason
  const isEncrypted =
    truthAt(cell.data, 'isEncrypted') === true && Object.hasOwn(findKind(kind).settings, 'encryptedAtRest')
  const component = {
    id,
    name,
    kind,
    ...(around === undefined ? {} : { in: around.id }),
    ...(truthAt(cell.data, 'outOfScope') === true ? { outOfScope: reason } : {}),
    ...(isEncrypted ? { settings: { encryptedAtRest: true } } : {}),
    ...remarksOf(cell),
    ...flagsOf(cell, diagram, shapeOf({ kind }) === cell.shape ? {} : { shape: cell.shape, takenFor: kind }),
  }
  assembly.components.push(component)
  tell(assembly, 'components', component, kind, confidence, why)
}

/** The name decides what the shape leaves open. */
function recogniseShape({ name, shape }: Cell): Recognised {
  const drawn = `It is drawn as ${shape === 'actor' ? 'an' : 'a'} ${shape}`
  if (shape === 'store') return recogniseStore(name ?? '', '', drawn)
  const fallback = kindOfShape[shape] ?? 'unknown'
  const found = recogniseKind(name ?? '', '', fallback, `${drawn}; its name says nothing more.`)
  if (shape !== 'actor' || actorKinds.has(found.kind)) return found
  // An actor stands outside the system: whatever it is called, it is a person or somebody else's machine.
  return { kind: 'external-system', confidence: 'likely', why: `${drawn}. ${found.why}` }
}

/** Description as notes. */
export function remarksOf({ data }: Cell): { readonly notes?: string } {
  const notes = textAt(data, 'description')
  return notes === undefined ? {} : { notes }
}

/** What is said of an element that is out of scope where the file gives no reason. */
export const noReason = 'Out of scope in Threat Dragon'

/**
 * What is kept with the element: the flags of the tool that are set, which are counted for the list of what found no
 * place, and a name on several lines. `more`: what is kept beside them and told elsewhere.
 */
export function flagsOf(
  { data, spelling }: Cell,
  { flags }: Diagram,
  more: Readonly<Record<string, Json | undefined>> = {},
): Pick<Element, 'x'> {
  const set = flagNames.flatMap((flag): readonly (readonly [string, Json])[] => {
    const value = asJson(data[flag])
    return value === undefined || value === false || value === '' ? [] : [[flag, value]]
  })
  for (const [flag] of set) flags.set(flag, (flags.get(flag) ?? 0) + 1)
  return keeping('threat-dragon', { ...Object.fromEntries(set), name: spelling, ...more })
}
