import { amount, assumed, availabilityField, fact, factAmount, factChoice } from './fields/declare-field.ts'
import { defineKind } from './kind.ts'
import { paidAsFields, paidAsLines } from './parts/paid-as.ts'
import { machineFields, pricePerCall, technology } from './parts/priced-lines.ts'
import { addResult } from './parts/results.ts'
import { ownTime } from './parts/service-time.ts'

/** What an action can do in the world without running anything. */
export const effectsOfUse = {
  read: 'Reads',
  write: 'Writes',
  comm: 'Sends to people',
  financial: 'Moves money',
  destructive: 'Deletes',
}
export const effects = { ...effectsOfUse, code: 'Runs code' }

/** Which places outside an action can reach. */
export const egress = factChoice(
  'Reaches outside',
  { none: 'Nothing', allowlist: 'A list of places', any: 'Anything' },
  'Which places outside can it reach?',
  'Security',
  { first: true },
)

/** What a model may put into a call: the wider, the more somebody who steers the model can do. */
const takes = factChoice(
  'Takes',
  {
    values: 'Values of a fixed form',
    query: 'Any query',
    address: 'Any address',
    command: 'Any command',
  },
  'What may the model pass: values of a fixed form, or any query, address or command?',
  'Engineering',
)

const resultField = {
  resultTokens: amount('Result', 'tokens', { first: true, ...assumed(500, 100, 2000) }),
}

const toolTime = ownTime(300, 1200, 'assumed: one call to a business API', 50, 1000)

export const tool = defineKind({
  id: 'tool',
  title: 'Tool',
  summary: 'One thing a model may do: look up, write, send, pay, run code.',
  family: 'agents',
  icon: 'wrench',
  keywords: [
    'function',
    'action',
    'api',
    'plugin',
    'skill',
    'web search',
    'email',
    'code interpreter',
    'payment',
    'refund',
    'function call',
  ],
  traits: ['runs-actions'],
  products: ['tavily/search', 'serper/search'],
  settings: {
    effect: factChoice('What it does', effects, 'What does this tool change in the world?', 'Engineering', {
      first: true,
    }),
    egress,
    idempotent: fact('Safe to repeat', 'Does doing it twice have the effect of doing it once?', 'Engineering', {
      first: true,
    }),
    sandbox: fact('Sandboxed', 'Does it run in a sandbox, without the network and our files?', 'Engineering', {
      first: true,
    }),
    maxUsdPerDay: factAmount('Moves at most a day', 'USD', 'How much money may it move in a day?', 'Business owner', {
      first: true,
    }),
    maxActionsPerDay: factAmount('Acts at most a day', 'calls', 'How often may it act in a day?', 'Business owner'),
    assessed: fact(
      'Assessed before use',
      'Has somebody assessed who runs it and what it does with what it gets?',
      'Security',
    ),
    pinned: fact('Definition pinned', 'Is the version of the tool and of its description pinned?', 'Engineering'),
    schemaChecked: fact(
      'Arguments checked',
      'Are its arguments checked against a schema and an allow-list?',
      'Engineering',
      { first: true },
    ),
    returnsNeededOnly: fact(
      'Returns what is needed',
      'Does it return only the fields that the task needs, rather than the whole record?',
      'Engineering',
    ),
    takes,
    usdPerCall: amount('Price per call', 'USD', { help: 'Over the price book.' }),
    ...toolTime.fields,
    ...availabilityField(0.995, 'assumed: a business API without a stated target', 0.98, 0.999),
  },
  call: resultField,
  place: 60,
  time: ({ settings }) => toolTime.time(settings),
  costPerCall: ({ settings, product: model }, prices) => [
    technology('calls', 'Calls', pricePerCall(settings, prices, 'tool.calls', model)),
  ],
  answers: addResult,
})

const serverTime = ownTime(350, 1500, 'assumed: a tool call through one more hop', 80, 1200)

export const mcpServer = defineKind({
  id: 'mcp-server',
  title: 'MCP server',
  summary: 'Offers tools of its own, or of somebody else, to a model.',
  family: 'agents',
  icon: 'plug',
  keywords: ['model context protocol', 'tools', 'plugin', 'connector', 'a2a'],
  traits: ['runs-actions', 'external-tools'],
  settings: {
    effect: factChoice(
      'What its tools do',
      {
        read: 'Read',
        write: 'Write',
        comm: 'Send to people',
        financial: 'Move money',
        destructive: 'Delete',
        code: 'Run code',
      },
      'What is the strongest thing that a tool of this server can do?',
      'Engineering',
      { first: true },
    ),
    egress,
    thirdParty: fact('Made by others', 'Is this server made by somebody else?', 'Engineering', { first: true }),
    pinned: fact('Definitions pinned', 'Are the version and the tool descriptions pinned by hash?', 'Engineering', {
      first: true,
    }),
    takes,
    authorises: fact('Checks who calls', 'Does the server check who calls and what they may do?', 'Engineering', {
      first: true,
    }),
    sandbox: fact('Sandboxed', 'Does it run in a sandbox?', 'Engineering', { first: true }),
    assessed: fact(
      'Assessed before use',
      'Has somebody assessed who runs it and what it does with what it gets?',
      'Security',
    ),
    returnsNeededOnly: fact(
      'Returns what is needed',
      'Does it return only the fields that the task needs, rather than the whole record?',
      'Engineering',
    ),
    ...paidAsFields('machines'),
    ...machineFields(1),
    ...serverTime.fields,
    ...availabilityField(0.995, 'assumed: a small service without a stated target', 0.98, 0.999),
  },
  call: resultField,
  place: 60,
  time: ({ settings }) => serverTime.time(settings),
  costPerMonth: ({ settings, product }, prices) => paidAsLines(settings, prices, product),
  answers: addResult,
})
