import type { Component } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { controlInPlace } from '../../findings/commitment.ts'
import type { Graph } from '../../graph/graph.ts'
import { listWords } from '../../findings/wording.ts'
import type { ActTier } from '../ai-act/act-tier.ts'
import type { ThirdParties } from '../third-parties.ts'
import { inferringBoxes, inScope, modelBoxes } from '../model-boxes.ts'
import type { EvidenceObject, Part } from './evidence.ts'
import { every, present, some, stated } from './parts.ts'

const words = (text: string | undefined): boolean => (text ?? '').trim() !== ''
const has = (graph: Graph, box: Component, field: string): boolean => field in graph.kindOf(box).settings
const withField = (graph: Graph, field: string) => inScope(graph).filter((box) => has(graph, box, field))
const truthOf = (graph: Graph, field: string) => (box: Component) => graph.settings(box).truth(field)
const crossing = (graph: Graph) => graph.flows.filter((flow) => graph.crosses(flow, 'trust') === true)

const rowsWithId = ({ rows }: ThirdParties) => rows.map((row) => ({ ...row, id: row.component }))

/** A region of a public cloud is a service of somebody; without any service of others there is nothing to name. */
function cloudsNamed({ rows, unnamedClouds }: ThirdParties, graph: Graph): readonly Part[] {
  if (unnamedClouds.length > 0)
    return [{ title: `The cloud of ${listWords(unnamedClouds)} is named`, state: 'open', elements: [] }]
  return rows.length === 0 && graph.flows.length > 0 ? [stated('No service of others is drawn', true)] : []
}

/** Below the high-risk ones there is nothing to assess or to register; while that is open, nothing shows it. */
function belowHigh({ highest }: ActTier): readonly Part[] {
  return highest === 'high' || highest === 'prohibited' ? [] : [stated('It is not high-risk', true)]
}

