import type { Step } from '../design/design.ts'
import { apartBy, amount, assumed, availabilityField, fact, factChoice, share } from './fields/declare-field.ts'
import { defineKind } from './kind.ts'
import type { FieldReader, PlanArrow, Trait } from './kind.ts'
import { paidAsFields, paidAsLines } from './parts/paid-as.ts'
import { machineFields } from './parts/priced-lines.ts'
import { stepOf } from './parts/plan-steps.ts'
import { ownTime } from './parts/service-time.ts'
import { valueOf } from './stores.ts'
import { addResult, addWhatIsRead } from './parts/results.ts'

const agentTime = ownTime(20, 60, 'assumed: the loop itself, in the same region', 5, 50)

export const agent = defineKind({
  id: 'agent',
  title: 'Agent',
  summary: 'A model in a loop that chooses its next step and uses tools.',
  family: 'agents',
  icon: 'bot',
  keywords: ['agentic', 'react', 'planner', 'langgraph', 'autogen', 'crew', 'multi-agent', 'assistant', 'copilot'],
  traits: ['plans-actions', 'orchestrates'],
  settings: {
    autonomy: factChoice(
      'Autonomy',
      { suggest: 'Suggests only', approve: 'Acts after approval', auto: 'Acts alone' },
      'May the agent act alone, after approval, or only suggest?',
      'Product owner',
      { first: true },
    ),
    steps: amount('Steps per task', 'calls', {
      min: 1,
      first: true,
      help: 'Turns of the default plan; a plan of its own says it itself.',
      ...assumed(8, 3, 15),
    }),
    maxSteps: amount('Stops after', 'calls', {
      first: true,
      integer: true,
      help: 'Steps.',
      fact: true,
      question: 'After how many steps does the agent stop?',
      ask: 'Engineering',
    }),
    maxUsd: amount('Stops at', 'USD', {
      first: true,
      fact: true,
      question: 'At which cost does one task stop?',
      ask: 'Engineering',
    }),
    maxHandOvers: amount('Hands over at most', 'calls', {
      integer: true,
      help: 'To other agents, in one task.',
      fact: true,
      question: 'After how many hand-overs between agents does a task stop?',
      ask: 'Engineering',
    }),
    killSwitch: fact('Stop switch', 'Can somebody stop the agent at once, from outside?', 'Operations', {
      first: true,
    }),
    durable: fact('Resumes after a failure', 'Does a task go on where it stopped after a failure?', 'Engineering'),
    repliesChecked: fact(
      'Replies are content',
      'Are replies of agents of others checked, and never followed as orders?',
      'Engineering',
    ),
    ownConfiguration: fact(
      'Can change its own rules',
      'Can the agent write its own rules, tools or approvals?',
      'Engineering',
    ),
    ...paidAsFields('machines'),
    ...machineFields(1),
    ...agentTime.fields,
    ...availabilityField(0.999, 'assumed: a small service of our own'),
  },
  call: { resultTokens: amount('Answer', 'tokens', { first: true, ...assumed(400, 100, 1500) }) },
  place: 60,
  time: ({ settings }) => agentTime.time(settings),
  costPerMonth: ({ settings, product }, prices) => paidAsLines(settings, prices, product),
  answers: addResult,
  plan: thinkAndAct,
})

/**
 * What an agent does when nobody says otherwise: guards, caches and memory first; then turns of "ask the model, then use
 * one tool", each keeping what came before; then checks, people and records. Without a model there is nothing to loop.
 */
function thinkAndAct(arrows: readonly PlanArrow[], settings: FieldReader): readonly Step[] {
  const has = (arrow: PlanArrow, ...traits: readonly Trait[]): boolean =>
    traits.some((trait) => arrow.kind.traits.includes(trait))
  const awaited = arrows.filter((arrow) => arrow.mode !== 'async')
  const models = awaited.filter((arrow) => has(arrow, 'generates-text', 'fronts-models'))
  if (models.length === 0) return arrows.map(stepOf)
  const tools = awaited.filter(
    (arrow) =>
      !models.includes(arrow) &&
      !has(arrow, 'gates', 'memory', 'caches', 'observes') &&
      has(
        arrow,
        'runs-actions',
        'external-tools',
        'runs-code',
        'plans-actions',
        'answers-search',
        'stores-data',
        'starts-requests',
        'orchestrates',
      ),
  )
  const others = arrows.filter((arrow) => !models.includes(arrow) && !tools.includes(arrow))
  // What is only written there, such as a memory, is what came of the turns.
  const isBefore = ({ kind, isWrite }: PlanArrow): boolean => kind.place < 60 && isWrite !== true
  const before = others.filter(isBefore)
  const after = others.filter((arrow) => !isBefore(arrow))
  const act: readonly Step[] = tools.length > 1 ? [{ label: 'one tool', choose: tools.map(stepOf) }] : tools.map(stepOf)
  return [
    ...before.map(stepOf),
    { label: 'think, act', times: valueOf(settings, 'steps'), keeps: 'all', steps: [...models.map(stepOf), ...act] },
    ...after.map(stepOf),
  ]
}

