import { assert, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Component, Design, Settings } from '../design.ts'
import { parsePath, valueAt } from '../json-path.ts'
import { soundDesign } from '../sound.ts'
import { arbitraryDesign, runs } from '../testing/arbitrary-design.ts'
import { smallVocabulary } from '../testing/vocabulary.ts'
import { permissiveVocabulary } from '../vocabulary.ts'
import { checkInvariants } from './check-invariants.ts'
import { invariants } from './index.ts'
import { buildContext } from './invariant.ts'
import { base, type BrokenDesign, check, option, steps, withSearch } from './testing/base-design.ts'
import { brokenReferences } from './testing/broken-references.ts'
import { brokenPlans } from './testing/broken-plans.ts'
import { brokenValues } from './testing/broken-values.ts'
import { brokenUses } from './testing/broken-uses.ts'

const broken: readonly BrokenDesign[] = [...brokenReferences, ...brokenPlans, ...brokenValues, ...brokenUses]

const withLoader = (settings: Settings): Partial<Design> => ({
  components: [
    ...(base.components ?? []),
    { id: 'load', name: 'Loader', kind: 'ingestion' },
    { id: 'library', name: 'Library', kind: 'store', settings },
  ],
  flows: [...(base.flows ?? []), { id: 'f-l', from: 'load', to: 'library' }, { id: 'f-w', from: 'load', to: 'index' }],
})

describe('the laws of the document', () => {
  it('are numbered as the document says', () => {
    const codes = [...new Set(invariants.map((invariant) => invariant.code))].toSorted()
    const numbers = codes.map((code) => Number(code.slice(1))).toSorted((left, right) => left - right)
    expect(numbers).toEqual(Array.from({ length: 25 }, (_, index) => index + 1))
  })

  it('have nothing to say about a sound design', () => {
    expect(check({})).toEqual([])
    assert(
      property(arbitraryDesign, (design) => {
        expect(checkInvariants(design, permissiveVocabulary).filter((problem) => problem.level === 'error')).toEqual([])
      }),
      runs(80),
    )
  })

  it.each(broken)('%s', (code, changes, sentence, path) => {
    const problems = check(changes)
    expect(problems.filter((problem) => problem.code === code)).toMatchObject([{ sentence, path }])
    expect(problems.every((problem) => problem.sentence.endsWith('.') || problem.sentence.endsWith('?'))).toBe(true)
  })

  it.each(broken)('%s names a place that is there', (_code, changes, _sentence, path) => {
    const inside = parsePath(path)
    expect(valueAt({ ...base, ...changes }, inside)).toBeDefined()
  })

  it('each have a broken design above', () => {
    const tried = new Set(broken.map(([code]) => code))
    expect(invariants.map((invariant) => invariant.code).filter((code) => code !== 'E11' && !tried.has(code))).toEqual(
      [],
    )
  })

  it('let a loader run once for the documents that somebody counted, though no action starts there', () => {
    const loading = (settings: Settings) => check(withLoader(settings)).filter(({ code }) => code === 'W23')
    expect(loading({ documents: 40_000 })).toEqual([])
    expect(loading({})).toHaveLength(2)
  })
  it('ask about numbers beyond all that is known, which are computed as they stand', () => {
    const asked = (changes: Partial<Design>) => {
      const problems = check(changes)
      expect(problems.every(({ level }) => level === 'warning')).toBe(true)
      expect(soundDesign({ ...base, ...changes }, smallVocabulary)).toEqual({ ...base, ...changes })
      return problems.map(({ sentence, path }) => ({ sentence, path }))
    }
    expect(asked(steps([{ call: 'f-search', times: 1e9 }]))).toEqual([
      {
        sentence:
          '"Answer service" repeats a step 1,000,000,000 times for one request. Is it meant? It is computed as it stands.',
        path: 'components[1].plans[0].steps[0].times',
      },
    ])
    expect(asked(withSearch({ call: { resultTokens: 1e12 } }))).toMatchObject([
      {
        sentence: expect.stringMatching(/more than any model reads or writes at once\. Is it meant\?/) as string,
        path: 'flows[1].call.resultTokens',
      },
    ])
    expect(asked(steps([{ call: 'f-search', times: 400 }]))).toEqual([])
    expect(asked(withSearch({ call: { resultTokens: 1e7 } }))).toEqual([])
  })
  it('say nothing about what only a variant adds, where records may name it', () => {
    const problems = check({
      ...option({ components: { cache: { name: 'Cache', kind: 'app' } } }),
      decisions: [{ id: 'adr', name: 'Cache', number: 1, status: 'proposed', options: [], about: ['cache'] }],
    })
    expect(problems).toEqual([])
  })
})

