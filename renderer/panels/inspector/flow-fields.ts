import type { Access, Content, FlowMode } from '../../../shared/design/design.ts'

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
