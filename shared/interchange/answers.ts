import type { Component, Flow, Id } from '../design/design.ts'
import { shorten } from '../design/wording.ts'
import { shapeOf } from './drawn.ts'
import type { Reading } from './format.ts'

/** What a reader has gathered; the arrows and the rows about them are changed in place. */
interface Read {
  readonly components: readonly Component[]
  readonly flows: Flow[]
  readonly readings: Reading[]
}

type Shapes = ReadonlyMap<Id, ReturnType<typeof shapeOf>>

/**
 * Other tools draw a question and its answer as two opposite arrows; here an arrow is a call that has its answer with
 * it. The question calls; the answer is kept as drawn, and calls nobody. Which is which their words say ("Query",
 * "Results"), and their ends (a store is asked, a person asks); where neither does, the one that was drawn first asks.
 */
export function settleAnswers({ components, flows, readings }: Read): void {
  const shapes: Shapes = new Map(components.map((component) => [component.id, shapeOf(component)]))
  const answered = new Map<Id, Flow>()
  for (const [there, back] of oppositePairs(flows)) {
    const isTurned = likenessToAnswer(there, shapes) > likenessToAnswer(back, shapes)
    const [question] = isTurned ? back : there
    if (question !== undefined) for (const { id } of isTurned ? there : back) answered.set(id, question)
  }
  for (const [index, flow] of flows.entries()) if (answered.has(flow.id)) flows[index] = { ...flow, mode: 'offline' }
  for (const [index, reading] of readings.entries()) {
    const question = reading.collection === 'flows' ? answered.get(reading.id) : undefined
    if (question === undefined || reading.confidence === 'guess') continue
    const which = question.name === undefined ? 'another arrow' : `"${shorten(question.name)}"`
    readings[index] = { ...reading, confidence: 'likely', why: `It leads back along ${which}: taken for its answer.` }
  }
}

/** The arrows between each two components that have some in both directions; those of the first one's direction first. */
function oppositePairs(flows: readonly Flow[]): readonly (readonly [readonly Flow[], readonly Flow[]])[] {
  const directions = new Map<string, Flow[]>()
  const keyOf = (from: Id, to: Id): string => JSON.stringify([from, to])
  for (const flow of flows) {
    const key = keyOf(flow.from, flow.to)
    const known = directions.get(key)
    if (known === undefined) directions.set(key, [flow])
    else known.push(flow)
  }
  const done = new Set<string>()
  return [...directions].flatMap(([key, there]) => {
    const [first] = there
    if (first === undefined || first.from === first.to || done.has(key)) return []
    const opposite = keyOf(first.to, first.from)
    done.add(opposite)
    const back = directions.get(opposite)
    return back === undefined ? [] : [[there, back] as const]
  })
}

/** How much the arrows of one direction look like answers, on average: below zero they look like questions. */
function likenessToAnswer(flows: readonly Flow[], shapes: Shapes): number {
  const [first] = flows
  if (first === undefined) return 0
  const words = flows.reduce((sum, { name = '' }) => sum + likenessOfWords(name), 0) / flows.length
  return 2 * words + standing(shapes.get(first.to)) - standing(shapes.get(first.from))
}

/** Who asks: a person rather than a program, and a program rather than what keeps data. */
function standing(shape: 'actor' | 'process' | 'store' | undefined): number {
  return shape === 'actor' ? 1 : shape === 'store' ? -1 : 0
}

const asking = /^(?:asks?|gets?|fetch(?:es)?|reads?|looks? up)\b/i
const answering = /^(?:returns?|responds?|answers?|repl(?:y|ies))\b/i
const telling =
  /\b(?:(?<question>requests?|quer(?:y|ies)|questions?|calls?|look ?ups?)|respon(?:se|ses|ds?)|repl(?:y|ies)|results?|answers?|return(?:s|ed)?|ack\w*|confirm\w*)\b/gi

/** 1 for an answer, -1 for a question. A verb at the beginning decides, else the last word: "query results" are results. */
function likenessOfWords(name: string): number {
  const words = name.slice(0, longestRead)
  if (asking.test(words)) return -1
  if (answering.test(words)) return 1
  const last = [...words.matchAll(telling)].at(-1)
  if (last === undefined) return 0
  return last.groups?.['question'] === undefined ? 1 : -1
}

/** What an arrow is for stands in the first words on it. */
const longestRead = 300