/** What shows that it is measured, guarded, released, watched and bought with care. */
export const operationEvidence: readonly EvidenceObject[] = [
  {
    id: 'quality',
    title: 'Targets for quality, with results',
    look: ({ graph, requirements }) => {
      const wanted = (graph.design.requirements ?? []).filter(({ metric }) => metric.startsWith('quality.'))
      const verdictOf = (id: string) => requirements.find(({ requirement }) => requirement === id)?.verdict
      return [
        present('Quality has targets', wanted),
        present('It is evaluated', graph.with('evaluates')),
        ...every('Results are at hand and meet them', wanted, ({ id }) => {
          const verdict = verdictOf(id)
          return verdict === undefined || verdict === 'unknown' ? undefined : verdict === 'pass'
        }),
      ]
    },
  },
  {
    id: 'security',
    title: 'Trust boundaries, access, encryption',
    look: ({ graph }) => {
      const outward = crossing(graph).filter(({ mode }) => mode !== 'offline')
      const stores = withField(graph, 'encryptedAtRest')
      return [
        present(
          'Trust boundaries are drawn',
          (graph.design.boundaries ?? []).filter(({ trust }) => known(trust) !== undefined),
        ),
        ...every('What crosses them is encrypted', outward, ({ flow }) => {
          const said = known(flow.encrypted)
          return typeof said === 'boolean' ? said : undefined
        }),
        ...every('Who crosses them is known', outward, ({ flow }) => {
          const said = known(flow.authentication)
          return said === undefined ? undefined : said !== 'none'
        }),
        ...every('Stores are encrypted', stores, truthOf(graph, 'encryptedAtRest')),
      ]
    },
  },
  {
    id: 'suppliers',
    title: 'Suppliers with their terms and versions',
    look: ({ graph, register }) => {
      const bought = register.rows
      const boxes = bought.flatMap(({ component }) => graph.component(component) ?? [])
      const terms = boxes.filter((box) => has(graph, box, 'dataProcessingAgreement'))
      const pinned = boxes.filter((box) => has(graph, box, 'pinned'))
      return [
        ...every('The provider of each service is named', rowsWithId(register), ({ provider }) =>
          provider === undefined ? undefined : true,
        ),
        ...every('Data processing is agreed', terms, (box) =>
          controlInPlace(graph, ['data-processing-terms'], [box.id]) === undefined
            ? truthOf(graph, 'dataProcessingAgreement')(box)
            : true,
        ),
        ...every('Versions are pinned', pinned, truthOf(graph, 'pinned')),
        ...cloudsNamed(register, graph),
      ]
    },
  },
  {
    id: 'monitoring',
    title: 'Monitoring, drift, alarms',
    look: ({ graph }) => {
      const watching = graph.with('observes')
      const scoring = withField(graph, 'driftMonitored')
      return [
        present('It is watched', watching),
        ...(watching.length === 0 ? [] : [some(graph, 'Somebody is called', watching, ['alerts'])]),
        ...(graph.with('watches-drift').length > 0
          ? [present('Drift is watched', graph.with('watches-drift'))]
          : every('Drift is watched', scoring, truthOf(graph, 'driftMonitored'))),
      ]
    },
  },
  { id: 'incidents', title: 'Plan for incidents: contacts, severity, clocks' },
  {
    id: 'release',
    title: 'Versions, gates of release, way back',
    look: ({ graph }) => [
      present('Prompts or models have versions', [...graph.with('versions-prompts'), ...graph.with('versions-models')]),
      some(graph, 'A bad result stops a release', inScope(graph), ['gatesRelease']),
      some(graph, 'The version before can be put back', inScope(graph), ['rollback']),
    ],
  },
  {
    id: 'accountability',
    title: 'Owners, approvals, waivers',
    look: ({ graph }) => [
      ...every('Each component that infers has an owner', inferringBoxes(graph), ({ owner }) =>
        words(owner) ? true : undefined,
      ),
      ...every(
        'Decisions name who decided',
        (graph.design.decisions ?? []).filter(({ status }) => status === 'accepted'),
        ({ people }) => ((people?.deciders ?? []).length > 0 ? true : undefined),
      ),
      ...every(
        'Waivers have an approver and an end',
        (graph.design.treatments ?? []).filter(({ response }) => response === 'accept'),
        ({ approver, until }) => words(approver) && words(until),
      ),
    ],
  },
  {
    id: 'impact-assessment',
    title: 'Impact assessments: data protection, fundamental rights',
    look: ({ graph }) => {
      const said = known(graph.design.context?.['impactAssessment'])
      const state = said === 'done' || said === 'notNeeded' ? 'yes' : said === undefined ? 'open' : 'no'
      return [{ title: 'The data protection impact assessment is done', state, elements: [] }]
    },
  },
  {
    id: 'guards',
    title: 'Guards against unwanted content',
    look: ({ graph }) => {
      const guards = graph.with('filters-content').filter(({ id }) => graph.callsTo(id).length > 0)
      const makes = [...graph.with('generates-text'), ...graph.with('makes-media')]
      if (guards.length === 0 && makes.length === 0)
        return graph.flows.length === 0 ? [] : [stated('Nothing drawn makes content', true)]
      return [
        present('Content is filtered', guards),
        ...every(
          'A guard that fails stops',
          guards.filter((box) => has(graph, box, 'failsOpen')),
          (box) => {
            const open = graph.settings(box).truth('failsOpen')
            return open === undefined ? undefined : !open
          },
        ),
      ]
    },
  },
  {
    id: 'fairness',
    title: 'Comparison between groups of people',
    look: ({ graph }) => [
      some(graph, 'Groups are compared', inScope(graph), ['fairness', 'groupsCompared', 'groupsNamed']),
    ],
  },
  {
    id: 'inventory',
    title: 'Inventory of models',
    look: ({ graph, inventory }) => {
      const rows = inventory.map((row) => ({ ...row, id: row.component }))
      return [
        present('Models are listed', modelBoxes(graph)),
        ...every('Each has version, owner, purpose and data', rows, ({ lacks }) =>
          lacks.length === 0 ? true : undefined,
        ),
      ]
    },
  },
  {
    id: 'concentration',
    title: 'Concentration on providers',
    look: ({ graph, register }) => [
      ...every('The provider of each service is named', rowsWithId(register), ({ provider }) =>
        provider === undefined ? undefined : true,
      ),
      ...cloudsNamed(register, graph),
    ],
  },
  {
    id: 'exit',
    title: 'Way out of each critical provider',
    look: ({ graph, register }) => [
      ...every(
        'Each critical service has a way out',
        rowsWithId(register).filter(({ critical }) => critical !== false),
        ({ exit }) => (exit === undefined ? undefined : true),
      ),
      ...cloudsNamed(register, graph),
    ],
  },
  {
    id: 'training',
    title: 'Training of those who use it',
    look: ({ graph }) => every('Users are trained', withField(graph, 'trained'), truthOf(graph, 'trained')),
  },
  { id: 'conformity', title: 'Assessment and declaration of conformity', look: ({ act }) => belowHigh(act) },
  {
    id: 'registration',
    title: 'Entry in the EU database',
    look: ({ act }) => (act.derogated ? [] : belowHigh(act)),
  },
  { id: 'environment', title: 'Energy and other effects on the environment' },
]
