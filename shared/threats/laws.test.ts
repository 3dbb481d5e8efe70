import { assert, constantFrom, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Component, Design, Flow, Id } from '../design/design.ts'
import { removeElements } from '../design/edit/index.ts'
import { runs } from '../design/testing/arbitrary-design.ts'
import { estimateDesign } from '../estimate/estimate-design.ts'
import type { Finding } from '../findings/finding.ts'
import { rankOf } from '../findings/rate.ts'
import { runRules } from '../findings/run.ts'
import { flatPrices } from '../findings/testing/inspect.ts'
import { miniDesign } from '../findings/testing/mini-design.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { buildLineage } from '../graph/build-lineage.ts'
import { kinds } from '../kinds/index.ts'
import { products } from '../kinds/products/index.ts'
import { threats } from './catalog/index.ts'
import { controls } from './controls.ts'
import { arbitraryThreatened } from './testing/arbitrary-threatened.ts'

/** No threat reads the estimate or a verdict on a requirement other than a waiver: those of a blank design stand in. */
const estimate = estimateDesign(buildGraph(miniDesign({}), kinds, products), flatPrices)
function judge(design: Design): ReturnType<typeof runRules> {
  const graph = buildGraph(design, kinds, products)
  return runRules({
    rules: threats,
    graph,
    lineage: buildLineage(graph),
    estimate,
    requirements: [],
    today: '2026-11-21',
  })
}
const threatsIn = (design: Design): readonly Finding[] => judge(design).findings
const open = (findings: readonly Finding[]): readonly Finding[] => findings.filter(({ status }) => status === 'open')
/** What stands for a finding when lines are merged by cause: itself, or the line that took it in. */
const speaksFor = (line: Finding, { id, rule }: Finding): boolean => line.id === id || line.aliases.includes(rule)

describe('the threat engine', () => {
  it('has much to say about the designs that these laws are tried on', () => {
    const said = new Set<string>()
    assert(
      property(arbitraryThreatened, (design) => {
        for (const { rule, aliases } of threatsIn(design)) for (const id of [rule, ...aliases]) said.add(id)
      }),
      { ...runs(150), seed: 7 },
    )
    expect(said.size).toBeGreaterThan(25)
  })

  it('finds nothing new and nothing worse when a firm control is put in place', () => {
    const firm = controls.filter(({ strength }) => strength === 'deterministic').map(({ type }) => type)
    assert(
      property(
        tuple(arbitraryThreatened, constantFrom(...firm), constantFrom(0, 1, 2, 3, 4)),
        ([design, type, turn]) => {
          const on = elementsOf(design).filter((_, index) => index % 5 === turn)
          const before = open(threatsIn(design))
          const control = { id: 'ctl-law', type, on, status: 'inPlace' as const }
          for (const after of open(threatsIn({ ...design, controls: [...(design.controls ?? []), control] }))) {
            const known = before.filter((line) => speaksFor(line, after))
            expect([type, after.id, known.length > 0]).toEqual([type, after.id, true])
            const worst = Math.min(...known.map(({ severity }) => rankOf(severity)))
            expect([after.id, rankOf(after.severity) >= worst]).toEqual([after.id, true])
          }
        },
      ),
      runs(150),
    )
  })

  it('finds no new way when an arrow is taken away that no gate and no log stands at', () => {
    assert(
      property(arbitraryThreatened.map(plain), (design) => {
        const graph = buildGraph(design, kinds, products)
        const before = threatsIn(design).filter(isWay)
        const idle = graph.flows.filter(({ caller, callee }) => ![caller, callee].some((id) => protects(design, id)))
        for (const { id } of idle.slice(0, 3)) {
          const after = threatsIn(removeElements(design, [id])).filter(isWay)
          // A line names the first of several ways: when that one goes, the next stands for it.
          const fresh = after.filter(
            (way) => !before.some((line) => speaksFor(line, way) || line.anchors[0] === way.anchors[0]),
          )
          expect([id, fresh.map((each) => each.id)]).toEqual([id, []])
        }
      }),
      runs(100),
    )
  })

  it('finds nothing new when a box writes to a log beside it', () => {
    assert(
      property(arbitraryThreatened, (design) => {
        // What nothing joins yet is a note of the architect's: an arrow of any kind would make it part of the design.
        const joined = new Set((design.flows ?? []).flatMap(({ from, to }) => [from, to]))
        for (const component of (design.components ?? []).filter(({ id }) => joined.has(id)).slice(0, 3)) {
          const before = threatsIn(design).map(withoutWords)
          const after = threatsIn(withLog(design, component))
          expect(after.filter((each) => !before.some(({ id }) => id === each.id)).map(({ id }) => id)).toEqual([])
        }
      }),
      runs(60),
    )
  })

  it('says the same in other words when things are renamed and moved', () => {
    assert(
      property(arbitraryThreatened, (design) => {
        expect(threatsIn(renamed(design)).map(withoutWords)).toEqual(threatsIn(design).map(withoutWords))
        expect(JSON.stringify(threatsIn(moved(design)))).toBe(JSON.stringify(threatsIn(design)))
      }),
      runs(100),
    )
  })

  it('says the same twice, to the byte', () => {
    assert(
      property(arbitraryThreatened, (design) => {
        expect(JSON.stringify(judge(structuredClone(design)))).toBe(JSON.stringify(judge(design)))
      }),
      runs(100),
    )
  })
})

