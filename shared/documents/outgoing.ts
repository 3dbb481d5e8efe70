import type { Analysis } from '../analysis.ts'
import type { Design, Element, Framing, Id } from '../design/design.ts'
import type { Estimate } from '../estimate/estimate.ts'
import type { CapacityEstimate } from '../estimate/estimate-parts.ts'
import type { Finding } from '../findings/finding.ts'
import type { DocumentContext } from './document.ts'
import { withoutHiddenGovernance } from './governance/outgoing-governance.ts'
import { withheldName } from './redact.ts'

/** What may leave: the context without anything marked internal, and the words that must not slip through. */
export interface Outgoing {
  readonly context: DocumentContext
  readonly withheld: Withheld
}
interface Withheld {
  /** Elements marked internal, with what stands or ends at them. */
  readonly elements: number
  readonly findings: number
  /** Names that belong to withheld elements only. */
  readonly names: readonly string[]
}

type Listed = 'components' | 'boundaries' | 'flows' | 'data' | 'identities' | 'controls' | 'actions' | 'workloads'
type Judged =
  | 'requirements'
  | 'decisions'
  | 'treatments'
  | 'risks'
  | 'assumptions'
  | 'questions'
  | 'parked'
  | 'workItems'
  | 'reviews'
  | 'baselines'
  | 'views'
  | 'variants'
const lists: readonly (Listed | Judged)[] = [
  'components',
  'boundaries',
  'flows',
  'data',
  'identities',
  'controls',
  'actions',
  'workloads',
  'requirements',
  'decisions',
  'treatments',
  'risks',
  'assumptions',
  'questions',
  'parked',
  'workItems',
  'reviews',
  'baselines',
  'views',
  'variants',
]

/**
 * Takes out what is marked internal: the elements, what stands inside an internal boundary, the arrows that end there,
 * and findings and questions about them. Totals stay true: they count what is not shown.
 */
export function withoutInternal(context: DocumentContext): Outgoing {
  const hidden = internalIds(context.design)
  if (hidden.size === 0) return { context, withheld: { elements: 0, findings: 0, names: [] } }
  const design = withoutElements(context.design, hidden)
  const { graph, analysis, estimateAt } = context
  const findings = analysis.findings.filter((finding) => !mentions(finding, hidden))
  const shown = new Set(findings)
  return {
    context: {
      ...context,
      isWithheld: true,
      ...(context.governance === undefined
        ? {}
        : { governance: withoutHiddenGovernance(context.governance, graph, hidden) }),
      design,
      analysis: withoutHidden(analysis, findings, hidden),
      ...(estimateAt === undefined
        ? {}
        : { estimateAt: (traffic: number) => withoutHiddenNumbers(estimateAt(traffic), hidden) }),
      graph: {
        ...graph,
        design,
        components: graph.components.filter(({ id }) => !hidden.has(id)),
        flows: graph.flows.filter(({ id }) => !hidden.has(id)),
        actions: graph.actions.filter(({ action }) => !hidden.has(action)),
        name: (id) => (hidden.has(id) ? withheldName : graph.name(id)),
      },
    },
    withheld: {
      elements: hidden.size,
      findings: analysis.findings.filter((finding) => !shown.has(finding)).length,
      names: hiddenNames(context.design, hidden),
    },
  }
}

export function internalIds(design: Design): ReadonlySet<Id> {
  const hidden = new Set<Id>()
  for (const list of lists)
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
    variants: shown(design.variants),
    parked: shown(design.parked),
    workItems: shown(design.workItems),
    reviews: shown(design.reviews),
    baselines: shown(design.baselines),
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

function mentions(finding: Finding, hidden: ReadonlySet<Id>): boolean {
  return [...finding.anchors, ...finding.elements, ...(finding.path ?? [])].some((id) => hidden.has(id))
}

function withoutHidden(analysis: Analysis, findings: readonly Finding[], hidden: ReadonlySet<Id>): Analysis {
  const { estimate } = analysis
  return {
    ...analysis,
    problems: analysis.problems.filter(({ element }) => element === undefined || !hidden.has(element)),
    findings,
    questions: analysis.questions.flatMap((group) => {
      const elements = group.elements.filter(({ on }) => !hidden.has(on))
      return elements.length === 0 && group.elements.length > 0 ? [] : [{ ...group, elements }]
    }),
    requirements: analysis.requirements
      .filter(({ requirement }) => !hidden.has(requirement))
      .map((result) => ({ ...result, elements: result.elements.filter((id) => !hidden.has(id)) })),
    estimate: withoutHiddenNumbers(estimate, hidden),
  }
}

function withoutHiddenNumbers(estimate: Estimate, hidden: ReadonlySet<Id>): Estimate {
  return {
    ...estimate,
    actions: estimate.actions
      .filter(({ action }) => !hidden.has(action))
      .map(({ heldBy, ...action }) =>
        heldBy === undefined || hidden.has(heldBy.element) ? action : { ...action, heldBy },
      ),
    flowsDone: estimate.flowsDone.filter(({ flow }) => !hidden.has(flow)),
    lines: estimate.lines.filter(({ component, flow, action }) =>
      [component, flow, action].every((id) => id === undefined || !hidden.has(id)),
    ),
    components: estimate.components.filter(({ component }) => !hidden.has(component)),
    capacity: withoutHiddenLimits(estimate.capacity, hidden),
    ledger: estimate.ledger.filter(({ on }) => on === undefined || !hidden.has(on)),
    tornados: estimate.tornados.map((tornado) => ({
      ...tornado,
      bars: tornado.bars.filter(({ on }) => !hidden.has(on)),
    })),
  }
}

function withoutHiddenLimits(capacity: CapacityEstimate, hidden: ReadonlySet<Id>): CapacityEstimate {
  const { saturatesFirst, ...rest } = capacity
  return {
    ...rest,
    components: capacity.components.filter(({ component }) => !hidden.has(component)),
    unlimited: capacity.unlimited.filter((id) => !hidden.has(id)),
    ...(saturatesFirst === undefined || hidden.has(saturatesFirst) ? {} : { saturatesFirst }),
  }
}

function hiddenNames(design: Design, hidden: ReadonlySet<Id>): readonly string[] {
  const secret = new Set<string>()
  const open = new Set<string>()
  for (const list of lists) {
    for (const element of design[list] ?? []) {
      if (element.name !== undefined && element.name.trim().length > 2) {
        const names = hidden.has(element.id) ? secret : open
        names.add(element.name.trim())
      }
    }
  }
  return [...secret].filter((name) => !open.has(name)).toSorted((a, b) => b.length - a.length)
}
