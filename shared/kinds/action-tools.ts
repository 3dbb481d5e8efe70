import { limitedBy, workersOver } from './parts/capacity.ts'
import { amount, assumed, availabilityField, fact, factAmount, factChoice, option } from './fields/declare-field.ts'
import type { Field } from './fields/field.ts'
import { product, quotient } from './formula/formula.ts'
import { defineKind } from './kind.ts'
import { machineFields, machineLine, pricePerCall, priceOf, technology } from './parts/priced-lines.ts'
import { addResult } from './parts/results.ts'
import { ownTime } from './parts/service-time.ts'
import { effects, effectsOfUse, egress } from './tools.ts'

/** What the kind does in the world: known from the kind, and open to be stated otherwise. */
function effectOf(chosen: 'read' | 'code' | 'write'): Field {
  return option('What it does', effects, chosen, 'by its kind')
}

const searchTime = ownTime(900, 2500, 'assumed: one query and the text of its best pages', 300, 2000)

export const webSearch = defineKind({
  id: 'web-search',
  title: 'Web search',
  summary: 'Looks up the open web and brings back passages; what comes back is written by strangers.',
  family: 'agents',
  icon: 'globe',
  keywords: [
    'search engine',
    'tavily',
    'serper',
    'bing',
    'brave',
    'exa',
    'perplexity',
    'grounding',
    'internet',
    'news',
  ],
  traits: ['runs-actions'],
  settings: {
    effect: effectOf('read'),
    egress: { ...egress, first: false },
    siteList: fact('Known sites only', 'Does it read listed sites only?', 'Security', { first: true }),
    schemaChecked: fact('Queries checked', 'Are queries checked for secrets and personal data?', 'Engineering', {
      first: true,
    }),
    requestsPerSecond: factAmount('Takes at most', 'calls/s', 'How many queries a second may we make?', 'Engineering'),
    usdPerCall: amount('Price per query', 'USD', { help: 'Over the price book.' }),
    ...searchTime.fields,
    ...availabilityField(0.995, 'assumed: a service without a stated target', 0.98, 0.999),
  },
  call: {
    resultTokens: amount('Result', 'tokens', { first: true, ...assumed(2500, 500, 8000, 'five passages') }),
    queries: amount('Queries per call', 'calls', { first: true, ...assumed(1, 1, 4) }),
  },
  place: 60,
  time: ({ settings }) => searchTime.time(settings),
  costPerCall: ({ settings, call, product: model }, prices) => {
    const price = pricePerCall(settings, prices, 'web-search.queries', model)
    return [technology('queries', 'Queries', product(call.input('queries'), price))]
  },
  capacity: ({ settings }) => limitedBy(settings, 'requestsPerSecond', 'Limit of the service'),
  answers: addResult,
})

const sandboxTime = ownTime(1500, 6000, 'assumed: a short program in a warm sandbox', 300, 8000)

