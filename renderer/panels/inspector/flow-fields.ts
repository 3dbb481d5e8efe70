import type { Access, Content, FlowMode } from '../../../shared/design/design.ts'
import type { Field } from '../../../shared/kinds/field.ts'

/** Facts and settings of an arrow, as fields. */
export const flowFields = {
  encrypted: { type: 'boolean', label: 'Encrypted', help: 'Encrypted on its way', fact: true, ask: 'Platform team' },
  authentication: {
    type: 'choice',
    label: 'Authentication',
    options: [
      { value: 'none', label: 'None' },
      { value: 'apiKey', label: 'API key' },
      { value: 'session', label: 'Session' },
      { value: 'oidc', label: 'OIDC' },
      { value: 'oauth', label: 'OAuth 2' },
      { value: 'mtls', label: 'Mutual TLS' },
      { value: 'iam', label: 'Cloud identity' },
    ],
    fact: true,
    ask: 'Platform team',
  },
  timeoutMs: { type: 'number', label: 'Gives up after', unit: 'ms', min: 1 },
  retries: { type: 'number', label: 'Tries again', unit: 'count', min: 0, max: 20, integer: true },
  backoffMs: { type: 'number', label: 'Waits before', unit: 'ms', min: 0 },
  hedgeAfterMs: { type: 'number', label: 'Second try beside it after', unit: 'ms', min: 1 },
} as const satisfies Readonly<Record<string, Field>>

const modes: Readonly<Record<FlowMode, string>> = {
  sync: 'Waits for the answer',
  stream: 'Streams the answer',
  async: 'Does not wait',
  offline: 'Offline (no user action)',
}
export const modeOptions = Object.entries(modes).map(([value, label]) => ({ value, label }))

const accesses: Readonly<Record<Access, string>> = {
  read: 'Read',
  write: 'Write',
  delete: 'Delete',
  send: 'Send',
  pay: 'Pay',
  execute: 'Execute',
  administer: 'Administer',
}
export const accessOptions = Object.entries(accesses).map(([value, label]) => ({ value, label }))

const contents: Readonly<Record<Content, string>> = {
  prompt: 'Prompt',
  retrieved: 'Retrieved content',
  toolResult: 'Tool result',
  code: 'Code',
  action: 'Action',
  training: 'Training data',
  telemetry: 'Telemetry',
}
export const contentOptions = Object.entries(contents).map(([value, label]) => ({ value, label }))
