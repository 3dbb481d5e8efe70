import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design.ts'
import { estimateDesign } from '../estimate/estimate-design.ts'
import { flatPrices } from '../findings/testing/inspect.ts'
import { peopleSearch, scoringService } from '../findings/testing/data-bases.ts'
import { edited } from '../findings/testing/mini-design.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { buildLineage } from '../graph/build-lineage.ts'
import { kinds } from '../kinds/index.ts'
import { products } from '../kinds/products/index.ts'
import { dpiaCriteria } from './dpia-criteria.ts'

function shownIn(design: Design) {
  const graph = buildGraph(design, kinds, products)
  return dpiaCriteria({ graph, lineage: buildLineage(graph), estimate: estimateDesign(graph, flatPrices) }, 100_000)
}
const ids = (design: Design): readonly string[] => shownIn(design).criteria.map(({ criterion }) => criterion)

describe('criteria for an impact assessment', () => {
  it('are those that the way of the data shows', () => {
    expect(ids(peopleSearch)).toEqual(['innovative'])
    expect(ids(scoringService)).toEqual(['scoring', 'automated'])
    expect(ids(edited(peopleSearch, 'd-documents', { personal: 'special' }))).toEqual(['sensitive', 'innovative'])
  })
  it('are none where no personal data reach a model', () => {
    const { processors, assets, criteria } = shownIn(edited(peopleSearch, 'd-chunks', { personal: 'none' }))
    expect({ processors, assets, criteria }).toEqual({ processors: [], assets: [], criteria: [] })
  })
  it('count many people from the line on, and say what shows it', () => {
    const of = (records: number) => shownIn(edited(peopleSearch, 'd-documents', { facts: { records } })).criteria
    expect(of(99_999).map(({ criterion }) => criterion)).not.toContain('large-scale')
    expect(of(100_000).find(({ criterion }) => criterion === 'large-scale')?.elements).toEqual(['d-documents'])
  })
  it('name the people who can hardly refuse', () => {
    const shown = shownIn(edited(peopleSearch, 'd-documents', { facts: { subjects: 'patients' } })).criteria
    expect(shown.find(({ criterion }) => criterion === 'vulnerable')?.words).toBe('patients who can hardly refuse')
    expect(ids(edited(peopleSearch, 'd-documents', { facts: { subjects: 'customers' } }))).not.toContain('vulnerable')
  })
  it('go by what a person said, both ways', () => {
    const answers = (criterion: string, value: boolean) => ({ [`dpia.${criterion}`]: { value } })
    expect(ids({ ...peopleSearch, answers: answers('monitoring', true) })).toEqual(['innovative', 'monitoring'])
    expect(ids({ ...peopleSearch, answers: answers('innovative', false) })).toEqual([])
  })
})
