import type { Component, Id } from '../../design/design.ts'
import { known, truth } from '../../design/value.ts'
import { alternatives } from '../../governance/flow-facts.ts'
import type { Trait } from '../../kinds/kind.ts'
import type { DocumentContext } from '../document.ts'
import { countOf, listWords } from '../text/numbers.ts'
import { ownerOf } from './owner.ts'

/** One thing to do: at a component that is drawn, with a switch that is drawn. */
export interface PlaybookStep {
  readonly what: string
  readonly component: string
  /** The switch: what is there to turn. */
  readonly by: string
  readonly owner?: string
}
export interface Playbook {
  readonly title: string
  readonly signs: string
  readonly steps: readonly PlaybookStep[]
  /** A deadline that the law sets. */
  readonly clock?: string
}

/** The playbooks that the drawing gives steps for: what is not drawn cannot be switched, so it has no step. */
export function playbooks(context: DocumentContext): readonly Playbook[] {
  return [outage(context), worseAnswers(context), leak(context)].filter(({ steps }) => steps.length > 0)
}

type Step = (component: Component, what: string, by: string) => PlaybookStep

function stepsIn({ graph }: DocumentContext): Step {
  return ({ id, name }, what, by) => {
    const owner = ownerOf(id, graph)
    return { what, component: name, by, ...(owner === undefined ? {} : { owner }) }
  }
}

function inScope({ design, graph }: DocumentContext, ...traits: readonly Trait[]): readonly Component[] {
  return (design.components ?? []).filter(
    ({ id, outOfScope }) => outOfScope === undefined && traits.some((trait) => graph.has(id, trait)),
  )
}

/** Who calls it, by name. */
function callersOf({ graph }: DocumentContext, id: Id): string {
  return listWords([...new Set(graph.callsTo(id).map(({ caller }) => graph.name(caller)))], 3)
}

function outage(context: DocumentContext): Playbook {
  const { graph } = context
  const step = stepsIn(context)
  const others = alternatives(graph)
  const services = inScope(context, 'vendor-hosted').filter(({ id }) => graph.callsTo(id).length > 0)
  const steps = services.flatMap((service): readonly PlaybookStep[] => {
    const stand = [...(others.get(service.id) ?? [])].flatMap((id) => graph.component(id) ?? [])
    return stand.map((other) =>
      step(
        other,
        `Check that ${other.name} answers for ${service.name}; if it does not, turn every call over to it by hand.`,
        `What ${callersOf(context, service.id)} does when a call fails`,
      ),
    )
  })
  const caches = inScope(context, 'caches').map((cache) =>
    step(cache, `Let ${cache.name} answer what it has, and lengthen how long it keeps.`, 'How long it keeps an answer'),
  )
  const queues = inScope(context, 'buffers')
    .filter(({ id }) => !graph.has(id, 'human-gate') && !graph.has(id, 'person'))
    .map((queue) =>
      step(
        queue,
        `Let ${queue.name} take what can wait, and watch that it does not run over.`,
        'What it holds at most',
      ),
    )
  const limits = inScope(context, 'limits-rate').map((gate) =>
    step(gate, `Lower the rate at ${gate.name} to what the rest can take.`, 'Its limit of requests'),
  )
  return {
    title: 'A provider is out',
    signs: `calls to ${
      services.length === 0
        ? 'others'
        : listWords(
            services.map(({ name }) => name),
            5,
          )
    } fail or run into their timeouts.`,
    // Without somebody else's service there is no such outage.
    steps: services.length === 0 ? [] : [...steps, ...caches, ...queues, ...limits],
  }
}

function worseAnswers(context: DocumentContext): Playbook {
  const step = stepsIn(context)
  const judges = inScope(context, 'evaluates', 'watches-drift')
  const steps = [
    ...inScope(context, 'splits-traffic').map((each) =>
      step(each, `Send all traffic back to the version before.`, `Shares of traffic in ${each.name}`),
    ),
    ...inScope(context, 'versions-prompts').map((each) =>
      step(each, `Put the last good prompts back.`, `Versions in ${each.name}`),
    ),
    ...inScope(context, 'versions-models').map((each) =>
      step(each, `Put the last good model back.`, `Versions in ${each.name}`),
    ),
    ...inScope(context, 'filters-content').map((each) =>
      step(each, `Tighten ${each.name}: refuse what it doubts.`, 'Its threshold'),
    ),
    ...inScope(context, 'human-gate').map((each) =>
      step(each, `Send every answer past ${each.name} until the cause is found.`, 'Share that it sees'),
    ),
    ...judges.map((each) =>
      step(each, `Run the last cases through ${each.name} again, and compare before opening up.`, 'Its set of cases'),
    ),
  ]
  return {
    title: 'Answers get worse',
    signs:
      judges.length === 0
        ? 'users complain; nothing is drawn that measures it.'
        : `${listWords(
            judges.map(({ name }) => name),
            3,
          )} ${judges.length === 1 ? 'falls' : 'fall'} below the goal, or users complain.`,
    steps,
  }
}

function leak(context: DocumentContext): Playbook {
  const { design, graph } = context
  const step = stepsIn(context)
  const agents = inScope(context, 'plans-actions')
  const tools = inScope(context, 'runs-actions', 'external-tools', 'runs-code').filter(
    ({ id }) => agents.length === 0 || graph.callsTo(id).length > 0,
  )
  const steps = [
    ...inScope(context, 'entry').map((each) =>
      step(each, `Close ${each.name} to whoever is suspected, or to all.`, 'Who may call it'),
    ),
    ...tools.map((each) =>
      step(
        each,
        `Take ${each.name} away from ${callersOf(context, each.id) || 'who calls it'}.`,
        `The tools that ${callersOf(context, each.id) || 'its caller'} may call`,
      ),
    ),
    ...inScope(context, 'keeps-secrets').map((each) =>
      step(each, `Renew every secret that ${each.name} hands out.`, 'Secrets and their versions'),
    ),
    ...inScope(context, 'memory', 'caches').map((each) =>
      step(each, `Empty ${each.name}: what leaked may be kept there.`, 'What it holds'),
    ),
    ...inScope(context, 'observes').map((each) =>
      step(
        each,
        `Keep the records of ${each.name} from being deleted, and read what left and when.`,
        'How long it keeps records',
      ),
    ),
  ]
  const isPersonal = (design.data ?? []).some(
    ({ personal }) => known(personal) === 'personal' || known(personal) === 'special',
  )
  const inUnion = truth(design.context?.['euNexus']) === true
  return {
    title: 'Data leaks',
    signs: `somebody reads what is not theirs, or ${tools.length === 0 ? 'data leaves' : `${countOf(tools.length, 'tool')} sent what nobody asked for`}.`,
    steps,
    ...(isPersonal && inUnion
      ? {
          clock:
            'personal data are held and people in the EU concerned: the supervisory authority is told within 72 hours of becoming aware (GDPR, Article 33), unless there is no risk to anybody.',
        }
      : {}),
  }
}
