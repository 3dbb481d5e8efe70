import { describe, expect, it } from 'vitest'
import type { Component, Flow } from '../design/design.ts'
import { settleAnswers } from './answers.ts'
import type { Reading } from './format.ts'

const components: readonly Component[] = [
  { id: 'person', name: 'Person', kind: 'user' },
  { id: 'app', name: 'App', kind: 'orchestrator' },
  { id: 'worker', name: 'Worker', kind: 'orchestrator' },
  { id: 'store', name: 'Store', kind: 'relational-db' },
]

/** "app > store: Queries", in the order of the file. */
function settle(...arrows: readonly string[]): {
  readonly answers: readonly string[]
  readonly whys: readonly string[]
} {
  const flows = arrows.map((arrow, index): Flow => {
    const [ends = '', name] = arrow.split(': ')
    const [from = '', to = ''] = ends.split(' > ')
    return { id: `f${index}`, from, to, ...(name === undefined ? {} : { name }) }
  })
  const readings = flows.map(({ id, name = '' }): Reading => ({
    id,
    name,
    collection: 'flows',
    takenFor: 'Arrow',
    confidence: 'certain',
    why: 'It is drawn as an arrow.',
  }))
  settleAnswers({ components, flows, readings })
  const answers = arrows.filter((_, index) => flows[index]?.mode === 'offline')
  return { answers, whys: readings.filter(({ confidence }) => confidence === 'likely').map(({ why }) => why) }
}

describe('of two opposite arrows', () => {
  it.each([
    ['person > app: Web Request', 'app > person: Web Response'],
    ['worker > app: Job query', 'app > worker: Job query results'],
    ['worker > app: Get results', 'app > worker: Returns the job'],
    ['worker > app', 'app > worker: Confirmation'],
    ['app > store: Orders', 'store > app: Orders'],
    ['app > store', 'store > app'],
    ['person > app: Order', 'app > person: Offer'],
  ])('%s asks and %s answers, in whichever order they were drawn', (question, answer) => {
    expect(settle(question, answer).answers).toEqual([answer])
    expect(settle(answer, question).answers).toEqual([answer])
  })

  it('the first asks where neither words nor ends say it', () => {
    expect(settle('app > worker: Job', 'worker > app: Note').answers).toEqual(['worker > app: Note'])
    expect(settle('worker > app: Note', 'app > worker: Job').answers).toEqual(['app > worker: Job'])
  })

  it('several in one direction are weighed together, and the row of each answer says whose it is', () => {
    const { answers, whys } = settle('store > app: Rows', 'app > store: Search', 'store > app: Count')
    expect(answers).toEqual(['store > app: Rows', 'store > app: Count'])
    expect(whys).toEqual(Array.from({ length: 2 }, () => 'It leads back along "Search": taken for its answer.'))
  })
})

it('arrows in one direction alone, and arrows back to where they start, are calls', () => {
  expect(settle('store > app: Results', 'store > app', 'app > app: Answer').answers).toEqual([])
})
