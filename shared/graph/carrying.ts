import type { Id } from '../design/design.ts'

/** One asset in hand: where it comes from, which gates saw it (true: certainly), which models may have touched it. */
export interface Parcel {
  readonly origins: ReadonlySet<Id>
  readonly marks: ReadonlyMap<Id, boolean>
  readonly through: ReadonlySet<Id>
}
export type Parcels = ReadonlyMap<Id, Parcel>

/** What a run has in hand at one moment, and the gates that have run until then. */
export interface Carrying {
  readonly parcels: Parcels
  readonly gates: ReadonlyMap<Id, boolean>
  /** Those of the gates that have run since a model last had its say: they see what it is about to do. */
  readonly deciding: ReadonlyMap<Id, boolean>
}

const noMarks: ReadonlyMap<Id, boolean> = new Map()
const none: ReadonlySet<Id> = new Set()
export const nothing: Carrying = { parcels: new Map(), gates: noMarks, deciding: noMarks }

/** Parcels alone, past no gate. */
export function bare(parcels: Parcels): Carrying {
  return { ...nothing, parcels }
}

/** One asset in hand; unless said otherwise no gate has seen it and no model has touched it. */
export function parcel(
  origins: Iterable<Id>,
  marks: ReadonlyMap<Id, boolean> = noMarks,
  through: Iterable<Id> = none,
): Parcel {
  return { origins: new Set(origins), marks, through: new Set(through) }
}

type JoinMarks = (a: ReadonlyMap<Id, boolean>, b: ReadonlyMap<Id, boolean>) => ReadonlyMap<Id, boolean>

/** Marks that hold whichever of two ways was taken. */
const inBoth: JoinMarks = (a, b) => {
  const marks = new Map<Id, boolean>()
  for (const [gate, certain] of a) {
    const other = b.get(gate)
    if (other !== undefined) marks.set(gate, certain && other)
  }
  return marks
}

/** Marks that hold when both ways were taken. */
const inEither: JoinMarks = (a, b) => {
  const marks = new Map(a)
  for (const [gate, certain] of b) marks.set(gate, certain || (marks.get(gate) ?? false))
  return marks
}

/** Marks when nobody knows whether the second way is taken: what only one of them has is uncertain. */
const inOne: JoinMarks = (a, b) => {
  const marks = new Map<Id, boolean>()
  for (const gate of [...a.keys(), ...b.keys()]) marks.set(gate, (a.get(gate) ?? false) && (b.get(gate) ?? false))
  return marks
}

function join(a: Carrying, b: Carrying, joinMarks: JoinMarks): Carrying {
  return {
    parcels: joinParcels(a.parcels, b.parcels, joinMarks),
    gates: joinMarks(a.gates, b.gates),
    deciding: joinMarks(a.deciding, b.deciding),
  }
}

/** Parcels are shared wherever nothing changes, so most of a join is comparing references. */
function joinParcels(a: Parcels, b: Parcels, joinMarks: JoinMarks): Parcels {
  if (a === b) return a
  let parcels: Map<Id, Parcel> | undefined
  for (const [asset, second] of b) {
    const first = a.get(asset)
    if (first === second) continue
    parcels ??= new Map(a)
    parcels.set(
      asset,
      first === undefined
        ? second
        : {
            origins: unite(first.origins, second.origins),
            marks: joinMarks(first.marks, second.marks),
            through: unite(first.through, second.through),
          },
    )
  }
  return parcels ?? a
}

function unite(a: ReadonlySet<Id>, b: ReadonlySet<Id>): ReadonlySet<Id> {
  if (a === b || [...b].every((id) => a.has(id))) return a
  return new Set([...a, ...b])
}

/** Exactly one of two ways was taken: assets unite, marks intersect. */
export const joinAlternatives = (a: Carrying, b: Carrying): Carrying => join(a, b, inBoth)
/** Both ways were taken and have ended: assets unite, marks unite. */
export const joinBranches = (a: Carrying, b: Carrying): Carrying => join(a, b, inEither)
/** Nobody knows how often the second way is taken: marks of one of them only are uncertain. */
export const joinPerhaps = (a: Carrying, b: Carrying): Carrying => join(a, b, inOne)

/** Adds what an answer or a store brings. An asset that was already in hand keeps only marks that both have. */
export function addParcels(state: Carrying, added: Parcels): Carrying {
  return added.size === 0 ? state : { ...state, parcels: joinParcels(state.parcels, added, inBoth) }
}

/** Rewrites every parcel; the same map comes back when nothing changed. */
export function mapParcels(parcels: Parcels, change: (parcel: Parcel, asset: Id) => Parcel): Parcels {
  let changed: Map<Id, Parcel> | undefined
  for (const [asset, each] of parcels) {
    const next = change(each, asset)
    if (next !== each) (changed ??= new Map(parcels)).set(asset, next)
  }
  return changed ?? parcels
}

/** A mark is never weakened by being made again. */
export function withMark(each: Parcel, gate: Id, certain: boolean): Parcel {
  const before = each.marks.get(gate)
  return before === true || before === certain ? each : { ...each, marks: new Map([...each.marks, [gate, certain]]) }
}

/** A gate has run, and has seen what is about to be done. */
export function pastGate(state: Carrying, gate: Id, certain: boolean): Carrying {
  const add = (gates: ReadonlyMap<Id, boolean>): ReadonlyMap<Id, boolean> =>
    new Map([...gates, [gate, certain || (gates.get(gate) ?? false)]])
  return { ...state, gates: add(state.gates), deciding: add(state.deciding) }
}

/** A model has had its say: no gate before it has seen what it wants done. */
export function pastModel(state: Carrying): Carrying {
  return state.deciding.size === 0 ? state : { ...state, deciding: noMarks }
}

export function sameCarrying(a: Carrying, b: Carrying): boolean {
  return (
    a.parcels.size === b.parcels.size &&
    sameMarks(a.gates, b.gates) &&
    sameMarks(a.deciding, b.deciding) &&
    [...a.parcels].every(([asset, first]) => {
      const second = b.parcels.get(asset)
      if (first === second) return true
      return (
        second !== undefined &&
        sameSet(first.origins, second.origins) &&
        sameSet(first.through, second.through) &&
        sameMarks(first.marks, second.marks)
      )
    })
  )
}

function sameMarks(a: ReadonlyMap<Id, boolean>, b: ReadonlyMap<Id, boolean>): boolean {
  return a === b || (a.size === b.size && [...a].every(([gate, certain]) => b.get(gate) === certain))
}
function sameSet(a: ReadonlySet<Id>, b: ReadonlySet<Id>): boolean {
  return a === b || (a.size === b.size && [...a].every((id) => b.has(id)))
}
