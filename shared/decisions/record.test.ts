import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyse, readGraph } from '../analyse.ts'
import type { Decision, Design } from '../design/design.ts'
import { setSetting } from '../design/edit/element.ts'
import { addVariant, editWithin } from '../design/edit/variant.ts'
import { checkInvariants } from '../design/invariants/check-invariants.ts'
import { adoptSide } from '../options/adopt.ts'
import { type Outcome, outcomeOf, type Side } from '../options/outcome.ts'
import { withSide } from '../options/reuse.ts'
import { vocabulary } from '../vocabulary.ts'
import { mailingAgent } from '../findings/testing/bases.ts'
import { basisOf, chosenSide, movedFigures } from './basis.ts'
import { consequencesOf } from './consequences.ts'
import { driversFor } from './drivers.ts'
import { decisionOn, proposeAdopted, proposeDecision } from './propose.ts'
import { decisionsAbout, nextNumber, nextStatuses, proposeSuccessor, setStatus } from './status.ts'
import { suggestDecisions } from './suggest.ts'

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const knowledge = { prices: read('resources/prices/price-book.json') as object, today: '2026-11-21' }
const rag = read('resources/templates/analyst-research-rag.lintel.json') as Design
const model = rag.components?.find(({ kind }) => kind === 'llm-api')?.id ?? ''
const outcome = (design: Design, side: Side = null): Outcome => outcomeOf(analyse(withSide(design, side), knowledge))
const proposed: Decision = {
  id: 'adr-model',
  name: 'Which model answers',
  number: 3,
  status: 'proposed',
  about: [model],
  drivers: ['r-cost', 'r-full'],
  options: [
    { id: 'o-now', title: 'As it is', base: true },
    { id: 'o-slow', title: 'A slow model', variant: 'v-slow' },
  ],
  chosen: 'o-now',
}
const slow = editWithin(
  addVariant({ ...rag, decisions: [proposed] }, { id: 'v-slow', name: 'Slow model', type: 'option' }),
  'v-slow',
  (design) => setSetting(design, model, 'settings', 'ttftP50Ms', 30_000),
)
let count = 0
const fresh = (stem: string): string => {
  count += 1
  return `${stem}-${count}`
}
const name = () => ({ title: 'A requirement' })

describe('the way of a decision', () => {
  it('leads from proposed to accepted or rejected, and never back from what replaced it', () => {
    expect(nextStatuses(proposed)).toEqual(['proposed', 'accepted', 'rejected'])
    expect(nextStatuses({ ...proposed, status: 'accepted' })).toEqual(['accepted', 'deprecated'])
    expect(nextStatuses({ ...proposed, status: 'superseded' })).toEqual(['superseded'])
  })

  it('records the day and the numbers of the chosen option when it is accepted', () => {
    const now = outcome(slow)
    const accepted = setStatus(slow, 'adr-model', 'accepted', { today: '2026-11-21', outcome: now })
    const decision = accepted.decisions?.[0]
    expect(decision).toMatchObject({ status: 'accepted', date: '2026-11-21' })
    expect(decision?.basis).toMatchObject({
      'cost.perMonthUsd': now.estimate.totalUsdPerMonth.value,
      'requirement.r-full': now.requirements.find(({ requirement }) => requirement === 'r-full')?.value,
    })
    expect(checkInvariants(accepted, vocabulary)).toEqual(checkInvariants(slow, vocabulary))
    expect(setStatus(slow, 'adr-model', 'proposed', { today: '2026-11-21' })).toBe(slow)
  })

  it('has a successor that replaces it once that is accepted, under the next number', () => {
    const accepted = setStatus(slow, 'adr-model', 'accepted', { today: '2026-11-21', outcome: outcome(slow) })
    const followed = proposeSuccessor(accepted, 'adr-model', fresh, '2026-12-01')
    const successor = followed.decisions?.[1]
    expect(successor).toMatchObject({ number: 4, status: 'proposed', supersedes: 'adr-model', about: [model] })
    expect(successor).not.toHaveProperty('basis')
    expect(successor).not.toHaveProperty('chosen')
    expect(checkInvariants(followed, vocabulary)).toEqual(checkInvariants(slow, vocabulary))
    const done = setStatus(followed, successor?.id ?? '', 'accepted', { today: '2026-12-02' })
    expect(done.decisions?.map(({ status }) => status)).toEqual(['superseded', 'accepted'])
    expect(done.decisions?.[0]?.basis).toEqual(accepted.decisions?.[0]?.basis)
    expect(nextNumber(done)).toBe(5)
  })

  it('is found by what it is about, what holds before what is proposed', () => {
    const design: Design = {
      ...rag,
      decisions: [
        proposed,
        { ...proposed, id: 'adr-2', status: 'accepted' },
        { ...proposed, id: 'adr-3', status: 'rejected' },
      ],
    }
    expect(decisionsAbout(design, model).map(({ id }) => id)).toEqual(['adr-2', 'adr-model'])
    expect(decisionsAbout(design, 'nobody')).toEqual([])
  })
})

