import { limitedBy } from './parts/capacity.ts'
import { amount, assumed, availabilityField, fact, factAmount, factChoice, option } from './fields/declare-field.ts'
import { product } from './formula/formula.ts'
import { defineKind } from './kind.ts'
import { paidAsFields, paidAsLines } from './parts/paid-as.ts'
import { technology } from './parts/priced-lines.ts'
import { ownTime } from './parts/service-time.ts'
import { addResult, addWhatIsRead } from './parts/results.ts'

const chatTime = ownTime(150, 600, 'assumed: a message through a hosted chat', 60, 500)

export const chatChannel = defineKind({
  id: 'chat-channel',
  title: 'Chat channel',
  summary: 'A messenger of somebody else in which people ask and read answers.',
  family: 'people',
  icon: 'messages-square',
  keywords: ['slack', 'teams', 'whatsapp', 'messenger', 'bot', 'channel', 'sms', 'telegram', 'discord'],
  traits: ['client', 'renders-output'],
  settings: {
    renders: factChoice(
      'Shows answers as',
      { text: 'Plain text', markdown: 'Markdown', html: 'HTML' },
      'Does the messenger turn model text into Markdown, previews or HTML?',
      'Front-end team',
      { first: true },
    ),
    saysAi: fact('Says that it is AI', 'Are people told that a machine answers?', 'Product owner', { first: true }),
    guests: fact('Guests can join', 'Can people from outside read or write in the channel?', 'Security', {
      first: true,
    }),
    citations: fact('Shows sources', 'Does each answer show its sources?', 'Product owner', { first: true }),
    feedback: fact('Takes feedback', 'Can people say that an answer is wrong, or contest it?', 'Product owner', {
      first: true,
    }),
    allowsRemoteContent: fact('Loads remote previews', 'Does it fetch links and images on its own?', 'Security'),
    messagesPerSecond: factAmount('Takes at most', 'calls/s', 'How many messages a second may we send?', 'Engineering'),
    ...chatTime.fields,
    ...availabilityField(0.999, 'assumed: office services promise 99.9 %'),
    ...paidAsFields('existing'),
  },
  place: 90,
  mode: 'stream',
  time: ({ settings }) => chatTime.time(settings),
  costPerMonth: ({ settings, product: model }, prices) => paidAsLines(settings, prices, model),
  capacity: ({ settings }) => limitedBy(settings, 'messagesPerSecond', 'Limit of the messenger'),
})

const mailTime = ownTime(800, 5000, 'assumed: handed over to a mail server', 200, 10_000)

export const mail = defineKind({
  id: 'mail',
  title: 'Mail',
  summary: 'Brings in what strangers write, and sends to people.',
  family: 'people',
  icon: 'mail',
  keywords: [
    'email',
    'e-mail',
    'exchange',
    'outlook',
    'gmail',
    'smtp',
    'inbox',
    'newsletter',
    'notification',
    'mailbox',
  ],
  traits: ['starts-requests', 'runs-actions'],
  settings: {
    effect: option(
      'What it does',
      { read: 'Only brings mail in', comm: 'Sends to people' },
      'comm',
      'by its kind: mail reaches people',
      { first: true },
    ),
    egress: factChoice(
      'Sends to',
      { none: 'Nobody', allowlist: 'Listed people and domains', any: 'Anybody' },
      'To whom may it send?',
      'Security',
      { first: true },
    ),
    senderChecked: fact('Sender is checked', 'Is it checked that a mail comes from whom it says?', 'Security', {
      first: true,
    }),
    attachmentsScanned: fact('Attachments are scanned', 'Are attachments scanned before they are read?', 'Security', {
      first: true,
    }),
    idempotent: fact('Sent once', 'Is a mail sent once, also when the call is repeated?', 'Engineering', {
      first: true,
    }),
    schemaChecked: fact('Receivers checked', 'Are receivers checked against an allow-list?', 'Engineering'),
    ...mailTime.fields,
    ...availabilityField(0.999, 'assumed: office services promise 99.9 %'),
    ...paidAsFields('existing'),
  },
  call: { resultTokens: amount('Text brought in', 'tokens', { first: true, ...assumed(300, 0, 2000) }) },
  place: 90,
  mode: 'async',
  does: ['write'],
  time: ({ settings }) => mailTime.time(settings),
  costPerMonth: ({ settings, product: model }, prices) => paidAsLines(settings, prices, model),
  answers: addWhatIsRead,
})

