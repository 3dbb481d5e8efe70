import type { Design, FlowMode } from '../../design/design.ts'
import { extended, loadedSearch, peopleSearch, scoringService } from '../../findings/testing/data-bases.ts'
import { action, arrow, box, call, data, edited, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'

const complete = (design: Design): Design => ({ ...design, context: { ...design.context, complete: ['privacy'] } })

const patients = edited(peopleSearch, 'd-documents', { personal: 'special', facts: { lawfulBasis: 'none' } })
/** Sensitive data before a generative model: two criteria. */
const assessed = (impactAssessment: string, design: Design = patients): Design => ({
  ...design,
  context: { ...design.context, euNexus: true, impactAssessment },
})
const openScoring = assessed('none', scoringService)

/** One criterion, which is the model, and another. */
const withFacts = (facts: Readonly<Record<string, string | number>>): Design =>
  assessed('none', edited(peopleSearch, 'd-documents', { facts }))
const busy = (rate: number): Design =>
  assessed('none', {
    ...edited(peopleSearch, 'd-question', { personal: 'personal' }),
    actions: [action('e-ask', 'a-analyst-portal')],
    workloads: [{ id: 'w-day', name: 'Day', mix: { 'e-ask': 1 }, arrivals: { rate, per: 'day' } }],
  })
const partner = assessed('none', {
  ...edited(
    extended(loadedSearch, {
      components: [box('c-partner', 'relational-db', { in: 'b-partner', holds: ['d-cases'] })],
      flows: [arrow('c-service', 'c-partner', { does: ['read'], response: { data: ['d-cases'] } })],
      data: [data('d-cases', { writers: 'system', classification: 'internal', personal: 'personal' })],
    }),
    'c-service',
    plan(call('a-service-embedder'), call('a-service-index'), call('a-service-partner'), call('a-service-model')),
  ),
  boundaries: [...(loadedSearch.boundaries ?? []), { id: 'b-partner', name: 'Partner', organisation: 'partner' }],
})
const partnerAsked = edited(partner, 'a-service-model', { request: { data: ['d-question', 'd-chunks', 'd-cases'] } })

const trained = edited(scoringService, 'c-training', { settings: { deIdentified: false } })
const judged: Design = extended(peopleSearch, {
  components: [box('c-judge', 'evaluation', { in: 'b-platform', settings: { deIdentified: false } })],
  flows: [arrow('c-service', 'c-judge', { mode: 'async', request: { data: ['d-chunks'] } })],
})
/** Traces without names are what the tests are made of. */
const fromTraces = (redaction: boolean): Design =>
  extended(peopleSearch, {
    components: [
      box('c-traces', 'observability', { in: 'b-platform', holds: ['d-trace'], settings: { redaction } }),
      box('c-judge', 'evaluation', { in: 'b-platform', settings: { deIdentified: false } }),
    ],
    flows: [
      arrow('c-service', 'c-traces', { request: { data: ['d-trace'] } }),
      arrow('c-traces', 'c-judge', { mode: 'offline' }),
    ],
    data: [data('d-trace', { type: 'log', derivedFrom: ['d-question', 'd-answer'], personal: 'personal' })],
  })

const dictated = (consent: boolean, mode: FlowMode = 'sync'): Design => ({
  ...edited(
    extended(peopleSearch, {
      components: [box('c-ear', 'speech-to-text', { in: 'b-platform', settings: { consent } })],
      flows: [arrow('c-service', 'c-ear', { mode })],
    }),
    'c-service',
    plan(...(mode === 'offline' ? [] : [call('a-service-ear')]), call('a-service-model')),
  ),
})

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'PRV-06',
    fails: patients,
    alsoFails: [
      complete(edited(patients, 'd-documents', { facts: undefined })),
      edited(peopleSearch, 'd-chunks', { personal: 'special', facts: { lawfulBasis: 'none' } }),
    ],
    passes: edited(patients, 'd-documents', { facts: { lawfulBasis: 'consent' } }),
    alsoPasses: [
      edited(patients, 'd-documents', { personal: 'personal' }),
      extended(peopleSearch, { data: [data('d-idle', { personal: 'special', facts: { lawfulBasis: 'none' } })] }),
    ],
    says: [
      [patients, 'no ground for using it was found'],
      [complete(edited(patients, 'd-documents', { facts: undefined })), 'no ground for using it is stated'],
    ],
    repair: { on: 'd-documents', change: { facts: { lawfulBasis: 'health' } } },
    unknown: { on: 'd-documents', change: { facts: { lawfulBasis: { unknown: true } } } },
  },
  {
    rule: 'PRV-07',
    fails: assessed('none'),
    alsoFails: [
      assessed('inProgress'),
      complete({ ...patients, context: { euNexus: true } }),
      openScoring,
      withFacts({ subjects: 'employees' }),
      withFacts({ records: 100_000 }),
      busy(20_000),
      partnerAsked,
      { ...assessed('none', peopleSearch), answers: { 'dpia.monitoring': { value: true } } },
      { ...assessed('none', peopleSearch), answers: { 'dpia.vulnerable': { value: true } } },
      assessed('none', { ...edited(peopleSearch, 'd-answer', {}), context: { decisionEffect: 'significant' } }),
    ],
    passes: assessed('done'),
    alsoPasses: [
      assessed('notNeeded'),
      { ...assessed('none'), context: { euNexus: false, impactAssessment: 'none' } },
      assessed('none', { ...scoringService, context: { decisionEffect: 'assist' } }),
      assessed('none', peopleSearch),
      { ...assessed('none'), answers: { 'dpia.innovative': { value: false } } },
      withFacts({ subjects: 'customers' }),
      withFacts({ records: 99_999 }),
      busy(200),
      edited(partnerAsked, 'b-partner', { organisation: 'client' }),
      edited(assessed('none'), 'd-documents', { personal: 'none' }),
      edited(assessed('none'), 'd-chunks', { personal: 'none' }),
    ],
    says: [
      [assessed('none'), 'medium: Documents meets 2 criteria of nine (special'],
      [assessed('none'), 'the assessment is not begun'],
      [assessed('inProgress'), 'low: Documents meets'],
      [assessed('inProgress'), 'the assessment is not finished'],
      [partnerAsked, 'Cases and Documents meet'],
      [
        edited(edited(assessed('none'), 'd-documents', { personal: 'none' }), 'd-chunks', { personal: 'special' }),
        'Chunks meets',
      ],
    ],
    repair: { on: 'c-model', change: null },
    unknown: { on: 'x-design', change: { context: { impactAssessment: { unknown: true } } } },
  },
  {
    rule: 'PRV-09',
    fails: trained,
    alsoFails: [
      judged,
      fromTraces(false),
      complete(edited(scoringService, 'c-training', { settings: { deIdentified: undefined } })),
    ],
    passes: scoringService,
    alsoPasses: [
      edited(judged, 'd-documents', { personal: 'none' }),
      fromTraces(true),
      edited(judged, 'c-judge', { settings: { deIdentified: true } }),
      // Nothing is tested or trained here.
      complete(peopleSearch),
    ],
    quiet: [
      scoringService,
      {
        ...edited(scoringService, 'c-training', { settings: { deIdentified: undefined } }),
        controls: [{ id: 'k-mask', type: 'redact-before-write', on: ['c-training'], status: 'inPlace' }],
      },
    ],
    repair: { on: 'c-training', change: null },
    unknown: { on: 'c-training', change: { settings: { deIdentified: { unknown: true } } } },
  },
  {
    rule: 'PRV-12',
    fails: dictated(false),
    alsoFails: [complete(edited(dictated(true), 'c-ear', { settings: { consent: undefined } }))],
    passes: dictated(true),
    alsoPasses: [dictated(false, 'offline')],
    repair: { on: 'c-ear', change: { settings: { consent: true } } },
    unknown: { on: 'c-ear', change: { settings: { consent: { unknown: true } } } },
  },
]
