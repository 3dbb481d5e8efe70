import { amount, assumed, fact, factChoice, hiddenTextRemoved, option, published } from './fields/declare-field.ts'
import type { Fields } from './fields/field.ts'
import { constant, evaluate, product, quotient } from './formula/formula.ts'
import { defineKind } from './kind.ts'
import type { CallContext, Capacity, PricedLine, Release, Timing } from './kind.ts'
import { people } from './parts/priced-lines.ts'
import { medianFromMean, variabilityOf, workedOutSpread } from './parts/service-time.ts'

/** p95 over p50 of the time a person takes; a guess. */
const personTail = 2.5

export const user = defineKind({
  id: 'user',
  title: 'User',
  summary: 'A person who asks and reads.',
  family: 'people',
  icon: 'user',
  keywords: ['actor', 'customer', 'employee', 'analyst', 'agent', 'person', 'persona'],
  traits: ['person', 'starts-requests'],
  settings: {
    role: { type: 'text', label: 'Who they are', first: true },
    trained: fact('Trained for this', 'Have these people been trained to use answers of a model?', 'Business owner', {
      first: true,
    }),
  },
  place: 90,
})

export const client = defineKind({
  id: 'client',
  title: 'Client',
  summary: 'The page, app or channel in which people ask and read answers.',
  family: 'people',
  icon: 'app-window',
  keywords: [
    'ui',
    'web app',
    'website',
    'web',
    'mobile app',
    'mobile',
    'portal',
    'chat',
    'browser',
    'front end',
    'slack',
    'teams',
    'frontend',
    'chatbot',
  ],
  traits: ['client', 'renders-output'],
  settings: {
    renders: factChoice(
      'Shows answers as',
      { none: 'Nothing of the model', text: 'Plain text', markdown: 'Markdown', html: 'HTML' },
      'Does the page turn model text into Markdown or HTML?',
      'Front-end team',
      { first: true },
    ),
    saysAi: fact('Says that it is AI', 'Are people told that a machine answers?', 'Product owner', { first: true }),
    citations: fact('Shows sources', 'Does each answer show its sources?', 'Product owner', { first: true }),
    feedback: fact('Takes feedback', 'Can people say that an answer is wrong, or contest it?', 'Product owner', {
      first: true,
    }),
    allowsRemoteContent: fact(
      'Loads remote images or links',
      'May an answer load images or links from other sites?',
      'Front-end team',
    ),
    takesFiles: fact('Takes files', 'Can people attach files, pictures or sound?', 'Product owner'),
    hiddenTextRemoved,
    prefillFromLink: fact('Prompt from a link', 'Can a link fill in or send a prompt?', 'Front-end team'),
    confirmsPrefill: fact(
      'Shown before it is sent',
      'Is a prompt from a link shown, and sent by the person alone?',
      'Front-end team',
    ),
  },
  place: 90,
  mode: 'stream',
})

/** What one item costs a person: minutes of work, as a mean. */
const personCall = (minutes: number, low: number, high: number): Fields => ({
  minutes: amount('Minutes of work', 'minutes', { first: true, ...assumed(minutes, low, high) }),
})

const staffFields: Fields = {
  reviewers: amount('People on duty', 'people', { first: true, above: 0, ...assumed(1, 1, 3) }),
  hoursPerDay: amount('Hours a day', 'hours', { first: true, above: 0, max: 24, ...assumed(8, 8, 12, 'office hours') }),
  usdPerHour: amount('Price of an hour', 'USD/hour', {
    first: true,
    ...published(40, 'reviewers, North America and Europe: 30-50 (TAUS 2023, cited)', 30, 50),
  }),
}

const release = option(
  'What the user sees meanwhile',
  {
    held: 'Nothing before the decision',
    chunked: 'Parts as they are decided',
    streamed: 'The answer, while it is judged',
    before: 'Decided before generation',
  },
  'held',
  'an awaited person holds the answer until stated otherwise',
)

export const humanReview = defineKind({
  id: 'human-review',
  title: 'Human review',
  summary: 'People read answers that a machine was not sure of, and correct them.',
  family: 'safety',
  icon: 'user-check',
  keywords: ['hitl', 'human in the loop', 'queue', 'escalation', 'moderation', 'annotation', 'labelling', 'feedback'],
  traits: ['person', 'gates', 'deterministic-gate', 'human-gate', 'buffers'],
  settings: {
    ...staffFields,
    release,
    guidelines: fact('Written guidelines', 'Do reviewers have written guidelines?', 'Review lead', { first: true }),
    canOverride: fact('May override', 'May the reviewer change or stop the result?', 'Review lead', { first: true }),
  },
  call: personCall(5, 2, 10),
  place: 90,
  mode: 'async',
  does: ['read'],
  time: workingTime,
  costPerCall: paidTime,
  capacity: staffing,
  release: (settings) => releaseOf(settings.text('release')),
})

export const humanApproval = defineKind({
  id: 'human-approval',
  title: 'Human approval',
  summary: 'A person allows or refuses one action before it happens.',
  family: 'safety',
  icon: 'hand',
  keywords: ['hitl', 'approve', 'sign-off', 'four eyes', 'confirmation', 'authorise'],
  traits: ['person', 'gates', 'deterministic-gate', 'human-gate', 'returns-verdict'],
  settings: {
    ...staffFields,
    shows: factChoice(
      'Shows',
      { exactAction: 'The exact action', summary: 'A summary' },
      'Does the person see the exact action, or a summary of it?',
      'Product owner',
      { first: true },
    ),
    expires: fact('Requests expire', 'Does an unanswered request lapse?', 'Product owner', { first: true }),
    release,
  },
  call: personCall(2, 1, 5),
  place: 90,
  mode: 'sync',
  does: ['read'],
  time: workingTime,
  costPerCall: paidTime,
  capacity: staffing,
  release: (settings) => releaseOf(settings.text('release')),
})

/** The stated minutes are a mean; the spread around it is a lognormal with the guessed tail. */
function workingTime({ call }: CallContext): Timing {
  const minutes = call.input('minutes')
  const medianOfMean = constant('Median of a mean, in ms per minute', medianFromMean(60_000, personTail))
  const median = product(minutes, medianOfMean)
  return { first: workedOutSpread(median, evaluate(median) * personTail) }
}

function paidTime({ call, settings }: CallContext): readonly PricedLine[] {
  const hours = quotient(call.input('minutes'), constant('Minutes per hour', 60))
  return [people('work', 'Working time', product(hours, settings.input('usdPerHour')))]
}

/** Throughput while on duty; what comes outside the hours waits for them. */
function staffing({ call, settings }: CallContext): Capacity {
  const staff = settings.input('reviewers').value
  const minutes = call.input('minutes').value
  const perSecond = minutes > 0 ? staff / (minutes * 60) : Number.MAX_SAFE_INTEGER
  const hoursPerDay = settings.number('hoursPerDay')
  return {
    callsPerSecond: perSecond,
    servers: Math.max(1, Math.round(staff)),
    why: `${staff} ${staff === 1 ? 'person' : 'people'} on duty at ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} each`,
    limitedBy: 'people',
    serviceVariability: variabilityOf(1, personTail),
    ...(hoursPerDay === undefined ? {} : { hoursPerDay }),
  }
}

/** The release setting as a value; an awaited gate without one holds. */
export function releaseOf(setting: string | undefined): Release {
  return setting === 'streamed' || setting === 'chunked' || setting === 'before' ? setting : 'held'
}
