import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyse, openStudy } from '../../../shared/analyse.ts'
import { nameOf } from '../../../shared/design/collections.ts'
import type { Design } from '../../../shared/design/design.ts'
import { capacitySentences } from './capacity-words.ts'
import { overviewCards } from './overview-cards.ts'

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../resources/${path}`, import.meta.url), 'utf8'))
const knowledge = { prices: read('prices/price-book.json') as object, today: '2026-11-21' }
const design = read('templates/customer-support-agent.lintel.json') as Design
const name = (id: string): string => nameOf(design, id)
const plain = (text = ''): string => text.replaceAll('\u202f', ' ')
const cardsAt = (traffic: number) =>
  overviewCards(openStudy(design, knowledge).compute(traffic), design.requirements ?? [], name)

describe('the headlines of an estimate', () => {
  it('carry what was asked of them and how it fares, as the requirements say', () => {
    const analysis = analyse(design, knowledge)
    const availability = cardsAt(1).find((card) => card.id === 'availability')
    const requirement = design.requirements?.find((one) => one.metric === 'availability')
    const result = analysis.requirements.find((one) => one.requirement === requirement?.id)
    expect(availability?.asked?.result.verdict).toBe(result?.verdict)
    expect(plain(availability?.asked?.target)).toMatch(/^at least [\d.]+ %$/)
  })

  it('say what they rest on', () => {
    const makeup = cardsAt(1).find((card) => card.id === 'technology')?.makeup
    const total = Object.values(makeup ?? {}).reduce((sum, share) => sum + share, 0)
    expect(total).toBeCloseTo(1, 9)
  })

  it('are unstable where more is asked for than can be done', () => {
    const full = cardsAt(100).find((card) => card.id === 'full')
    expect(full).toMatchObject({ value: 'unstable', unstable: true })
    expect(full?.band).toBeUndefined()
  })

  it('say beside a time how many requests come while nobody is at work', () => {
    const note = cardsAt(1).find((card) => card.id === 'full')?.note
    expect(note?.replaceAll(/\s/gu, ' ')).toBe('6.1 % come outside hours, up to 16 h more')
    expect(cardsAt(100).find((card) => card.id === 'full')?.note).toBe('At Team lead approves')
  })

  it('say both how many come while nobody is at work and how many end in a timeout', () => {
    const numbers = openStudy(design, knowledge).compute()
    const actions = numbers.estimate.actions.map((action) => ({ ...action, timedOut: { share: 0.44, flows: [] } }))
    const cards = overviewCards({ ...numbers, estimate: { ...numbers.estimate, actions } }, [], name)
    expect(plain(cards.find((card) => card.id === 'full')?.note)).toBe(
      '6.1 % come outside hours, up to 16 h more; 44 % end in a timeout instead',
    )
  })

  it('speak of no target where none was stated', () => {
    expect(overviewCards(openStudy(design, knowledge).compute(), [], name).some((card) => card.asked)).toBe(false)
  })
})

describe('what the whole sustains', () => {
  it('is said of the peak that was computed', () => {
    const { estimate } = openStudy(design, knowledge).compute()
    const [first] = capacitySentences(estimate.capacity, name, estimate.traffic)
    expect(first).toMatch(/^First to saturate: Team lead approves, at [\d.]+× the present peak\.$/)
    const { estimate: much } = openStudy(design, knowledge).compute(100)
    const [past] = capacitySentences(much.capacity, name, much.traffic)
    expect(past).toMatch(/^Past what it sustains: Team lead approves, with at most 0\.\d+× this peak\.$/)
  })

  it('says how users who wait for one another were solved, where there are some', () => {
    const { capacity, traffic } = openStudy(design, knowledge).compute().estimate
    const said = (more: Partial<typeof capacity>) =>
      capacitySentences({ ...capacity, ...more }, name, traffic).join(' ')
    expect(said({})).not.toContain('wait for one another')
    expect(said({ closedMethod: 'exact' })).toContain('solved exactly')
    expect(said({ closedMethod: 'approximate' })).toContain('are approximated')
  })
})
