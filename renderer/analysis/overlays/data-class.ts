import type { Classification, DataAsset, Design, Id } from '../../../shared/design/design.ts'
import { known } from '../../../shared/design/value.ts'
import { bySensitivity, classifications, classWords } from '../../../shared/perspectives/index.ts'
import type { Heat, HeatStep, Overlay } from '../heat.ts'
import { unsaid, unsaidEntry } from './names.ts'
import { mostOf } from './together.ts'

const levels: Readonly<Record<Classification, HeatStep>> = { restricted: 5, confidential: 4, internal: 2, public: 1 }

/** What travels along every arrow, and what every component keeps, sends or is sent: the most sensitive of it. */
export const dataClassOverlay = {
  id: 'data-class',
  label: 'Data class',
  description: 'The highest class of data that every component and arrow meets.',
  read: ({ design }) => {
    const heats = new Map([...dataMetBy(design)].map(([id, data]) => [id, heatOf(data)]))
    const met = new Set([...heats.values()].map(({ level }) => level))
    const legend = classifications.map((each) => ({
      level: levels[each],
      mark: classWords[each].slice(0, 1),
      label: classWords[each],
    }))
    return {
      title: 'highest class',
      legend: [...legend, unsaidEntry].filter(({ level }) => met.has(level)),
      heats,
      together: mostOf(heats, 'Highest', (id) => Number(heats.get(id)?.level) || 0),
    }
  },
} as const satisfies Overlay

function heatOf(data: ReadonlySet<DataAsset>): Heat {
  const sorted = bySensitivity([...data])
  const [worst] = sorted
  const unclassified = sorted.filter(({ classification }) => known(classification) === undefined)
  const highest = known(worst?.classification)
  if (worst === undefined || highest === undefined) {
    const names = unclassified.map(({ name }) => name).join(', ')
    return {
      ...unsaid,
      text: 'Not said',
      title: names === '' ? 'Nobody said which data it meets' : `No class: ${names}`,
    }
  }
  const also = unclassified.length === 0 ? '' : `; ${unclassified.length} without a class`
  return {
    level: levels[highest],
    mark: classWords[highest].slice(0, 1),
    text: classWords[highest],
    title: `${classWords[highest]}: ${worst.name}${also}`,
  }
}

/** The assets of every component and arrow; none where nobody said any. */
function dataMetBy(design: Design): ReadonlyMap<Id, ReadonlySet<DataAsset>> {
  const assets = new Map((design.data ?? []).map((asset) => [asset.id, asset]))
  const met = new Map<Id, Set<DataAsset>>()
  const add = (id: Id, data: readonly Id[]): void => {
    const own = met.get(id) ?? new Set()
    for (const asset of data.flatMap((each) => assets.get(each) ?? [])) own.add(asset)
    met.set(id, own)
  }
  for (const { id, holds = [] } of design.components ?? []) add(id, holds)
  for (const { id, from, to, request, response } of design.flows ?? []) {
    const travels = [...(request?.data ?? []), ...(response?.data ?? [])]
    for (const each of [id, from, to]) add(each, travels)
  }
  return met
}
