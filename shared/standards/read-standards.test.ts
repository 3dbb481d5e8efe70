import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { withPlaces } from '../design/json-path.ts'
import { rules } from '../rules.ts'
import { findControl } from '../threats/controls.ts'
import { allRules } from './apply-standards.ts'
import { controlEvidence } from './control-evidence.ts'
import { printPack, printStandards } from './print-standards.ts'
import { readCondition } from './read-condition.ts'
import { readStandards, readStandardsValue } from './read-standards.ts'
import type { Standards } from './standards.ts'
import { house } from './testing/house.ts'

function read(text: string): Standards {
  const result = readStandards(text, rules)
  if (!result.ok) throw new Error(result.problems[0]?.sentence)
  expect(result.problems).toEqual([])
  return result.value
}
const text = (value: unknown): string => JSON.stringify(value, undefined, 2)
const changed = (at: readonly (string | number)[], value: unknown): string => text(withPlaces(house, [{ at, value }]))

describe('standards that are in order', () => {
  it('are read whole, with text and JSON conditions alike', () => {
    const standards = read(text(house))
    const [pack] = standards.packs ?? []
    expect(pack?.rules.map(({ id }) => id)).toEqual(['HOUSE-01', 'HOUSE-02', 'HOUSE-03'])
    expect(pack?.rules[0]?.each?.require).toEqual({ field: 'owner', is: 'stated' })
    expect(standards.technologies).toHaveLength(3)
    expect(standards.controls).toHaveLength(2)
  })

  it('are the same after they were written and read again', () => {
    const standards = read(text(house))
    expect(read(printStandards(standards))).toEqual(standards)
    const [pack] = standards.packs ?? []
    if (pack === undefined) throw new Error('no pack')
    expect(read(printPack(pack)).packs).toEqual([pack])
    expect(printPack(pack)).toContain('"where": "trait = stores-data & tag != archive"')
  })

  it('bring rules whose ids nothing else has', () => {
    const ids = allRules(rules, read(text(house))).flatMap((rule) => [rule.id, ...rule.aliases])
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    expect(ids).toEqual(expect.arrayContaining(['STD-01', 'STD-02', 'HOUSE-03']))
  })
})

describe('every rule of the product', () => {
  it.each(rules.map((each) => [each.id, each] as const))('%s can be switched off, weighed and tuned', (id, each) => {
    const thresholds = Object.fromEntries(Object.keys(each.thresholds).map((name) => [name, 3]))
    for (const known of [id, ...each.aliases]) {
      const setting = { off: true, severity: 'low', thresholds, reason: 'Because' }
      const { standards, problems } = readStandardsValue({ ...house, rules: { [known]: setting } }, rules)
      expect(problems).toEqual([])
      expect(standards?.rules).toEqual({ [known]: setting })
    }
  })
})

it('what shows a control on the drawing is a control of the catalogue and a condition that can be read', () => {
  for (const [control, condition] of Object.entries(controlEvidence)) {
    expect(findControl(control)?.type).toBe(control)
    expect(readCondition(condition, 'any')).toEqual(condition)
  }
})

