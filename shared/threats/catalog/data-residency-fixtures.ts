import type { Design, Requirement } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import {
  area,
  arrow,
  box,
  call,
  data,
  edited,
  grown,
  plan,
  type RuleFixture,
} from '../../findings/testing/mini-design.ts'

const abroad: Design = {
  ...edited(searchService, 'b-vendor', { region: 'us-east-1' }),
  context: { dataResidency: ['EU'] },
}

/** These data must stay in these places. */
const staying = (places: Requirement['target'], ...on: readonly string[]): Design => ({
  ...edited(abroad, 'a-service-model', { request: { data: ['d-mix'] } }),
  data: [
    ...(abroad.data ?? []),
    data('d-archive', { classification: 'confidential' }),
    data('d-mix', { derivedFrom: ['d-question', 'd-documents'] }),
  ],
  requirements: [{ id: 'q-stay', name: 'Stay', metric: 'residency', is: 'in', target: places, priority: 'must', on }],
})
const nowhereElse = { context: undefined }
const inEurope = edited(edited(abroad, 'b-vendor', { region: 'francecentral' }), 'd-question', {
  classification: 'confidential',
})

/** A colleague abroad is shown the documents, which are processed at home. */
const readAbroad: Design = edited(
  grown(
    { ...inEurope, boundaries: [...(inEurope.boundaries ?? []), area('b-abroad', { region: 'us-east-1' })] },
    [box('c-colleague', 'user', { in: 'b-abroad' })],
    [arrow('c-service', 'c-colleague', { request: { data: ['d-documents'] } })],
  ),
  'c-service',
  plan(call('a-service-index'), call('a-service-model'), call('a-service-colleague')),
)

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'P-10',
    fails: abroad,
    alsoFails: [
      edited(staying(['EU'], 'd-documents'), 'x-design', nowhereElse),
      staying(['EU'], 'd-archive'),
      staying({ unknown: true }),
    ],
    passes: inEurope,
    alsoPasses: [
      edited(staying(['EU'], 'd-archive'), 'x-design', nowhereElse),
      staying(['EU', 'us-east-1']),
      // A number is no place.
      edited(staying([27]), 'x-design', nowhereElse),
      readAbroad,
    ],
    quiet: [edited(inEurope, 'b-platform', { region: undefined })],
    asks: [
      [edited(abroad, 'b-vendor', { region: undefined }), 'in which region are data processed?'],
      [edited(inEurope, 'b-platform', { region: { unknown: true } }), 'in which region are data processed?'],
    ],
    repair: { on: 'c-model', change: { in: 'b-platform' } },
    unknown: { on: 'b-vendor', change: { region: { unknown: true, ask: 'Vendor' } } },
  },
]
