import { z } from 'zod'
import type {
  Action,
  Arrivals,
  BatchArrivals,
  Boundary,
  CallStep,
  Cargo,
  ChooseStep,
  ClosedArrivals,
  Component,
  Control,
  Copies,
  DataAsset,
  Flow,
  Identity,
  Modifiers,
  OpenArrivals,
  ParallelStep,
  Plan,
  Requirement,
  SequenceStep,
  Step,
  Workload,
} from './design.ts'
import { list, number, optional, record, shaped, text, truth, words } from './schema-shape.ts'
import {
  access,
  elementShape,
  grant,
  id,
  ids,
  link,
  numberValue,
  settings,
  textValue,
  texts,
  truthValue,
  value,
  valueOf,
} from './value-schema.ts'

const modifiers = {
  label: optional(text),
  share: optional(numberValue),
  times: optional(numberValue),
  spread: optional(
    z.union([words('fixed', 'geometric'), list(number, 'numbers')], {
      error: '"fixed", "geometric" or a list of probabilities',
    }),
  ),
  atOnce: optional(numberValue),
  keeps: optional(words('all', 'nothing')),
  ends: optional(numberValue),
}

/**
 * One schema for all forms of a step, so that a step that says two things at once, or a form of a later version, is
 * read and reported (invariant E6) instead of lost.
 */
const anyStep = shaped<Partial<CallStep & SequenceStep & ParallelStep & ChooseStep> & Modifiers>()({
  call: optional(id),
  steps: optional(z.lazy(() => steps)),
  parallel: optional(z.lazy(() => steps)),
  choose: optional(z.lazy(() => steps)),
  ...modifiers,
  with: optional(settings),
  optional: optional(truth),
  orElse: optional(z.lazy(() => steps)),
  join: optional(z.union([words('all', 'any'), number], { error: '"all", "any" or a number of branches' })),
  failover: optional(truth),
})
/** The step as a type is one of four forms; the exact form is invariant E6. */
const step = anyStep.meta({ id: 'Step' }) as unknown as z.ZodType<Step>
const steps: z.ZodType<readonly Step[]> = list(step, 'steps')

const plan = shaped<Plan>()({ on: optional(ids), steps }, 'an object with "steps"').meta({ id: 'Plan' })

const copies = shaped<Copies>()({
  of: words('region', 'zone', 'tenant', 'instance'),
  count: numberValue,
  names: optional(texts),
  mode: optional(words('activeActive', 'activePassive', 'separate')),
  failoverS: optional(numberValue),
})

const cargo = shaped<Cargo>()({
  data: optional(ids),
  content: optional(
    list(words('prompt', 'retrieved', 'toolResult', 'code', 'action', 'training', 'telemetry'), 'contents'),
  ),
  untrusted: optional(truthValue),
}).meta({ id: 'Cargo' })

const open = shaped<OpenArrivals>()({
  rate: numberValue,
  per: words('second', 'minute', 'hour', 'day', 'month'),
  peakFactor: optional(numberValue),
  hours: optional(list(number, 'numbers')),
  weekdays: optional(list(number, 'numbers')),
  growthPerMonth: optional(numberValue),
})
const closed = shaped<ClosedArrivals>()({ users: numberValue, thinkTimeS: numberValue })
const batch = shaped<BatchArrivals>()({
  items: numberValue,
  every: words('once', 'hour', 'day', 'week', 'month'),
  withinHours: optional(numberValue),
})
const arrivals: z.ZodType<Arrivals> = z.union([open, closed, batch], {
  error: 'one of {"rate", "per"}, {"users", "thinkTimeS"} and {"items", "every"}',
})

const boundary = shaped<Boundary>()({
  ...elementShape,
  name: text,
  in: optional(id),
  label: optional(text),
  copies: optional(copies),
  trust: optional(numberValue),
  organisation: optional(textValue),
  region: optional(textValue),
  network: optional(
    valueOf(words('public', 'private', 'isolated'), '"public", "private" or "isolated"', 'NetworkValue'),
  ),
  complete: optional(truth),
}).meta({ id: 'Boundary' })

const component = shaped<Component>()({
  ...elementShape,
  name: text,
  kind: text,
  product: optional(textValue),
  in: optional(id),
  region: optional(textValue),
  settings: optional(settings),
  holds: optional(ids),
  as: optional(id),
  plans: optional(list(plan, 'plans')),
  outOfScope: optional(text),
}).meta({ id: 'Component' })