const rule = ['packs', 0, 'rules', 1]
describe('what cannot be used is left out with its place, and the others count', () => {
  test.each<[string, string, string, RegExp]>([
    [
      'an unknown severity',
      changed([...rule, 'severity'], 'severe'),
      'packs[0].rules[1].severity',
      /one of "critical"/u,
    ],
    ['an unknown topic', changed([...rule, 'topic'], 'law'), 'packs[0].rules[1].topic', /one of "reliability"/u],
    ['no title', changed([...rule, 'title'], undefined), 'packs[0].rules[1].title', /is missing/u],
    ['an id taken by a rule', changed([...rule, 'id'], 'INF-01'), 'packs[0].rules[1].id', /rule of this product/u],
    ['an id taken by an alias', changed([...rule, 'id'], 'SEC-10'), 'packs[0].rules[1].id', /rule of this product/u],
    ['an id taken by standards', changed([...rule, 'id'], 'STD-01'), 'packs[0].rules[1].id', /rule of this product/u],
    ['a doubled id', changed([...rule, 'id'], 'HOUSE-01'), 'packs[0].rules[1].id', /A store without an owner/u],
    [
      'an unknown kind',
      changed([...rule, 'each', 'where'], 'kind = large-model'),
      'packs[0].rules[1].each.where',
      /no kind "large-model"/u,
    ],
    [
      'an unknown trait in JSON',
      changed([...rule, 'each', 'where', 'all', 0], { trait: 'stores' }),
      'packs[0].rules[1].each.where.all[0]',
      /Did you mean "stores-data"/u,
    ],
    [
      'an unknown field',
      changed([...rule, 'each', 'require'], 'settings.retentionDay <= 90'),
      'packs[0].rules[1].each.require',
      /Did you mean "settings.retentionDays"/u,
    ],
    [
      'an endless pattern',
      changed([...rule, 'each', 'where'], 'name = "(a+)+$"'),
      'packs[0].rules[1].each.where',
      /run for ever/u,
    ],
    [
      'an endless pattern in JSON',
      changed([...rule, 'each', 'where'], { name: '(.*)*x' }),
      'packs[0].rules[1].each.where',
      /run for ever/u,
    ],
    [
      'a condition too deep',
      changed([...rule, 'each', 'where'], deep(60)),
      `packs[0].rules[1].each.where${'.not'.repeat(51)}`,
      /too deep/u,
    ],
    ['a condition deep', changed([...rule, 'each', 'where'], deep(12)), 'packs[0].rules[1].each.where', /10 deep/u],
    [
      'two forms in one condition',
      changed([...rule, 'each', 'where'], { kind: 'agent', tag: 'a' }),
      'packs[0].rules[1].each.where',
      /"kind" and "tag"/u,
    ],
    [
      'a kind of an arrow',
      changed([...rule, 'each'], { of: 'flows', require: 'kind = agent' }),
      'packs[0].rules[1].each.require',
      /"from kind = ..."/u,
    ],
    [
      'an arrow of a component',
      changed([...rule, 'each', 'where'], 'crosses trust'),
      'packs[0].rules[1].each.where',
      /speaks of arrows/u,
    ],
    ['neither each nor path', changed([...rule, 'each'], undefined), 'packs[0].rules[1]', /either "each" or "path"/u],
    ['a place for nothing', changed([...rule, 'problem'], '{nam} keeps'), 'packs[0].rules[1].problem', /\{name\}/u],
    ['a rule that is none', changed(rule, 'later'), 'packs[0].rules[1]', /it takes an object/u],
  ])('%s', (_, file, path, sentence) => {
    const result = readStandards(file, rules)
    if (!result.ok) throw new Error(result.problems[0]?.sentence)
    expect(result.problems).toHaveLength(1)
    expect(result.problems[0]).toMatchObject({ path, sentence: expect.stringMatching(sentence) })
    expect(result.problems[0]?.line).toBeGreaterThan(10)
    expect(result.value.packs?.[0]?.rules.map(({ id }) => id)).toEqual(['HOUSE-01', 'HOUSE-03'])
    expect(result.value.technologies).toHaveLength(3)
  })

  test.each<[string, string, string, RegExp]>([
    ['a setting of no rule', changed(['rules', 'INF-99'], { off: true }), 'rules["INF-99"]', /no rule "INF-99"/u],
    [
      'a threshold of no rule',
      changed(['rules', 'INF-01', 'thresholds'], { most: 5 }),
      'rules["INF-01"].thresholds.most',
      /It has none/u,
    ],
    ['a date that is none', changed(['technologies', 1, 'until'], 'soon'), 'technologies[1].until', /2027-06-30/u],
    ['a technology twice', changed(['technologies', 2, 'name'], 'OpenAI'), 'technologies[2]', /twice/u],
    ['an unknown control', changed(['controls', 0, 'control'], 'kil-switch'), 'controls[0].control', /"kill-switch"/u],
    ['packs that are no list', changed(['packs'], {}), 'packs', /is a list/u],
  ])('%s', (_, file, path, sentence) => {
    const result = readStandards(file, rules)
    expect(result.ok).toBe(true)
    expect(result.problems[0]).toMatchObject({
      path: path.replaceAll(/\["([\w-]+)"\]/gu, '.$1'),
      sentence: expect.stringMatching(sentence),
    })
  })

  function deep(levels: number): unknown {
    return levels === 0 ? { kind: 'agent' } : { not: deep(levels - 1) }
  }
})

describe('a text without standards in it', () => {
  test.each<[string, string, RegExp, number]>([
    ['a syntax error', '{\n  "format": "lintel/standards",\n  "packs": [,]\n}', /Line 3, column 13/u, 3],
    ['another format', '{"format": "lintel/design"}', /begins with \{"format": "lintel\/standards"/u, 1],
    ['a newer version', '{"format": "lintel/standards",\n"version": 9}', /reads version 1/u, 2],
    ['no JSON', 'rules: []', /not valid JSON/u, 1],
  ])('%s is refused with the place', (_, file, sentence, line) => {
    const result = readStandards(file, rules)
    expect(result).toMatchObject({ ok: false, problems: [{ line, sentence: expect.stringMatching(sentence) }] })
  })
})

it('whatever stands in a file, reading says so and never throws', () => {
  const anywhere = fc.constantFrom<readonly (string | number)[]>(
    ['packs'],
    ['packs', 0],
    ['packs', 0, 'rules'],
    rule,
    [...rule, 'each'],
    [...rule, 'each', 'where'],
    [...rule, 'each', 'require'],
    ['packs', 0, 'rules', 2, 'path'],
    ['packs', 0, 'rules', 2, 'path', 'through'],
    ['rules'],
    ['rules', 'GOV-06'],
    ['technologies', 0],
    ['controls', 1, 'where'],
  )
  fc.assert(
    fc.property(anywhere, fc.jsonValue(), (at, value) => {
      const file: unknown = JSON.parse(JSON.stringify(withPlaces(house, [{ at, value }])))
      const { standards, problems } = readStandardsValue(file, rules)
      expect(standards).toBeDefined()
      for (const { sentence, path } of problems) {
        expect(sentence.length).toBeGreaterThan(15)
        expect(path).not.toBe('')
      }
    }),
    { numRuns: 500 },
  )
})
