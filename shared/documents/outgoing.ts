import type { Analysis } from '../analysis.ts'
import { thaw } from '../baselines/freeze.ts'
import type { Design, Id } from '../design/design.ts'
import { effectiveDesign } from '../design/effective.ts'
import type { ActionEstimate, Estimate } from '../estimate/estimate.ts'
import type { CapacityEstimate } from '../estimate/estimate-parts.ts'
import type { Finding } from '../findings/finding.ts'
import { sidesOf } from '../options/outcome.ts'
import type { DocumentContext } from './document.ts'
import { withoutHiddenGovernance } from './governance/outgoing-governance.ts'
import { hiddenNames, internalIds, internalQuestions, questionPlace, withoutElements } from './internal-elements.ts'
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

/**
 * Takes out what is marked internal: the elements, what stands inside an internal boundary, the arrows that end there,
 * and findings and questions about them. Totals stay true: they count what is not shown.
 */
export function withoutInternal(context: DocumentContext): Outgoing {
  const hidden = internalAnywhere(context)
  if (hidden.size === 0) return { context, withheld: { elements: 0, findings: 0, names: [] } }
  const design = withoutElements(context.design, hidden)
  const { graph, analysis, estimateAt, filed, base, variants } = context
  return {
    context: {
      ...context,
      isWithheld: true,
      ...(context.governance === undefined
        ? {}
        : { governance: withoutHiddenGovernance(context.governance, graph, hidden) }),
      design,
      ...(filed === undefined ? {} : { filed: withoutElements(filed, hidden) }),
      analysis: withoutAsked(withoutHidden(analysis, hidden), context.design),
      ...(base === undefined ? {} : { base: withoutHidden(base, hidden) }),
      ...(variants === undefined ? {} : { variants: variantsWithout(variants, hidden) }),
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
      findings: analysis.findings.filter((finding) => mentions(finding, hidden)).length,
      names: hiddenNames(sidesOfContext(context), hidden),
    },
  }
}

/** The design as shown, and as each of its other sides draws it. */
function sidesOfContext({ design, filed }: DocumentContext): readonly Design[] {
  if (filed === undefined) return [design]
  return [design, ...sidesOf(filed).map((side) => effectiveDesign(filed, side))]
}

/** A side that is not shown, and what was frozen, may hold something internal that the shown one does not. */
function internalAnywhere(context: DocumentContext): ReadonlySet<Id> {
  const frozen = (context.design.baselines ?? []).map(thaw)
  return new Set([...sidesOfContext(context), ...frozen].flatMap((design) => [...internalIds(design)]))
}

function mentions(finding: Finding, hidden: ReadonlySet<Id>): boolean {
  return [...finding.anchors, ...finding.elements, ...(finding.path ?? [])].some((id) => hidden.has(id))
}

function variantsWithout(
  variants: Readonly<Record<Id, Analysis>>,
  hidden: ReadonlySet<Id>,
): Readonly<Record<Id, Analysis>> {
  const shown = Object.entries(variants).filter(([id]) => !hidden.has(id))
  return Object.fromEntries(shown.map(([id, analysis]) => [id, withoutHidden(analysis, hidden)] as const))
}

function withoutHidden(analysis: Analysis, hidden: ReadonlySet<Id>): Analysis {
  const { estimate } = analysis
  return {
    ...analysis,
    problems: analysis.problems.filter(({ element }) => element === undefined || !hidden.has(element)),
    findings: analysis.findings.filter((finding) => !mentions(finding, hidden)),
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

/** Without the questions that are marked internal: those of rules have no element of their own to take out. */
function withoutAsked(analysis: Analysis, design: Design): Analysis {
  const asked = internalQuestions(design)
  if (asked.size === 0) return analysis
  return {
    ...analysis,
    questions: analysis.questions.flatMap((group) => {
      const elements = group.elements.filter(({ on, field }) => !asked.has(questionPlace(on, field ?? group.id)))
      const isOut = group.elements.length === 0 ? asked.has(questionPlace(design.id, group.id)) : elements.length === 0
      return isOut ? [] : [{ ...group, elements }]
    }),
  }
}

function withoutHiddenNumbers(estimate: Estimate, hidden: ReadonlySet<Id>): Estimate {
  return {
    ...estimate,
    actions: estimate.actions
      .filter(({ action }) => !hidden.has(action))
      .map((action) => withoutHiddenParts(action, hidden)),
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

function withoutHiddenParts(
  { heldBy, readAsAnswers = [], unanswered = [], ...action }: ActionEstimate,
  hidden: ReadonlySet<Id>,
): ActionEstimate {
  const back = readAsAnswers.filter((id) => !hidden.has(id))
  const handing = unanswered.filter((id) => !hidden.has(id))
  return {
    ...action,
    ...(heldBy === undefined || hidden.has(heldBy.element) ? {} : { heldBy }),
    ...(back.length === 0 ? {} : { readAsAnswers: back }),
    ...(handing.length === 0 ? {} : { unanswered: handing }),
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
