import type { DataAsset, Id } from '../design/design.ts'
import { isUnknown, known } from '../design/value.ts'
import type { Graph } from '../graph/graph.ts'
import { oncePerGraph } from './graph-reading.ts'
import type { Term } from './rate.ts'
import type { Asked } from './rule.ts'

/** What an asset is, worst of its own word and, where it says nothing, of what it is derived from. */
export interface Sensitivity {
  readonly personal: 'none' | 'personal' | 'special' | undefined
  readonly classification: 'public' | 'internal' | 'confidential' | 'restricted' | undefined
  /** True: somebody would mind its loss. Undefined: nobody said. */
  readonly isPrivate: boolean | undefined
}

const classes = ['public', 'internal', 'confidential', 'restricted'] as const
const degrees = ['none', 'personal', 'special'] as const

/** Most of what is carried is asked for by many rules. */
const remembered = oncePerGraph(() => new Map<Id, Sensitivity>())

/**
 * How sensitive a data asset is: as stated, else as the worst of what it is derived from; undefined: nobody has said.
 */
export function sensitivityOf(graph: Graph, asset: Id): Sensitivity {
  const all = remembered(graph)
  const found = all.get(asset) ?? readSensitivity(graph, asset, new Set())
  all.set(asset, found)
  return found
}

function readSensitivity(graph: Graph, asset: Id, visited: ReadonlySet<Id>): Sensitivity {
  const stated = graph.asset(asset)
  if (stated === undefined || visited.has(asset))
    return { personal: undefined, classification: undefined, isPrivate: undefined }
  const around = new Set([...visited, asset])
  const parents = (stated.derivedFrom ?? []).map((parent) => readSensitivity(graph, parent, around))
  const personal =
    known(stated.personal) ??
    worst(
      degrees,
      parents.map((each) => each.personal),
    )
  const classification =
    known(stated.classification) ??
    worst(
      classes,
      parents.map((each) => each.classification),
    )
  const speaksOfPeople = personal === undefined ? undefined : personal !== 'none'
  const isConfidential = classification === undefined ? undefined : classes.indexOf(classification) >= 2
  const isPrivate =
    speaksOfPeople === true || isConfidential === true
      ? true
      : speaksOfPeople === undefined && isConfidential === undefined
        ? undefined
        : false
  return { personal, classification, isPrivate }
}

function worst<T>(scale: readonly T[], values: readonly (T | undefined)[]): T | undefined {
  const ranks = values.filter((value) => value !== undefined).map((value) => scale.indexOf(value))
  return ranks.length === 0 ? undefined : scale[Math.max(...ranks)]
}

/** Whether an asset speaks about people. */
export function isPersonal(graph: Graph, asset: Id): boolean | undefined {
  const { personal } = sensitivityOf(graph, asset)
  return personal === undefined ? undefined : personal !== 'none'
}

/** What the loss of these assets adds to an impact. */
export function impactOfLoss(graph: Graph, assets: readonly Id[]): Term {
  const all = assets.map((asset) => ({ name: graph.name(asset), ...sensitivityOf(graph, asset) }))
  const worstOf = all.find((each) => each.personal === 'special' || each.classification === 'restricted')
  if (worstOf !== undefined)
    return {
      steps: 2,
      why: `${worstOf.name} is ${worstOf.personal === 'special' ? 'special personal data' : 'restricted'}`,
    }
  const next = all.find((each) => each.isPrivate === true)
  return next === undefined
    ? { steps: 0, why: '' }
    : { steps: 1, why: `${next.name} is ${next.classification === 'confidential' ? 'confidential' : 'personal'}` }
}

/** "Does it speak about people?", of an asset whose owner has not said so. */
export function askPersonal(asset: DataAsset): Asked {
  const ask = isUnknown(asset.personal) ? asset.personal.ask : undefined
  return {
    type: 'asked',
    on: asset.id,
    field: 'personal',
    text: `Are there personal data in ${asset.name}?`,
    ask: ask ?? 'Data protection officer',
    group: { label: 'Personal data', noun: ['data set', 'data sets'] },
  }
}