describe('a decision whose numbers have moved', () => {
  const now = outcome(slow)
  const accepted: Decision = { ...proposed, status: 'accepted', basis: basisOf(proposed, now) }

  it('is not outdated by the numbers that it was accepted on', () => {
    expect(movedFigures(accepted, now, name)).toEqual([])
  })

  it('is outdated by a number that left its band, and what it says stays', () => {
    const later = outcome(slow, 'v-slow')
    const moved = movedFigures(accepted, later, name)
    expect(moved.map(({ id }) => id)).toEqual(expect.arrayContaining(['latency.fullP95Ms', 'requirement.r-full']))
    for (const { was, now: band } of moved) expect(band === undefined || was < band.low || was > band.high).toBe(true)
    expect(moved.map(({ id }) => id)).not.toContain('cost.perMonthUsd')
  })

  it('is outdated where a number cannot be told any more, and not by a requirement that nobody asks for', () => {
    const blind: Outcome = { ...now, requirements: [], estimate: { ...now.estimate, actions: [] } }
    expect(movedFigures(accepted, blind, name).map(({ id }) => id)).toEqual(['latency.firstP95Ms', 'latency.fullP95Ms'])
  })

  it('is asked only once it holds, and on the drawing of what was chosen', () => {
    expect(movedFigures({ ...accepted, status: 'proposed' }, outcome(slow, 'v-slow'), name)).toEqual([])
    expect(chosenSide(accepted)).toBeNull()
    expect(chosenSide({ ...accepted, chosen: 'o-slow' })).toBe('v-slow')
  })
})

describe('consequences that are derived', () => {
  const outcomes = new Map<Side, Outcome>([
    [null, outcome(slow)],
    ['v-slow', outcome(slow, 'v-slow')],
  ])

  it('tell the difference of two runs, good and bad, and leave out what lies within the band', () => {
    const { against, items } = consequencesOf({ ...proposed, chosen: 'o-slow' }, slow, outcomes)
    expect(against).toBeNull()
    const texts = items.map(({ tone, text }) => `${tone}: ${text}`)
    expect(texts).toContainEqual(
      expect.stringMatching(/^bad: full answer, p95 is .* more than in Base: .* against .*$/u),
    )
    expect(texts).toContain('bad: "Full answer" is missed')
    expect(texts.filter((text) => text.includes('cost is'))).toEqual([])
  })

  it('turn round when the base is chosen', () => {
    const { against, items } = consequencesOf(proposed, slow, outcomes)
    expect(against).toBe('v-slow')
    expect(items).toContainEqual({ tone: 'good', text: '"Full answer" is met', requirement: 'r-full' })
  })

  it('are none where nothing is drawn, chosen or worked out', () => {
    const { chosen: _chosen, ...open } = proposed
    expect(consequencesOf(open, slow, outcomes)).toEqual({ against: undefined, items: [] })
    expect(consequencesOf(proposed, slow, new Map()).items).toEqual([])
    expect(consequencesOf({ ...proposed, options: [{ id: 'o-now', title: 'Words' }] }, slow, outcomes).items).toEqual(
      [],
    )
  })
})