const serviceTime = ownTime(15, 50, 'assumed: a service of our own, in the same region', 5, 40)

export const orchestrator = defineKind({
  id: 'orchestrator',
  title: 'Orchestrator',
  summary: 'The application itself: runs the steps of a request in code.',
  family: 'agents',
  icon: 'workflow',
  keywords: [
    'application',
    'service',
    'backend',
    'langchain',
    'llamaindex',
    'chain',
    'workflow',
    'function',
    'step functions',
    'airflow',
    'rag',
    'chatbot',
  ],
  traits: ['orchestrates'],
  settings: {
    ...paidAsFields('machines'),
    ...machineFields(1),
    durable: fact('Resumes after a failure', 'Does a request go on where it stopped after a failure?', 'Engineering', {
      first: true,
    }),
    repeatShare: share('Questions that come again', {
      fact: true,
      question: 'Which share of the requests asks what was asked before?',
      ask: 'Product owner',
    }),
    validatesOutput: fact(
      'Checks the form of answers',
      'Is model output checked against a schema before it is used?',
      'Engineering',
      { first: true },
    ),
    ...serviceTime.fields,
    ...availabilityField(0.999, 'assumed: a small service of our own'),
  },
  call: { resultTokens: amount('Answer passed back', 'tokens', { first: true, ...assumed(400, 100, 1500) }) },
  place: 60,
  time: ({ settings }) => serviceTime.time(settings),
  costPerMonth: ({ settings, product }, prices) => paidAsLines(settings, prices, product),
  answers: addResult,
})

const memoryTime = ownTime(25, 90, 'assumed: a small search over kept facts', 5, 60)

export const memory = defineKind({
  id: 'memory',
  title: 'Memory',
  summary: 'Keeps what one conversation said for a later one.',
  family: 'agents',
  icon: 'history',
  keywords: ['conversation history', 'long-term memory', 'session', 'profile', 'scratchpad', 'context'],
  traits: ['passive', 'stores-data', 'memory'],
  settings: {
    isolation: factChoice(
      'People kept apart by',
      apartBy,
      'How are the memories of different people kept apart?',
      'Engineering',
      { first: true },
    ),
    retentionDays: amount('Kept for', 'days', {
      first: true,
      fact: true,
      question: 'After how many days is a memory deleted?',
      ask: 'Data protection officer',
    }),
    checksWrites: fact('Checks what is written', 'Is something checked before it is remembered?', 'Engineering', {
      first: true,
    }),
    encryptedAtRest: fact('Encrypted at rest', 'Is the memory encrypted at rest?', 'Platform team', { first: true }),
    ...memoryTime.fields,
    ...availabilityField(0.999, 'assumed: managed stores promise 99.9 %'),
    ...paidAsFields('existing'),
  },
  call: { resultTokens: amount('Result', 'tokens', { first: true, ...assumed(300, 50, 1000) }) },
  place: 30,
  does: ['read'],
  time: ({ settings }) => memoryTime.time(settings),
  costPerMonth: ({ settings, product }, prices) => paidAsLines(settings, prices, product),
  answers: addWhatIsRead,
})

const mergeTime = ownTime(5, 15, 'assumed: code of our own', 1, 20)

export const merge = defineKind({
  id: 'merge',
  title: 'Merge',
  summary: 'Runs once, when all branches that call it have arrived.',
  family: 'agents',
  icon: 'merge',
  keywords: ['join', 'gather', 'fan-in', 'aggregate', 'vote', 'barrier'],
  traits: ['joins-calls', 'orchestrates'],
  settings: mergeTime.fields,
  call: { resultTokens: amount('Answer passed back', 'tokens', { first: true, ...assumed(400, 100, 1500) }) },
  place: 60,
  time: ({ settings }) => mergeTime.time(settings),
  answers: addResult,
})
