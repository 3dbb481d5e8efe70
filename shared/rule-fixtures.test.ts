import { describe, expect, it } from 'vitest'
import { collections } from './design/collections.ts'
import type { Design, Id } from './design/design.ts'
import { applyPatch } from './design/patch.ts'
import type { Finding } from './findings/finding.ts'
import { rankOf } from './findings/rate.ts'
import { inspect } from './findings/testing/inspect.ts'
import { edited } from './findings/testing/mini-design.ts'
import { printFindings } from './findings/testing/print-finding.ts'
import { rules } from './rules.ts'
import { findControl } from './threats/controls.ts'
import { titleOf } from './threats/frameworks/index.ts'
import { fixtures, fixtureOf, open } from './findings/testing/rule-fixtures.ts'

function idsOf(design: Design): readonly Id[] {
  const conditions = (design.baselines ?? []).flatMap((baseline) => baseline.conditions ?? [])
  const elements = collections.flatMap((collection): readonly { readonly id: Id }[] => design[collection] ?? [])
  return [...elements, ...conditions].map(({ id }) => id)
}

/** Where a control would stand: at the remedy, else at the first that the finding holds on to. */
function placesOf(findings: readonly Finding[]): readonly (Finding & { readonly on: Id })[] {
  return findings.flatMap((finding) => {
    const [on] = standsOf(finding)
    return on === undefined ? [] : [{ ...finding, on }]
  })
}
/** All places where a firm control closes it: at the remedy, and at each end that the finding holds on to. */
function standsOf({ remedy, anchors }: Finding): readonly Id[] {
  return [...new Set([...(remedy === undefined ? [] : [remedy.at]), ...anchors])]
}

/** The design with a control of this type on this element. */
function withControl(design: Design, type: string, on: Id, status: 'planned' | 'inPlace'): Design {
  return { ...design, controls: [...(design.controls ?? []), { id: 'ctl-x', type, on: [on], status }] }
}

function findingIn(findings: readonly Finding[], id: string): Finding | undefined {
  return findings.find((finding) => finding.id === id)
}

