import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Design } from '../design/design.ts'
import { setSetting } from '../design/edit/element.ts'
import { buildDocument, findDocument } from './index.ts'
import { contextFor } from './testing/context-for.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const agent = JSON.parse(readFileSync('resources/templates/customer-support-agent.lintel.json', 'utf8')) as Design
const said = (id: string, design = agent): string =>
  JSON.stringify(buildDocument(findDocument(id)!, contextFor(design, prices)).blocks)

it('shows a spend that is hardly any as less than a cent, never as 0', () => {
  // The fallback is asked where the model fails: here hardly ever.
  const steady = setSetting(agent, 'model', 'settings', 'availability', 0.999_999_9)
  const register = said('third-party-register', steady)
  expect(register).toContain('less than 0.01')
  expect(register).not.toContain('"0.00"')
  const report = said('governance', steady)
  expect(report).toContain('below 0.1\u00a0%')
  expect(report).not.toContain('0.000')
})

it('speaks of targets on the slide about time only where there are some', () => {
  expect(said('deck', { ...agent, requirements: [] })).not.toContain('Time to answer')
  const wished: Design = {
    ...agent,
    requirements: [
      { id: 'r', metric: 'latency.full', aggregate: 'p95', is: '<=', target: 9000, on: ['solve'], priority: 'must' },
    ],
  }
  expect(said('deck', wished)).toContain('Time to answer \\"Solve a case\\" at p95, against the targets')
})

it('speaks of the end of the work where a requirement asks for that, and not of its receipt alone', () => {
  const intake = JSON.parse(readFileSync('resources/templates/invoice-intake.lintel.json', 'utf8')) as Design
  const deck = said('deck', intake)
  expect(deck).toMatch(
    /the work is done within [\d.]+\u00a0min, inside the 10\u00a0min target; whoever asks is answered within /u,
  )
  expect(deck).toContain('"Work done"')
  const unasked = {
    ...intake,
    requirements: (intake.requirements ?? []).filter(({ metric }) => metric !== 'latency.done'),
  }
  expect(said('deck', unasked)).not.toContain('"Work done"')
  expect(said('deck', unasked)).toContain('the answer comes all at once within')
})

it('says how soon the answer comes without the time of people where a requirement asks for that', () => {
  expect(said('deck')).toMatch(
    /; without the time of people within [\d.]+\u00a0s, inside the 90\u00a0s target as far as is known/u,
  )
})

it('names a waiver in the control mapping by what it waives, never by its id', () => {
  const design: Design = {
    ...agent,
    treatments: [
      { id: 't-one', rule: 'AG-03', on: ['id-crm'], response: 'accept', reason: 'Known' },
      { id: 't-two', rule: 'requirement', on: ['r-cost'], response: 'accept', reason: 'Known' },
    ],
    risks: [{ id: 'risk-one', statement: 'The vendor may leave' }],
  }
  const mapping = said('control-mapping', design)
  for (const words of ['Waiver of AG-03', 'Waiver of Run cost', 'The vendor may leave'])
    expect(mapping).toContain(words)
  for (const id of ['t-one', 't-two', 'risk-one']) expect(mapping).not.toContain(id)
})

it('speaks of open questions in the deck only where there are some', () => {
  const path = 'resources/templates/well-built-rag.lintel.json'
  const text = said('deck', JSON.parse(readFileSync(path, 'utf8')) as Design)
  expect(text).toContain('No rule found an open problem in ')
  expect(text).not.toContain('open questions can still change that')
})