const ticketTime = ownTime(400, 1500, 'assumed: a business system over HTTP', 150, 1500)

export const ticketSystem = defineKind({
  id: 'ticket-system',
  title: 'Ticket system',
  summary: 'Keeps cases and who works on them; can start a run, be searched and be written to.',
  family: 'people',
  icon: 'ticket',
  keywords: ['jira', 'servicenow', 'zendesk', 'jsm', 'itsm', 'case', 'incident', 'helpdesk', 'boards', 'crm'],
  traits: ['starts-requests', 'stores-data'],
  settings: {
    accessControl: factChoice(
      'Who may read what',
      { none: 'Everybody reads everything', document: 'Rights per case' },
      'Do cases carry rights of their own?',
      'Data owner',
      { first: true },
    ),
    encryptedAtRest: fact('Encrypted at rest', 'Are cases encrypted at rest?', 'Platform team', { first: true }),
    retentionDays: factAmount('Kept for', 'days', 'After how many days is a case deleted?', 'Data protection officer', {
      first: true,
    }),
    outsidersWrite: fact('Outsiders write in it', 'Can people from outside write in a case?', 'Service owner', {
      first: true,
    }),
    requestsPerSecond: factAmount('Takes at most', 'calls/s', 'How many calls a second may we make?', 'Its owner', {
      first: true,
    }),
    ...ticketTime.fields,
    ...availabilityField(0.999, 'assumed: business services promise 99.9 %'),
    ...paidAsFields('existing'),
  },
  call: { resultTokens: amount('Result', 'tokens', { first: true, ...assumed(800, 100, 5000, 'one case') }) },
  place: 60,
  time: ({ settings }) => ticketTime.time(settings),
  costPerMonth: ({ settings, product: model }, prices) => paidAsLines(settings, prices, model),
  capacity: ({ settings }) => limitedBy(settings, 'requestsPerSecond', 'Limit of the system'),
  answers: addWhatIsRead,
})

const deviceTime = ownTime(80, 250, 'assumed: a small model on a device', 15, 600)

export const edgeDevice = defineKind({
  id: 'edge-device',
  title: 'Edge device',
  summary: 'A phone, camera, car or machine that runs a model itself, also without a network.',
  family: 'people',
  icon: 'cpu',
  keywords: ['on-device', 'iot', 'mobile', 'jetson', 'core ml', 'tflite', 'offline', 'sensor', 'camera', 'embedded'],
  traits: ['predicts', 'starts-requests'],
  settings: {
    devices: amount('Devices', 'count', { first: true, integer: true, ...assumed(100, 10, 10_000) }),
    pinned: fact('Version pinned', 'Is the model version on the device known and pinned?', 'Engineering', {
      first: true,
    }),
    signed: fact('Updates are signed', 'Are models and updates signed and checked on the device?', 'Security', {
      first: true,
    }),
    worksOffline: fact('Works without a network', 'Does it go on when there is no network?', 'Engineering', {
      first: true,
    }),
    modelProtected: fact('Model is protected', 'Is the model file protected against being copied?', 'Security'),
    driftMonitored: fact('Drift is watched', 'Is drift of inputs and results watched?', 'Data science', {
      first: true,
    }),
    usdPerDeviceMonth: amount('Price of a device a month', 'USD/month', {
      first: true,
      help: 'Bought or rented, with its management; without it none is counted.',
    }),
    ...deviceTime.fields,
    ...availabilityField(0.99, 'assumed: devices in the field', 0.95, 0.999),
  },
  call: { resultTokens: amount('Result', 'tokens', { first: true, ...assumed(50, 5, 300) }) },
  place: 60,
  time: ({ settings }) => deviceTime.time(settings),
  costPerMonth: ({ settings }) =>
    settings.number('usdPerDeviceMonth') === undefined
      ? []
      : [technology('devices', 'Devices', product(settings.input('devices'), settings.input('usdPerDeviceMonth')))],
  answers: addResult,
})
