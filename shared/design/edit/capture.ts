import type { Design, Id, Said } from '../design.ts'
import { addElement } from './element.ts'
import { addAssumption, addDecision, addQuestion, addRisk } from './intent.ts'

/** What a line that is said in a room can become. */
export const captureTypes = ['decision', 'assumption', 'question', 'risk', 'parked'] as const
export type CaptureType = (typeof captureTypes)[number]

export interface Captured extends Said {
  readonly id: Id
  readonly type: CaptureType
  readonly text: string
  /** What was selected when it was said. */
  readonly about: readonly Id[]
}

/** Words before a colon, and signs, with which a line may begin to say what it is. */
const openings: Readonly<Record<string, CaptureType>> = {
  decision: 'decision',
  decided: 'decision',
  d: 'decision',
  '!': 'decision',
  assumption: 'assumption',
  assume: 'assumption',
  a: 'assumption',
  '~': 'assumption',
  question: 'question',
  q: 'question',
  '?': 'question',
  risk: 'risk',
  r: 'risk',
  parked: 'parked',
  park: 'parked',
  later: 'parked',
  p: 'parked',
}

/**
 * What a typed line is: "d: we host it ourselves" is a decision. Without an opening, a line that ends in a question mark
 * is a question; else its type is not said.
 *
 * @returns the type, where the line says it, and the line without its opening
 */
export function readCapture(line: string): { readonly type?: CaptureType; readonly text: string } {
  const trimmed = line.trim()
  const [whole = '', word = '', sign = ''] = /^(?:(\p{L}+):|([!~?])(?=\s))\s*/u.exec(trimmed) ?? []
  const key = word === '' ? sign : word.toLowerCase()
  const type = Object.hasOwn(openings, key) ? openings[key] : undefined
  if (type !== undefined) return { type, text: trimmed.slice(whole.length) }
  return trimmed.endsWith('?') ? { type: 'question', text: trimmed } : { text: trimmed }
}

/** The design with the line as a record of its type, on what was selected, with who said it and when. */
export function capture(design: Design, { id, type, text, about, by, date }: Captured): Design {
  const said: Said = { ...(by === undefined ? {} : { by }), ...(date === undefined ? {} : { date }) }
  const on = about.length === 0 ? {} : { about }
  switch (type) {
    case 'decision':
      return addDecision(design, { id, name: text, status: 'proposed', options: [], ...on, ...said })
    case 'assumption':
      return addAssumption(design, { id, statement: text, status: 'open', ...on, ...said })
    case 'question': {
      const [first] = about
      return addQuestion(design, { id, text, ...(first === undefined ? {} : { about: { on: first } }), ...said })
    }
    case 'risk':
      return addRisk(design, { id, statement: text, ...on, ...said })
    case 'parked':
      return addElement(design, 'parked', { id, text, ...on, ...said })
    default:
      return type satisfies never
  }
}
