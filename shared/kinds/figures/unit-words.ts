import type { Unit } from '../fields/field.ts'

/**
 * A unit as it is read behind a number: "1 machine", "2 machines", "0.5 calls/s".
 *
 * @param value in that unit; only exactly 1, as it is shown, is one of them
 */
export function unitWords(value: number, unit: Unit): string {
  return value === 1 ? (ones[unit] ?? unit) : unit
}

const ones: Partial<Record<Unit, string>> = {
  minutes: 'minute',
  hours: 'hour',
  days: 'day',
  tokens: 'token',
  'tokens/s': 'token/s',
  'tokens/min': 'token/min',
  calls: 'call',
  'calls/s': 'call/s',
  'calls/min': 'call/min',
  'calls/month': 'call/month',
  bytes: 'byte',
  pages: 'page',
  images: 'image',
  characters: 'character',
  vectors: 'vector',
  dimensions: 'dimension',
  documents: 'document',
  'text units': 'text unit',
  machines: 'machine',
  GPUs: 'GPU',
  people: 'person',
}