function elementsOf(design: Design): readonly Id[] {
  return [...(design.components ?? []), ...(design.flows ?? []), ...(design.data ?? [])].map(({ id }) => id)
}

/** A way that is drawn: along at least one arrow. */
function isWay({ path, status }: Finding): boolean {
  return (path?.length ?? 0) >= 3 && status === 'open'
}

/**
 * Taking away the arrow to a gate, a log, a test or a limit takes away a protection: that may open a way. Who is no longer
 * called may begin on their own.
 */
function protects(design: Design, id: Id): boolean {
  const kind = kinds.find((each) => each.id === design.components?.find((component) => component.id === id)?.kind)
  const safe = [
    'gates',
    'observes',
    'evaluates',
    'limits-rate',
    'human-gate',
    'versions-models',
    'starts-requests',
  ] as const
  return safe.some((trait) => kind?.traits.includes(trait) === true)
}

/**
 * Its arrows name no data and its boxes no plan: what travels is all that is in hand, nothing has to be made where it is
 * sent, and no branch takes over from another.
 */
function plain(design: Design): Design {
  const { actions: _actions, workloads: _workloads, requirements: _requirements, framing: _framing, ...base } = design
  const flows = (base.flows ?? []).map(({ request: _request, response: _response, ...flow }): Flow => flow)
  const components = (base.components ?? []).map(({ plans: _plans, ...component }): Component => component)
  return { ...base, ...(flows.length === 0 ? {} : { flows }), ...(components.length === 0 ? {} : { components }) }
}

/** A log of which all is stated and in order, in the same zone as the box that writes to it. */
function withLog(design: Design, { id, in: within }: Component): Design {
  const settings = { redaction: true, encryptedAtRest: true, appendOnly: true, namesCaller: true, retentionDays: 30 }
  const place = within === undefined ? {} : { in: within }
  return {
    ...design,
    components: [
      ...(design.components ?? []),
      { id: 'c-law-log', name: 'Log', kind: 'observability', settings, ...place },
    ],
    flows: [...(design.flows ?? []), { id: 'a-law-log', from: id, to: 'c-law-log', mode: 'async', encrypted: true }],
  }
}

function renamed(design: Design): Design {
  const components = (design.components ?? []).map((each) => ({ ...each, name: `${each.name} of old` }))
  return { ...design, ...(components.length === 0 ? {} : { components }) }
}
function moved(design: Design): Design {
  const places = Object.fromEntries((design.components ?? []).map(({ id }, index) => [id, { x: index * 90, y: 7 }]))
  return { ...design, views: [{ id: 'v-law', name: 'Moved', places }] }
}

/** Everything but the sentences: what is found, where, how bad, by which way, and what would close it. */
function withoutWords({ id, rule, severity, status, anchors, elements, path, remedy, rating }: Finding) {
  const scores = rating === undefined ? undefined : [rating.likelihood, rating.impact]
  return { id, rule, severity, status, anchors, elements, path, at: remedy?.at, control: remedy?.control, scores }
}
