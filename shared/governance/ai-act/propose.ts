import { isWithin } from '../../design/area.ts'
import type { Id } from '../../design/design.ts'
import { known, truth } from '../../design/value.ts'
import { oncePerGraph } from '../../findings/graph-reading.ts'
import { isPersonal } from '../../findings/sensitivity.ts'
import { listNames, listWords } from '../../findings/wording.ts'
import type { Graph } from '../../graph/graph.ts'
import { inferringBoxes, inScope } from '../model-boxes.ts'
import { areasInWords, speaksOfFraud } from './domain-words.ts'
import { none, type QuestionId } from './question.ts'

/** What the drawing says to a question. Without options it is a pointer for the person who answers, no more. */
export interface Proposal {
  readonly options?: readonly string[]
  readonly because: string
  /** What says so: elements to show on the canvas. */
  readonly elements: readonly Id[]
}

type Proposer = (graph: Graph) => Proposal | undefined

/** The answer that the drawing gives, or what it points at; undefined where it says nothing. */
export function proposeAnswer(graph: Graph, id: QuestionId): Proposal | undefined {
  return graph.components.length === 0 ? undefined : proposers[id]?.(graph)
}

const context = ({ design }: Graph, name: string) => known(design.context?.[name])
const idsOf = (elements: readonly { readonly id: Id }[]): readonly Id[] => elements.map(({ id }) => id)

/** "Camera reads", "Camera and Gate read". */
function subject(graph: Graph, elements: readonly { readonly id: Id }[], one: string, many: string): string {
  return `${listNames(graph, idsOf(elements))} ${elements.length === 1 ? one : many}`
}

const euNexus: Proposer = (graph) => {
  const stated = truth(graph.design.context?.['euNexus'])
  if (stated !== undefined)
    return {
      options: [stated ? 'yes' : 'no'],
      because: `The design states ${stated ? 'an' : 'no'} EU nexus.`,
      elements: [],
    }
  const inside = graph
    .with('person')
    .filter((person) => isWithin(graph.facets(person.id).region.value ?? '', ['EU']) === true)
  if (inside.length === 0) return undefined
  const names = listNames(graph, idsOf(inside))
  return {
    options: ['yes'],
    because: `${names} ${inside.length === 1 ? 'is' : 'are'} in the EU.`,
    elements: idsOf(inside),
  }
}

const aiSystem: Proposer = (graph) => {
  const inferring = inferringBoxes(graph)
  if (inferring.length > 0) {
    const because = `${subject(graph, inferring, 'infers', 'infer')}.`
    return { options: ['yes'], because, elements: idsOf(inferring) }
  }
  // A sketch that has only begun says nothing by what it lacks.
  return graph.flows.length < 2 ? undefined : { options: ['no'], because: 'Nothing drawn infers.', elements: [] }
}

const excluded: Proposer = (graph) => {
  const stage = context(graph, 'stage')
  const audience = context(graph, 'audience')
  const isUsed = stage === 'pilot' || stage === 'production'
  if (isUsed && audience !== undefined)
    return {
      options: [none],
      because: `Stage ${stage}, audience ${String(audience)}: neither research alone nor personal use.`,
      elements: [],
    }
  return stage === 'idea' || stage === 'poc'
    ? { because: 'Not in use yet: Art. 2(8) leaves it out until it is placed or used.', elements: [] }
    : undefined
}

const role: Proposer = (graph) => {
  const built = graph.with('orchestrates').filter((box) => !graph.has(box, 'entry') && !graph.has(box, 'fronts-models'))
  const own = built.length > 0 ? built : graph.with('trains')
  if (own.length > 0) {
    const isForOthers = context(graph, 'audience') === 'partners'
    return {
      options: isForOthers ? ['provider'] : ['provider', 'deployer'],
      because: `${listNames(graph, idsOf(own))} ${own.length === 1 ? 'is' : 'are'} built here${isForOthers ? ', for partners' : ' and put to use here'}.`,
      elements: idsOf(own),
    }
  }
  const models = inferringBoxes(graph).filter((box) => graph.has(box, 'vendor-hosted'))
  if (models.length === 0) return undefined
  return {
    options: ['deployer'],
    because: `Only ${listNames(graph, idsOf(models))} of others is used.`,
    elements: idsOf(models),
  }
}

