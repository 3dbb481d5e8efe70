import { assert, jsonValue, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedCatalogues, titleIn } from './catalogues.ts'
import { frameworks } from './index.ts'
import {
  type CatalogueUpdate,
  heldWith,
  joinUpdates,
  mergeCatalogues,
  readUpdate,
  readUpdateValue,
} from './read-update.ts'
import { resolveAlias } from './resolve-alias.ts'

const head = { format: 'lintel/catalogues', version: 1 }
const atlas = (titles: object, edition = '2026.12'): object => ({
  id: 'mitre-atlas',
  source: 'ATLAS 2026.12, read on 15 December 2026',
  licence: 'Apache-2.0',
  editions: { [edition]: titles },
})
const fresh = {
  id: 'house-list',
  title: 'House list',
  source: 'Security board, 2026',
  editions: { '1': { H1: 'Own risk' } },
}
const alias = (from: readonly string[], to: readonly string[], change = 'renumbered'): object => {
  const pinned = ([edition, id]: readonly string[]): object => ({ framework: 'mitre-atlas', edition, id })
  return { from: pinned(from), to: pinned(to), change }
}
const read = (more: object): ReturnType<typeof readUpdate> => readUpdate(JSON.stringify({ ...head, ...more }))
const sentences = (more: object): readonly string[] =>
  read(more).problems.map(({ path, sentence }) => `${path}: ${sentence}`)
const used = (more: object): CatalogueUpdate => {
  const result = read(more)
  if (!result.ok) throw new Error(result.problems.map(({ sentence }) => sentence).join('\n'))
  return result.value
}

