import { designFormat, designVersion } from '../design/design.ts'
import type { Boundary, Component, DataAsset, Flow, Id, Place } from '../design/design.ts'
import { makeIds } from './foreign-values.ts'
import type { Imported, Reading } from './format.ts'

/** What has been read of a foreign file so far. A reader fills it; `finish` makes the design. */
export interface Assembly {
  readonly idFor: (foreign: string, prefix: string) => Id
  readonly boundaries: Boundary[]
  readonly components: Component[]
  readonly flows: Flow[]
  readonly data: DataAsset[]
  readonly places: Record<Id, Place>
  readonly readings: Reading[]
  readonly leftOut: string[]
}

export function startAssembly(): Assembly {
  return {
    idFor: makeIds(),
    boundaries: [],
    components: [],
    flows: [],
    data: [],
    places: {},
    readings: [],
    leftOut: [],
  }
}

/** The design with one view that keeps the drawing's places. */
export function finish(assembly: Assembly, designId: Id, name: string, summary: string | undefined): Imported {
  const { boundaries, components, flows, data, places, readings, leftOut } = assembly
  return {
    design: {
      format: designFormat,
      version: designVersion,
      id: designId,
      name,
      ...(summary === undefined ? {} : { summary }),
      boundaries,
      components,
      flows,
      ...(data.length === 0 ? {} : { data }),
      views: [{ id: 'main', name: 'Everything', places }],
    },
    readings,
    leftOut,
  }
}