const flow = shaped<Flow>()({
  ...elementShape,
  from: id,
  to: id,
  pull: optional(truth),
  mode: optional(words('sync', 'stream', 'async', 'offline')),
  call: optional(settings),
  request: optional(cargo),
  response: optional(cargo),
  does: optional(list(access, 'accesses')),
  as: optional(id),
  authentication: optional(textValue),
  encrypted: optional(truthValue),
  protocol: optional(textValue),
  timeoutMs: optional(numberValue),
  retries: optional(numberValue),
  backoffMs: optional(numberValue),
  hedgeAfterMs: optional(numberValue),
  toAll: optional(ids),
}).meta({ id: 'Flow' })

const dataAsset = shaped<DataAsset>()({
  ...elementShape,
  name: text,
  type: optional(words('records', 'documents', 'prompt', 'model', 'secret', 'log', 'code')),
  derivedFrom: optional(ids),
  classification: optional(
    valueOf(
      words('public', 'internal', 'confidential', 'restricted'),
      '"public", "internal", "confidential" or "restricted"',
      'ClassificationValue',
    ),
  ),
  personal: optional(valueOf(words('none', 'personal', 'special'), '"none", "personal" or "special"', 'PersonalValue')),
  writers: optional(
    valueOf(
      words('anyone', 'customers', 'partners', 'staff', 'curators', 'system'),
      '"anyone", "customers", "partners", "staff", "curators" or "system"',
      'WritersValue',
    ),
  ),
  facts: optional(settings),
}).meta({ id: 'DataAsset' })

const identity = shaped<Identity>()({
  ...elementShape,
  name: text,
  type: valueOf(
    words('person', 'service', 'agent', 'administrator', 'shared'),
    '"person", "service", "agent", "administrator" or "shared"',
    'IdentityTypeValue',
  ),
  credential: optional(
    valueOf(words('none', 'shortLived', 'longLived'), '"none", "shortLived" or "longLived"', 'CredentialValue'),
  ),
  grants: optional(list(grant, 'grants')),
}).meta({ id: 'Identity' })

const control = shaped<Control>()({
  ...elementShape,
  type: text,
  on: ids,
  by: optional(id),
  status: words('proposed', 'planned', 'inPlace', 'retired'),
  due: optional(text),
}).meta({ id: 'Control' })

const action = shaped<Action>()({
  ...elementShape,
  name: text,
  starts: id,
  input: optional(settings),
  answeredBy: optional(id),
}).meta({ id: 'Action' })

const workload = shaped<Workload>()({
  ...elementShape,
  name: text,
  mix: record(numberValue, 'shares'),
  arrivals,
}).meta({ id: 'Workload' })

const requirement = shaped<Requirement>()({
  ...elementShape,
  metric: text,
  aggregate: optional(words('mean', 'p50', 'p90', 'p95', 'p99', 'max')),
  is: words('<=', '>=', '=', 'in'),
  target: value,
  stretch: optional(value),
  on: optional(ids),
  where: optional(text),
  at: optional(words('average', 'peak')),
  during: optional(ids),
  priority: words('must', 'should', 'could'),
  category: optional(text),
  source: optional(text),
  rationale: optional(text),
  scenario: optional(record(text, 'texts')),
  load: optional(settings),
  window: optional(text),
  evidence: optional(list(link, 'links')),
  against: optional(ids),
}).meta({ id: 'Requirement' })

/** The collections a variant can patch, by name. */
export const elementSchemas = {
  boundaries: boundary,
  components: component,
  flows: flow,
  data: dataAsset,
  identities: identity,
  controls: control,
  actions: action,
  workloads: workload,
  requirements: requirement,
}

export const modelShape = {
  context: optional(settings),
  boundaries: optional(list(boundary, 'boundaries')),
  components: optional(list(component, 'components')),
  flows: optional(list(flow, 'arrows')),
  data: optional(list(dataAsset, 'data assets')),
  identities: optional(list(identity, 'identities')),
  controls: optional(list(control, 'controls')),
  actions: optional(list(action, 'actions')),
  workloads: optional(list(workload, 'workloads')),
  requirements: optional(list(requirement, 'requirements')),
}