export const codeSandbox = defineKind({
  id: 'code-sandbox',
  title: 'Code sandbox',
  summary: 'Runs code that a model wrote, away from everything else.',
  family: 'agents',
  icon: 'square-terminal',
  keywords: ['code interpreter', 'e2b', 'modal', 'daytona', 'gvisor', 'firecracker', 'python', 'execution', 'notebook'],
  traits: ['runs-actions', 'runs-code'],
  settings: {
    effect: effectOf('code'),
    egress,
    sandbox: fact('Sandboxed', 'Does it run without the network and our files?', 'Engineering', { first: true }),
    discarded: fact('Thrown away after use', 'Is the sandbox thrown away after each session?', 'Engineering', {
      first: true,
    }),
    limits: fact('Limits on use', 'Are time, memory and processes of a program limited?', 'Engineering', {
      first: true,
    }),
    schemaChecked: fact('Code is checked', 'Is code checked before it runs?', 'Engineering'),
    idempotent: fact('Safe to repeat', 'Does doing it twice have the effect of doing it once?', 'Engineering'),
    runsOn: option(
      'Runs on',
      { service: 'A service billed by session', machines: 'Machines of ours' },
      'service',
      'assumed: a hosted sandbox',
      { first: true, ours: 'machines' },
    ),
    ...machineFields(1),
    ...sandboxTime.fields,
    ...availabilityField(0.995, 'assumed: a service without a stated target', 0.98, 0.999),
    usdPerSession: amount('Price per session', 'USD/session', { help: 'Over the price book.' }),
    sandboxes: factAmount('Sandboxes at once', 'count', 'How many sandboxes may run at once?', 'Engineering', {
      min: 1,
    }),
  },
  call: {
    resultTokens: amount('Result', 'tokens', { first: true, ...assumed(400, 50, 3000) }),
    callsPerSession: amount('Calls per session', 'calls', {
      first: true,
      min: 1,
      help: 'A session lives on for some minutes and serves several calls.',
      ...assumed(3, 1, 10),
    }),
  },
  place: 60,
  time: ({ settings }) => sandboxTime.time(settings),
  costPerCall: ({ settings, call, product: model }, prices) => {
    if (settings.text('runsOn') === 'machines') return []
    const price = priceOf(settings, 'usdPerSession', prices, 'sandbox.sessions', model)
    return [technology('sessions', 'Sessions', quotient(price, call.input('callsPerSession')))]
  },
  costPerMonth: ({ settings, product: model }, prices) =>
    settings.text('runsOn') === 'machines' ? [machineLine(settings, prices, 'compute.machine-hour', model)] : [],
  capacity: ({ settings }) => {
    const most = settings.number('sandboxes')
    return most === undefined ? undefined : workersOver(most, sandboxTime.time(settings).first, 'Sandboxes at once')
  },
  answers: addResult,
})

const browserTime = ownTime(8000, 30_000, 'assumed: one step on a page: load, look, click', 3000, 30_000)

export const browserTool = defineKind({
  id: 'browser-tool',
  title: 'Browser tool',
  summary: 'Opens pages and clicks for a model, as a person would.',
  family: 'agents',
  icon: 'mouse-pointer-click',
  keywords: ['computer use', 'playwright', 'browserbase', 'operator', 'rpa', 'selenium', 'headless', 'automation'],
  traits: ['runs-actions'],
  settings: {
    effect: factChoice(
      'What it does',
      effectsOfUse,
      'What is the strongest thing that it may do on a page?',
      'Engineering',
      { first: true },
    ),
    egress,
    signedIn: fact('Signed in', 'Does it act under the name of a person?', 'Engineering', { first: true }),
    sandbox: fact('Sandboxed', 'Does the browser run apart from our files and network?', 'Engineering', {
      first: true,
    }),
    confirms: fact('Asks before it commits', 'Does a person confirm before it pays, sends or signs?', 'Product owner', {
      first: true,
    }),
    schemaChecked: fact('Steps checked', 'Is each step checked against an allow-list?', 'Engineering', { first: true }),
    idempotent: fact('Safe to repeat', 'Does doing it twice have the effect of doing it once?', 'Engineering'),
    ...machineFields(1),
    browsers: amount('Browsers per machine', 'count', {
      integer: true,
      min: 1,
      ...assumed(8, 2, 16, 'one or two GB each'),
    }),
    ...browserTime.fields,
    ...availabilityField(0.98, 'assumed: pages of others change and fail', 0.9, 0.995),
  },
  call: { resultTokens: amount('Result', 'tokens', { first: true, ...assumed(1500, 300, 5000, 'a page as text') }) },
  place: 60,
  time: ({ settings }) => browserTime.time(settings),
  costPerMonth: ({ settings, product: model }, prices) => [
    machineLine(settings, prices, 'compute.machine-hour', model),
  ],
  capacity: ({ settings }) =>
    workersOver(
      settings.input('replicas').value * settings.input('browsers').value,
      browserTime.time(settings).first,
      'Browsers at once over the time of a step',
    ),
  answers: addResult,
})