const readsBodies = oncePerGraph((graph) =>
  inScope(graph).filter((box) => graph.settings(box).truth('biometric') === true),
)

const prohibited: Proposer = (graph) => {
  const boxes = readsBodies(graph)
  if (boxes.length === 0) return undefined
  return {
    because: `${subject(graph, boxes, 'tells', 'tell')} people apart by face or body: look at 5(1)(e) to (h).`,
    elements: idsOf(boxes),
  }
}

const safety: Proposer = (graph) => {
  const devices = graph.with('predicts', 'starts-requests')
  if (devices.length === 0) return undefined
  return { because: `${subject(graph, devices, 'decides', 'decide')} on a device.`, elements: idsOf(devices) }
}

const annexIII: Proposer = (graph) => {
  const effect = context(graph, 'decisionEffect')
  if (effect === 'none') return { options: [none], because: 'The answers have no effect on people.', elements: [] }
  const bodies = readsBodies(graph)
  const words = areasInWords(graph)
  const areas = [...new Set([...(bodies.length > 0 ? ['1'] : []), ...words.map(({ area }) => area)])].toSorted()
  const reasons = [
    ...(bodies.length > 0 ? [`${subject(graph, bodies, 'tells', 'tell')} people apart by face or body`] : []),
    ...words.map(({ word }) => `the words "${word}"`),
  ]
  if (areas.length === 0)
    return speaksOfFraud(graph)
      ? { because: 'Annex III.5(b) leaves out systems that find financial fraud.', elements: [] }
      : undefined
  const because = `Points at ${listWords(areas.map((area) => `Annex III.${area}`))}: ${listWords(reasons)}.`
  // Words alone are a pointer; with an answer that decides over people they are an answer.
  return {
    ...(effect === 'significant' || bodies.length > 0 ? { options: areas } : {}),
    because,
    elements: idsOf(bodies),
  }
}

const profiling: Proposer = (graph) => {
  const scoring = graph.with('predicts').filter((box) => {
    const sent = graph.callsTo(box.id).flatMap((flow) => graph.requestData(flow))
    return sent.some((asset) => isPersonal(graph, asset.id) === true)
  })
  if (scoring.length > 0)
    return {
      options: ['yes'],
      because: `${subject(graph, scoring, 'scores', 'score')} personal data.`,
      elements: idsOf(scoring),
    }
  const assets = graph.design.data ?? []
  const isWithoutPeople = assets.length > 0 && assets.every((asset) => isPersonal(graph, asset.id) === false)
  return isWithoutPeople
    ? { options: ['no'], because: 'None of the data speaks about people.', elements: idsOf(assets) }
    : undefined
}

const narrowTask: Proposer = (graph) => {
  const free = graph.with('plans-actions').filter((agent) => graph.settings(agent).text('autonomy') === 'auto')
  if (context(graph, 'decisionEffect') === 'significant')
    return { options: [none], because: 'Its answers decide.', elements: [] }
  if (free.length > 0)
    return {
      options: [none],
      because: `${subject(graph, free, 'acts', 'act')} without approval.`,
      elements: idsOf(free),
    }
  const people = graph.with('human-gate')
  if (people.length === 0) return undefined
  return {
    because: `${subject(graph, people, 'decides', 'decide')} after it: read 6(3)(b) and (d).`,
    elements: idsOf(people),
  }
}

const changed: Proposer = (graph) => {
  const training = graph.with('trains')
  return training.length === 0
    ? undefined
    : {
        options: ['yes'],
        because: `${subject(graph, training, 'makes or changes', 'make or change')} a model.`,
        elements: idsOf(training),
      }
}