describe('a file of catalogues', () => {
  it('adds editions, ids, catalogues and renumberings; what was held stays', () => {
    const update = used({
      title: 'December',
      asOf: '2026-12-15',
      catalogues: [
        atlas({ T0200: 'Something new' }),
        atlas({ T0119: 'Exploit Automated Artifact Processing Pipeline', T0135: 'One more' }, '2026.09'),
        fresh,
      ],
      aliases: [alias(['2026.09', 'T0134'], ['2026.12', 'T0200'], 'renamed')],
    })
    const merged = mergeCatalogues(shippedCatalogues, update)
    expect(titleIn(merged, { framework: 'mitre-atlas', edition: '2026.12', id: 'T0200' })).toBe('Something new')
    expect(titleIn(merged, { framework: 'mitre-atlas', edition: '2026.09', id: 'T0135' })).toBe('One more')
    expect(resolveAlias('T0134', merged)).toMatchObject({ type: 'one', now: { id: 'T0200', edition: '2026.12' } })
    expect(resolveAlias('H1', merged)).toMatchObject({ type: 'one', title: 'Own risk' })
    for (const framework of frameworks)
      for (const [edition, titles] of Object.entries(framework.editions))
        for (const [id, title] of Object.entries(titles))
          expect(titleIn(merged, { framework: framework.id, edition, id })).toBe(title)
    expect(merged.aliases.slice(0, shippedCatalogues.aliases.length)).toEqual(shippedCatalogues.aliases)
  })

  it('never changes what an id means', () => {
    const file = {
      catalogues: [atlas({ T0020: 'Something else', T0029: 'denial of ai service', T0300: 'New' }, 'v5.6.1')],
    }
    expect(sentences(file)).toEqual([
      'catalogues[0].editions.v5.6.1.T0020: T0020 of "mitre-atlas" v5.6.1 is "Poison Training Data" here, and "Something else" in the file. An id never changes its meaning: bring it under a new edition.',
    ])
    const { catalogues } = used(file)
    expect(Object.keys(catalogues[0]?.editions['v5.6.1'] ?? {})).toEqual(['T0029', 'T0300'])
    const merged = mergeCatalogues(shippedCatalogues, { catalogues, aliases: [] })
    expect(titleIn(merged, { framework: 'mitre-atlas', edition: 'v5.6.1', id: 'T0029' })).toBe('Denial of AI Service')
  })

  it('is held against what an earlier file brought, too', () => {
    const held = mergeCatalogues(shippedCatalogues, used({ catalogues: [fresh] }))
    const again = {
      ...head,
      catalogues: [{ ...fresh, editions: { '1': { H1: 'Another risk' }, '2': { H1: 'Another risk' } } }],
    }
    const result = readUpdateValue(again, held)
    expect(result.problems.map(({ sentence }) => sentence)).toEqual([
      'H1 of "house-list" 1 is "Own risk" here, and "Another risk" in the file. An id never changes its meaning: bring it under a new edition.',
    ])
    expect(result.ok && Object.keys(result.value.catalogues[0]?.editions ?? {})).toEqual(['2'])
  })

  it('is kept together with what an earlier file brought, and twice is once', () => {
    const renamed = alias(['2026.09', 'T0134'], ['2026.12', 'T0200'], 'renamed')
    const first = used({ title: 'First', catalogues: [fresh, atlas({ T0200: 'New' })], aliases: [renamed] })
    const result = readUpdate(JSON.stringify({ ...head, catalogues: [atlas({ T0201: 'Newer' })] }), heldWith(first))
    if (!result.ok) throw new Error('It can be read')
    const both = joinUpdates(first, result.value)
    expect(both).toMatchObject({ title: 'First', aliases: [renamed] })
    expect(both.catalogues.map(({ id }) => id)).toEqual(['house-list', 'mitre-atlas'])
    expect(both.catalogues[1]?.editions).toEqual({ '2026.12': { T0200: 'New', T0201: 'Newer' } })
    expect(joinUpdates(first, first)).toEqual(first)
    expect(joinUpdates(undefined, first)).toBe(first)
    expect(heldWith(undefined)).toBe(shippedCatalogues)
  })

  it.each<readonly [unknown, string]>([
    [[], 'catalogues[0]: A catalogue is an object with an id, a source and editions; this is an empty list.'],
    [{ ...fresh, id: 'House list' }, 'catalogues[0].id: A catalogue has an id of small letters, digits and hyphens.'],
    [
      { ...fresh, source: ' ' },
      'catalogues[0].source: Where the ids of "house-list" were read, and when, is not said: give it a source.',
    ],
    [{ ...fresh, title: undefined }, 'catalogues[0].title: "house-list" is new here and has no title.'],
    [
      { ...fresh, editions: [] },
      'catalogues[0].editions: "house-list" has no editions: ids stand under the name of their edition.',
    ],
    [
      { ...fresh, editions: { '1': 'H1' } },
      'catalogues[0].editions.1: The edition "1" of "house-list" is no list of ids with their titles.',
    ],
    [{ ...fresh, editions: { '1': { H1: '' } } }, 'catalogues[0].editions.1.H1: H1 of "house-list" 1 has no title.'],
    [{ ...fresh, editions: { '1': { H1: 3 } } }, 'catalogues[0].editions.1.H1: H1 of "house-list" 1 has no title.'],
    [
      { ...fresh, editions: { '1': { H1: 'x'.repeat(301) } } },
      'catalogues[0].editions.1.H1: The title of H1 has 301 characters; 300 is the most.',
    ],
    [
      { ...fresh, editions: { '1': { ' H1': 'x' } } },
      'catalogues[0].editions.1. H1: " H1" is no id: it has 1 to 40 characters and no space around it.',
    ],
  ])('refuses what cannot be used, and says where: %j', (catalogue, expected) => {
    expect(sentences({ catalogues: [catalogue] })).toEqual([expected])
    expect(read({ catalogues: [catalogue] }).ok).toBe(false)
    const beside = read({ catalogues: [catalogue, atlas({ T0200: 'New' })] })
    expect(beside.ok && beside.value.catalogues.map(({ id }) => id)).toEqual(['mitre-atlas'])
  })

  it.each<readonly [object, string]>([
    [{}, 'An alias has "from" and "to"'],
    [alias(['v5.6.1', 'T0029'], ['2026.09', 'T0132'], 'moved'), 'An alias has "from" and "to"'],
    [alias(['v5.6.1', 'T9999'], ['2026.09', 'T0132']), 'T9999 of "mitre-atlas" v5.6.1 is in no catalogue here.'],
    [alias(['v5.6.1', 'T0029'], ['v5.6.1', 'T0031']), 'T0029 and T0031 are not of two editions of one catalogue'],
    [
      alias(['v5.6.1', 'T0019'], ['2026.09', 'T0132']),
      'T0019 of v5.6.1 is already T0115.000 of 2026.09 here. An alias never changes its meaning.',
    ],
    [alias(['2026.09', 'T0115.000'], ['v5.6.1', 'T0019']), 'T0019 of v5.6.1 is already the earlier name of T0115.000'],
  ])('refuses an alias that cannot hold: %j', (wrong, expected) => {
    expect(sentences({ aliases: [wrong] })[0]).toContain(`aliases[0]: ${expected}`)
    expect(read({ aliases: [wrong] }).ok).toBe(false)
  })

  it('refuses two aliases of its own that contradict each other, and takes one said twice', () => {
    const first = alias(['v5.6.1', 'T0029'], ['2026.09', 'T0132'])
    expect(sentences({ aliases: [first, alias(['v5.6.1', 'T0029'], ['2026.09', 'T0133'])] })[0]).toContain('aliases[1]')
    expect(used({ aliases: [first, first] }).aliases).toHaveLength(2)
  })

  it.each([
    ['{', 'is not valid JSON'],
    ['[]', 'This is no file of catalogues'],
    ['{"format":"lintel/standards"}', 'This is no file of catalogues'],
    ['{"format":"lintel/catalogues","version":2}', 'Its version is 2; this Lintel reads version 1.'],
    ['{"format":"lintel/catalogues"}', 'Its version is nothing'],
    ['{"format":"lintel/catalogues","version":1}', 'There is nothing in it'],
    ['{"format":"lintel/catalogues","version":1,"catalogues":3}', '"catalogues" is a list; this is 3.'],
    [' '.repeat(2_000_001), '2 MB at most'],
  ])('refuses %.60s as a whole', (text, sentence) => {
    const result = readUpdate(text)
    expect(result.ok).toBe(false)
    expect(result.problems.map((problem) => problem.sentence).join()).toContain(sentence)
  })

  it('never throws, and never changes a shipped title, whatever is in it', () => {
    assert(
      property(jsonValue(), jsonValue(), (catalogue, titles) => {
        const editions = { 'v5.6.1': titles, x: catalogue }
        const result = readUpdateValue({
          ...head,
          catalogues: [catalogue, { id: 'mitre-atlas', source: 's', editions }],
          aliases: [catalogue],
        })
        for (const { sentence } of result.problems) expect(sentence).toMatch(/[.]$/u)
        if (!result.ok) return
        const merged = mergeCatalogues(shippedCatalogues, result.value)
        expect(titleIn(merged, { framework: 'mitre-atlas', edition: 'v5.6.1', id: 'T0020' })).toBe(
          'Poison Training Data',
        )
      }),
    )
  })
})