describe.each(rules)('$id $title', (rule) => {
  const { fails, passes, alsoFails = [], alsoPasses = [], repair } = fixtureOf(rule.id)
  const findIn = (design: Design): readonly Finding[] => open(inspect(design, [rule]).findings)

  it('is found in the design that has it, and not in the one that has not', () => {
    for (const design of [fails, ...alsoFails]) expect(findIn(design)).not.toEqual([])
    for (const design of [passes, ...alsoPasses]) expect(findIn(design)).toEqual([])
  })

  it('says nothing, and asks nothing, where its fixture wants quiet', () => {
    for (const design of fixtureOf(rule.id).quiet ?? []) {
      const { findings, questions } = inspect(design, [rule])
      expect(open(findings)).toEqual([])
      expect(questions.flatMap((question) => question.rules)).toEqual([])
    }
  })

  it('says in each design what its fixture expects', () => {
    for (const [design, ...words] of fixtureOf(rule.id).says ?? []) {
      const said = printFindings(inspect(design, [rule]).findings)
      for (const each of words) expect(said).toContain(each)
    }
  })

  it('is one line with another rule where its fixture says that the cause is one', () => {
    for (const [design, other, ...words] of fixtureOf(rule.id).beside ?? []) {
      const said = printFindings(inspect(design, [rule, ...rules.filter(({ id }) => id === other)]).findings)
      for (const each of words) expect(said).toContain(each)
    }
  })

  it('asks in each design what its fixture expects, and nothing else', () => {
    for (const [design, ...texts] of fixtureOf(rule.id).asks ?? []) {
      const asked = inspect(design, [rule]).questions.filter((question) => question.rules.length > 0)
      expect(asked.map(({ text }) => text)).toEqual(texts.map((text) => expect.stringContaining(text) as string))
    }
  })

  it('goes when one element that it names is edited or removed', () => {
    expect(findIn(fails).flatMap(({ elements }) => elements)).toContain(repair.on)
    expect(findIn(edited(fails, repair.on, repair.change))).toEqual([])
  })

  it('is never worse than it says, and critical only with a path, somebody on it and something at its end', () => {
    for (const finding of findIn(fails)) {
      expect(rankOf(finding.severity)).toBeGreaterThanOrEqual(rankOf(rule.severity))
      if (finding.severity !== 'critical') continue
      expect(finding.path?.length).toBeGreaterThanOrEqual(3)
      expect(Object.keys(finding.facts)).toEqual(expect.arrayContaining(['actor', 'asset']))
    }
  })

  it('shows the arithmetic of its severity, from what the rule says to what is shown', () => {
    const words = (severity: string): string => severity.charAt(0).toUpperCase() + severity.slice(1)
    for (const { weighed, severity } of findIn(fails)) {
      expect(weighed.startsWith(`${words(rule.severity)} at most by its rule.`)).toBe(true)
      expect(weighed.toLowerCase()).toContain(severity)
      expect(weighed).toMatch(/\.$/u)
    }
  })

  it('refers to ids that exist in the pinned editions', () => {
    expect(rule.references).not.toEqual([])
    for (const reference of rule.references) expect([reference, titleOf(reference)]).not.toContain(undefined)
  })

  it('proposes controls of the catalogue, at elements of the design, and quick fixes that work', () => {
    const ids = idsOf(fails)
    for (const { id, remedy, quickFix, elements } of findIn(fails)) {
      for (const element of elements) expect(ids).toContain(element)
      if (remedy !== undefined) {
        expect(findControl(remedy.control)?.strength).toBe(remedy.strength)
        expect(ids).toContain(remedy.at)
      }
      if (quickFix === undefined) continue
      expect(findIn(applyPatch(fails, quickFix.patch)).map((finding) => finding.id)).not.toContain(id)
    }
  })

  it('reads mitigated under each firm control that it names, by that control, once it is in place and not before', () => {
    const designs = [fails, ...alsoFails]
    for (const type of rule.closedBy ?? []) {
      expect([type, findControl(type)?.strength]).toEqual([type, 'deterministic'])
      for (const [design, finding, on] of designs.flatMap((each) =>
        findIn(each).flatMap((found) => standsOf(found).map((place) => [each, found, place] as const)),
      )) {
        const standing = (status: 'planned' | 'inPlace') => inspect(withControl(design, type, on, status), [rule])
        expect([type, findingIn(standing('planned').findings, finding.id)?.status]).toEqual([type, 'open'])
        const { findings, questions } = standing('inPlace')
        const { status, treatedBy } = findingIn(findings, finding.id) ?? {}
        expect([type, finding.id, on, status, treatedBy]).toEqual([type, finding.id, on, 'mitigated', 'ctl-x'])
        expect(questions.filter(({ elements }) => elements.some((each) => each.on === on))).toEqual([])
      }
    }
  })

  it('is left open by each soft control that it names, one step less likely and never worse, and says why', () => {
    for (const { control, why } of rule.softenedBy ?? []) {
      expect([control, findControl(control)?.strength]).toEqual([control, 'probabilistic'])
      for (const { id, on, rating, severity } of placesOf(findIn(fails))) {
        const softened = { ...fails, controls: [{ id: 'ctl-x', type: control, on: [on], status: 'inPlace' as const }] }
        const after = findingIn(inspect(softened, [rule]).findings, id)
        expect(after?.status).toBe('open')
        // One step has to be there to be taken.
        expect(rating?.likelihood).toBeGreaterThan(1)
        expect(after?.rating).toMatchObject({ likelihood: (rating?.likelihood ?? 0) - 1, softenedBy: 'ctl-x' })
        expect(after?.rating?.why).toContain(why)
        expect(rankOf(after?.severity ?? 'critical')).toBeGreaterThanOrEqual(rankOf(severity))
      }
    }
  })

  it('speaks of names, never of ids', () => {
    const { findings, questions } = inspect(fails, [rule])
    const sentences = [
      ...findings.flatMap(({ problem, fix, remedy, quickFix, rating }) => [
        problem,
        fix,
        remedy?.title,
        quickFix?.label,
        rating?.why,
      ]),
      ...questions.flatMap(({ text, ask }) => [text, ask]),
    ]
    for (const sentence of sentences) {
      expect(sentence ?? '').not.toMatch(/(?:^|[\s"'(])[a-z]-[a-z]/u)
      expect(sentence ?? '').not.toMatch(/undefined|NaN| {2}|!/u)
    }
  })
})

/** Where the hidden fact says whether there is anything to close: what a tool does, what a page shows, who is called as whom. */
const undecided: readonly string[] = [
  'P-01',
  'P-10',
  'P-14',
  'PI-05',
  'OUT-01',
  'OUT-02',
  'ID-01',
  'INF-02',
  'ML-02',
  'TRN-03',
  'TRN-04',
]

describe.each(
  fixtures.flatMap(({ rule, fails, unknown }) => (unknown === undefined ? [] : [{ rule, fails, unknown }])),
)('$rule while a fact is unknown', ({ rule, fails, unknown }) => {
  it('is a question and no finding', () => {
    const asking = unknown.by ?? rule
    const asked = rules.filter(({ id }) => id === rule || id === asking)
    const { findings, questions } = inspect(edited(fails, unknown.on, unknown.change), asked)
    expect(open(findings).filter((finding) => finding.rule === rule)).toEqual([])
    expect(questions.flatMap((question) => question.rules)).toContain(asking)
  })

  it('is closed by a firm control that stands there, and nobody is asked what would change nothing', () => {
    const [asked] = rules.filter(({ id }) => id === rule)
    if (asked === undefined || unknown.by !== undefined) return
    for (const type of asked.closedBy ?? [])
      for (const finding of open(inspect(fails, [asked]).findings)) {
        const [on = ''] = standsOf(finding)
        const hidden = withControl(edited(fails, unknown.on, unknown.change), type, on, 'inPlace')
        const { findings, questions } = inspect(hidden, [asked])
        expect([type, on, findings.length > 0]).toEqual([type, on, !undecided.includes(rule)])
        for (const each of findings) expect([type, on, each.treatedBy]).toEqual([type, on, 'ctl-x'])
        if (findings.length > 0) expect([type, questions.flatMap((question) => question.rules)]).toEqual([type, []])
      }
  })
})