const generalPurpose: Proposer = (graph) => {
  const training = graph.with('trains')
  if (training.length > 0)
    return {
      because: `${listNames(graph, idsOf(training))}: how much of the training compute of its model is that?`,
      elements: idsOf(training),
    }
  return inferringBoxes(graph).length === 0
    ? undefined
    : { options: [none], because: 'Nothing drawn trains a model.', elements: [] }
}

/** Boxes that make text, sound or pictures; a model that only judges for an evaluation makes nothing for people. */
const makers = (graph: Graph) =>
  inferringBoxes(graph).filter((box) => {
    const callers = graph.callsTo(box.id)
    const onlyJudges = callers.length > 0 && callers.every(({ caller }) => graph.has(caller, 'evaluates'))
    return !onlyJudges && (graph.has(box, 'generates-text') || graph.has(box, 'makes-media'))
  })

const interacts: Proposer = (graph) => {
  const writing = [...makers(graph), ...graph.with('plans-actions')]
  if (writing.length === 0)
    return inferringBoxes(graph).length === 0
      ? undefined
      : { options: ['no'], because: 'Nothing drawn writes or speaks to people.', elements: [] }
  const direct = new Set(idsOf([...graph.with('client'), ...writing]))
  const talks = graph.flows.filter(
    ({ caller, callee }) => graph.has(caller, 'person') && graph.has(caller, 'starts-requests') && direct.has(callee),
  )
  if (talks.length === 0) return undefined
  const people = [...new Set(talks.map(({ caller }) => caller))]
  const through = [...new Set(talks.map(({ callee }) => callee))]
  return {
    options: ['yes'],
    because: `${listNames(graph, people)} ${people.length === 1 ? 'asks' : 'ask'} by ${listNames(graph, through)}.`,
    elements: [...people, ...talks.map(({ id }) => id), ...through],
  }
}

const content: Proposer = (graph) => {
  const bodies = readsBodies(graph)
  const making = makers(graph)
  const voices = making.filter((box) => graph.settings(box).truth('clonedVoice') === true)
  const options = [
    ...(making.length > 0 ? ['synthetic'] : []),
    ...(voices.length > 0 ? ['deep-fake'] : []),
    ...(bodies.length > 0 ? ['emotion-or-biometric'] : []),
  ]
  if (options.length === 0)
    return inferringBoxes(graph).length === 0
      ? undefined
      : { options: [none], because: 'Nothing drawn makes content or reads faces.', elements: [] }
  const reasons = [
    ...(making.length > 0 ? [`${subject(graph, making, 'makes', 'make')} content`] : []),
    ...(voices.length > 0 ? [`${subject(graph, voices, 'copies', 'copy')} a real voice`] : []),
    ...(bodies.length > 0 ? [`${subject(graph, bodies, 'reads', 'read')} faces or bodies`] : []),
  ]
  return { options, because: `${listWords(reasons)}.`, elements: [...new Set(idsOf([...making, ...bodies]))] }
}

const rightsAssessment: Proposer = (graph) => {
  const areas = areasInWords(graph).filter(({ area }) => area === '5b' || area === '5c')
  return areas.length === 0
    ? undefined
    : {
        because: `The words "${areas.map(({ word }) => word).join('", "')}" point at Annex III.5(b) or (c).`,
        elements: [],
      }
}

const proposers: Readonly<Partial<Record<QuestionId, Proposer>>> = {
  'eu-nexus': euNexus,
  'ai-system': aiSystem,
  excluded,
  role,
  'prohibited-practice': prohibited,
  'safety-component': safety,
  'annex-iii': annexIII,
  profiling,
  'narrow-task': narrowTask,
  changed,
  'general-purpose-model': generalPurpose,
  interacts,
  content,
  'rights-assessment': rightsAssessment,
}
