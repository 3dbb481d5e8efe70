import type {
  Action,
  Answer,
  Assumption,
  Component,
  DataAsset,
  Decision,
  Design,
  Id,
  Question,
  Requirement,
  Risk,
  Treatment,
  Value,
  Workload,
} from '../design.ts'
import { isAnswerKey, openKey } from '../answers.ts'
import { isUnknown, known } from '../value.ts'
import { setAnswer } from './answer.ts'
import { addElement, setContext, setField, setSetting } from './element.ts'
import { type StepModifier, isModifier, setStepModifier } from './plan.ts'

/** Something that somebody does with the system. */
export function addAction(design: Design, action: Action): Design {
  return addElement(design, 'actions', action)
}

/** How often actions happen. */
export function addWorkload(design: Design, workload: Workload): Design {
  return addElement(design, 'workloads', workload)
}

export function addDataAsset(design: Design, asset: DataAsset): Design {
  return addElement(design, 'data', asset)
}

export function addRequirement(design: Design, requirement: Requirement): Design {
  return addElement(design, 'requirements', requirement)
}

/** A decision; its number follows the highest so far unless it brings one. */
export function addDecision(design: Design, decision: Omit<Decision, 'number'> & { readonly number?: number }): Design {
  const number = decision.number ?? 1 + Math.max(0, ...(design.decisions ?? []).map((other) => other.number))
  return addElement(design, 'decisions', { ...decision, number })
}

/** What a named person decided about a finding; it takes the place of an earlier one for the same rule and anchors. */
export function addTreatment(design: Design, treatment: Treatment): Design {
  const anchors = treatment.on.join(' ')
  const others = (design.treatments ?? []).filter(
    (other) => other.rule !== treatment.rule || other.on.join(' ') !== anchors || other.variant !== treatment.variant,
  )
  return { ...design, treatments: [...others, treatment] }
}

export function addAssumption(design: Design, assumption: Assumption): Design {
  return addElement(design, 'assumptions', assumption)
}

export function addRisk(design: Design, risk: Risk): Design {
  return addElement(design, 'risks', risk)
}

export function addQuestion(design: Design, question: Question): Design {
  return addElement(design, 'questions', question)
}

/** Marks a topic complete (absence in it then becomes a finding), or open again. */
export function setTopicComplete(design: Design, topic: string, complete = true): Design {
  const topics = completeTopics(design)
  if (topics.includes(topic) === complete) return design
  const next = complete ? [...topics, topic] : topics.filter((other) => other !== topic)
  return setContext(design, 'complete', next.length === 0 ? undefined : next)
}

/** The topics that the architect has marked complete. */
export function completeTopics(design: Design): readonly string[] {
  const value = known(design.context?.['complete'])
  return Array.isArray(value) ? value.map(String) : []
}

const records = ['settings', 'call', 'facts', 'input'] as const

/** Who answered, when and why: kept where the answer has no field of its own. */
export type AnswerBackground = Pick<Answer, 'by' | 'date' | 'rationale'>

/**
 * Answers one question for all elements alike: writes `field` of each. What no field says ('topic.release': is there a
 * way to release at all?) is an answer of the whole design, with who gave it. A field is a setting ('settings.region'), a call
 * field ('call.topK'), a fact, an input, a step's modifier ('share', on the arrow or on a step name such as
 * 'f-review#2'), a plain field ('encrypted'), or the design's context ('context.audience', elements not needed).
 * An arrow that no plan lists has no step whose modifier could be set; such an element is left as it is.
 */
export function answerQuestion(
  design: Design,
  elements: readonly Id[],
  field: string,
  value: Value | undefined,
  background: AnswerBackground = {},
): Design {
  if (isAnswerKey(field)) return setAnswer(design, field, value === undefined ? undefined : { ...background, value })
  const [head = '', ...tail] = field.split('.')
  const name = tail.join('.')
  if (head === 'context') return setContext(design, name, value)
  const record = records.find((candidate) => candidate === head)
  return elements.reduce((answered, id) => {
    if (record && name !== '') return setSetting(answered, id, record, name, value)
    if (isModifier(field)) return answerStep(answered, id, field, value)
    const open = openKey(field, id)
    if (open === undefined) return setField(answered, id, field, value)
    if (isUnknown(value)) return setAnswer(answered, open, { ...background, value })
    return setAnswer(setField(answered, id, field, value), open, undefined)
  }, design)
}

function answerStep(design: Design, name: string, field: StepModifier, value: Value | undefined): Design {
  return (design.components ?? []).reduce(
    (next: Design, component: Component) => setStepModifier(next, component.id, name, field, value),
    design,
  )
}