describe('a decision is suggested', () => {
  const bare: Design = { ...rag, decisions: [] }
  const suggested = (design: Design) => suggestDecisions(readGraph(design))

  it('for each kind of major choice, three at most, with what drives it', () => {
    const found = suggested(bare)
    expect(found.map(({ id }) => id.split(' ')[0])).toEqual(['model', 'store', 'vendor'])
    expect(found[0]?.drivers).toContain('r-full')
    for (const { about } of found) expect(about.length).toBeGreaterThan(0)
  })

  it('for the tools of an agent that do something', () => {
    expect(suggested({ ...mailingAgent, decisions: [] }).map(({ id }) => id.split(' ')[0])).toContain('tool')
  })

  it('not where one speaks of it already', () => {
    expect(suggested({ ...bare, decisions: [proposed] }).map(({ id }) => id.split(' ')[0])).not.toContain('model')
  })

  it('not for a blank canvas or a lone component', () => {
    const blank: Design = { format: 'lintel/design', version: 1, id: 'd-blank', name: 'Blank' }
    expect(suggested(blank)).toEqual([])
    expect(suggested({ ...blank, components: [{ id: 'm', name: 'Model', kind: 'llm-api' }] })).toEqual([])
  })
})

it('requirements that touch what a decision is about are offered as drivers, once', () => {
  const results = outcome(rag).requirements
  const bare: Decision = { ...proposed, drivers: ['r-full'] }
  expect(driversFor(bare, rag, results)).toContain('r-first')
  expect(driversFor(bare, rag, results)).not.toContain('r-full')
  expect(driversFor({ ...bare, about: ['ask'] }, rag, [])).toEqual(['r-first', 'r-ground', 'r-up'])
  expect(driversFor({ ...bare, about: [] }, rag, results)).toEqual([])
})

describe('a new decision', () => {
  const newId = (stem: string): string => `${stem}-new`
  const titles = (design: Design, about?: readonly string[]) =>
    proposeDecision(design, 'adr-new', { newId, today: '2026-11-21', ...(about === undefined ? {} : { about }) })
      .options

  it('weighs the options that are drawn, and two to fill in where there are none', () => {
    expect(titles(rag).map(({ title }) => title)).toEqual(['Option A', 'Option B'])
    expect(titles(slow)).toMatchObject([
      { title: 'Base', base: true },
      { title: 'Slow model', variant: 'v-slow' },
    ])
  })

  it('leaves out options that do not change what it is about', () => {
    expect(titles(slow, [model])).toHaveLength(2)
    expect(titles(slow, ['c-index']).map(({ title }) => title)).toEqual(['Option A', 'Option B'])
  })
})

describe('an option that becomes the base', () => {
  const adopted = adoptSide(slow, 'v-slow', { id: 'v-old', name: 'Before Slow model' })

  it('is recorded as chosen over what was there, about the boxes that changed, and nobody has said why', () => {
    const decision = proposeAdopted(adopted, 'adr-new', {
      newId: fresh,
      today: '2026-11-21',
      name: 'Slow model',
      before: 'v-old',
    })
    expect(decision).toMatchObject({
      name: 'Slow model',
      status: 'proposed',
      about: [model],
      options: [
        { title: 'Slow model', base: true },
        { title: 'Before Slow model', variant: 'v-old' },
      ],
    })
    expect(decision.chosen).toBe(decision.options[0]?.id)
    expect(decision.because).toBeUndefined()
    expect(new Set(decision.options.map(({ id }) => id)).size).toBe(2)
  })

  it('has its decision already where one weighs it, or was accepted with it', () => {
    const options = [
      { id: 'o-1', title: 'Now', base: true },
      { id: 'o-2', title: 'Slow', variant: 'v-slow' },
    ]
    const found = (one: Partial<Decision>) =>
      decisionOn({ ...slow, decisions: [{ ...proposed, options, ...one }] }, 'v-slow')?.id
    expect(decisionOn({ ...slow, decisions: [] }, 'v-slow')).toBeUndefined()
    expect(found({})).toBe(proposed.id)
    expect(found({ status: 'accepted', chosen: 'o-2' })).toBe(proposed.id)
    expect(found({ status: 'accepted', chosen: 'o-1' })).toBeUndefined()
    expect(found({ status: 'rejected' })).toBeUndefined()
  })
})