describe('laws that are not asked again', () => {
  const bare = ({ settings: _settings, product: _product, ...rest }: Component): Component => rest
  const withoutSettings = (design: Design): Design =>
    design.components === undefined ? design : { ...design, components: design.components.map(bare) }

  const all = [
    ...broken.map(([code, changes]) => [code, changes] as const),
    ['W23', withLoader({ documents: 40_000 })] as const,
    ['W23', withLoader({})] as const,
  ]

  it.each(all)('%s hang on no setting unless they say so', (_code, changes) => {
    const design = { ...base, ...changes }
    const [whole, few] = [design, withoutSettings(design)].map((each) => buildContext(each, smallVocabulary))
    for (const { readsSettings, check: ask } of invariants) {
      if (readsSettings !== true && whole && few) expect([...ask(few)]).toEqual([...ask(whole)])
    }
  })

  it.each(all)('%s say of an edit what they say of the design that it leads to', (_code, changes) => {
    const design = { ...base, ...changes }
    const edits: readonly ((box: Component) => Component)[] = [
      bare,
      (box) => ({ ...box, settings: { ...box.settings, p50Ms: { value: 3, low: 5 }, nonsense: 1 }, product: 'none' }),
      (box) => ({ ...box, settings: { ...box.settings, documents: 40_000 } }),
      (box) => ({ ...box, kind: 'unheard-of' }),
      ({ plans: _plans, ...box }) => box,
      (box) => ({ ...box, name: 'x'.repeat(20_000) }),
    ]
    for (const edit of edits) {
      for (const place of design.components?.keys() ?? []) {
        checkInvariants(design, smallVocabulary)
        const components = design.components?.map((box, index) => (index === place ? edit(box) : box)) ?? []
        const edited = { ...design, components }
        const anew = structuredClone(edited)
        expect(checkInvariants(edited, smallVocabulary)).toEqual(checkInvariants(anew, smallVocabulary))
      }
    }
  })
})

describe('the sound design', () => {
  it.each(broken)('is left without what %s refuses', (code, changes) => {
    const design = { ...base, ...changes }
    const sound = soundDesign(design, smallVocabulary)
    const left = checkInvariants(sound, smallVocabulary).filter((problem) => problem.level === 'error')
    expect(left.filter((problem) => !['E20', 'E24'].includes(problem.code))).toEqual([])
    // The rest is still computed.
    expect(sound.components?.map(({ id }) => id)).toEqual(expect.arrayContaining(['user', 'app', 'index']))
    if (code.startsWith('W')) expect(sound).toBe(design)
  })

  it('keeps an element that has the id of the design, which goes by another one', () => {
    const design = { ...base, id: 'app' }
    const { components, flows, id } = soundDesign(design, smallVocabulary)
    expect({ components, flows }).toEqual({ components: base.components, flows: base.flows })
    expect(id).toBe('app-design')
    expect(checkInvariants(design, smallVocabulary)).toMatchObject([{ code: 'E1', element: 'app' }])
  })

  it('is the same object when nothing is wrong', () => {
    expect(soundDesign(base, smallVocabulary)).toBe(base)
  })
})
