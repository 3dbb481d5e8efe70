import { thaw } from '../baselines/freeze.ts'
import { collections, modelCollections } from '../design/collections.ts'
import type { Baseline, Design, Element, Framing, Id, Json, Patch } from '../design/design.ts'

/** The elements marked internal, what stands inside an internal boundary, and what starts or ends at any of them. */
export function internalIds(design: Design): ReadonlySet<Id> {
  const hidden = new Set<Id>()
  for (const list of collections)
    for (const element of design[list] ?? []) if (element.internal === true) hidden.add(element.id)
  // A boundary hides what is in it; boundaries nest, so repeat until nothing is added.
  for (let before = -1; before !== hidden.size;) {
    before = hidden.size
    for (const element of [...(design.boundaries ?? []), ...(design.components ?? [])]) {
      if (element.in !== undefined && hidden.has(element.in)) hidden.add(element.id)
    }
  }
  for (const flow of design.flows ?? []) if (hidden.has(flow.from) || hidden.has(flow.to)) hidden.add(flow.id)
  for (const action of design.actions ?? []) if (hidden.has(action.starts)) hidden.add(action.id)
  return hidden
}

/** What a question that rules ask is about: one field of one element, or a topic of the design. */
export function questionPlace(on: Id, field: string | undefined): string {
  return `${on} ${field ?? ''}`
}

/** The places of questions that are marked internal. */
export function internalQuestions({ questions = [] }: Design): ReadonlySet<string> {
  return new Set(
    questions.flatMap(({ internal, about }) =>
      internal === true && about !== undefined ? [questionPlace(about.on, about.field)] : [],
    ),
  )
}

/** The design without these elements, and without any word of them in what points at them. */
export function withoutElements(design: Design, hidden: ReadonlySet<Id>): Design {
  const shown = <E extends Element>(elements: readonly E[] | undefined): readonly E[] =>
    (elements ?? []).filter(({ id }) => !hidden.has(id))
  const only = (ids: readonly Id[]): readonly Id[] => ids.filter((id) => !hidden.has(id))
  return {
    ...design,
    boundaries: shown(design.boundaries),
    identities: shown(design.identities),
    controls: shown(design.controls),
    actions: shown(design.actions),
    workloads: shown(design.workloads),
    requirements: shown(design.requirements),
    decisions: shown(design.decisions),
    treatments: shown(design.treatments),
    risks: shown(design.risks),
    assumptions: shown(design.assumptions),
    questions: shown(design.questions),
    views: shown(design.views),
    variants: shown(design.variants).map((variant) => ({
      ...variant,
      changes: changesWithout(variant.changes, hidden),
    })),
    parked: shown(design.parked),
    workItems: shown(design.workItems),
    reviews: shown(design.reviews),
    baselines: shown(design.baselines).map((baseline) => baselineWithout(baseline, hidden)),
    ...(design.framing === undefined ? {} : { framing: framingWithout(design.framing, hidden) }),
    data: shown(design.data),
    components: shown(design.components).map((component) =>
      component.holds === undefined ? component : { ...component, holds: only(component.holds) },
    ),
    flows: shown(design.flows).map((flow) => ({
      ...flow,
      ...(flow.request?.data === undefined ? {} : { request: { ...flow.request, data: only(flow.request.data) } }),
      ...(flow.response?.data === undefined ? {} : { response: { ...flow.response, data: only(flow.response.data) } }),
    })),
  }
}

function changesWithout(changes: Patch, hidden: ReadonlySet<Id>): Patch {
  const kept: Record<string, unknown> = { ...changes }
  for (const collection of modelCollections) {
    const own = changes[collection]
    if (own !== undefined) kept[collection] = Object.fromEntries(Object.entries(own).filter(([id]) => !hidden.has(id)))
  }
  return kept
}

/** What was frozen, without what is internal now or was then. */
function baselineWithout(baseline: Baseline, hidden: ReadonlySet<Id>): Baseline {
  const { findings, conditions } = baseline
  return {
    ...baseline,
    // A design is plain JSON; its types only say more.
    frozen: withoutElements(thaw(baseline), hidden) as unknown as Json,
    ...(findings === undefined
      ? {}
      : {
          findings: Object.fromEntries(
            Object.entries(findings).filter(([, { on }]) => !on.some((id) => hidden.has(id))),
          ),
        }),
    ...(conditions === undefined
      ? {}
      : { conditions: conditions.filter(({ about = [] }) => !about.some((id) => hidden.has(id))) }),
  }
}

/** A kind of answer of an internal action is internal too; a measure stays, without the internal requirement behind it. */
function framingWithout(framing: Framing, hidden: ReadonlySet<Id>): Framing {
  const { measures, answers, ...texts } = framing
  return {
    ...texts,
    ...(answers === undefined
      ? {}
      : { answers: answers.filter(({ action }) => action === undefined || !hidden.has(action)) }),
    ...(measures === undefined
      ? {}
      : {
          measures: measures.map((measure) => {
            const { requirement, ...rest } = measure
            return requirement !== undefined && hidden.has(requirement) ? rest : measure
          }),
        }),
  }
}

/** The names that hidden elements have, and no element that is shown. */
export function hiddenNames(designs: readonly Design[], hidden: ReadonlySet<Id>): readonly string[] {
  const secret = new Set<string>()
  const open = new Set<string>()
  for (const design of designs) {
    for (const list of collections) {
      for (const element of design[list] ?? []) {
        if (element.name !== undefined && element.name.trim().length > 2) {
          const names = hidden.has(element.id) ? secret : open
          names.add(element.name.trim())
        }
      }
    }
  }
  return [...secret].filter((name) => !open.has(name)).toSorted((a, b) => b.length - a.length)
}
