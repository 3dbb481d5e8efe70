import type { Analysis } from '../analysis.ts'
import type { Design, Element, Framing, Id } from '../design/design.ts'
import type { CapacityEstimate } from '../estimate/estimate-parts.ts'
import type { Finding } from '../findings/finding.ts'
import type { DocumentContext } from './document.ts'
import { withoutHiddenGovernance } from './governance/outgoing-governance.ts'
import type { Block, Inline, Outline, Picture, Text } from './outline.ts'

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
type Judged = 'requirements' | 'decisions' | 'treatments' | 'risks' | 'assumptions' | 'questions' | 'views' | 'variants'
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
  const { graph, analysis } = context
  const findings = analysis.findings.filter((finding) => !mentions(finding, hidden))
  const shown = new Set(findings)
  return {
    context: {
      ...context,
      ...(context.governance === undefined
        ? {}
        : { governance: withoutHiddenGovernance(context.governance, graph, hidden) }),
      design,
      analysis: withoutHidden(analysis, findings, hidden),
      graph: {
        ...graph,
        design,
        components: graph.components.filter(({ id }) => !hidden.has(id)),
        flows: graph.flows.filter(({ id }) => !hidden.has(id)),
        actions: graph.actions.filter(({ action }) => !hidden.has(action)),
        name: (id) => (hidden.has(id) ? 'an internal element' : graph.name(id)),
      },
    },
    withheld: {
      elements: hidden.size,
      findings: analysis.findings.filter((finding) => !shown.has(finding)).length,
      names: hiddenNames(context.design, hidden),
    },
  }
}

function internalIds(design: Design): ReadonlySet<Id> {
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

function withoutElements(design: Design, hidden: ReadonlySet<Id>): Design {
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
    estimate: {
      ...estimate,
      actions: estimate.actions
        .filter(({ action }) => !hidden.has(action))
        .map(({ heldBy, ...action }) =>
          heldBy === undefined || hidden.has(heldBy.element) ? action : { ...action, heldBy },
        ),
      flowsDone: estimate.flowsDone.filter(({ flow }) => !hidden.has(flow)),
      lines: estimate.lines.filter(({ component }) => !hidden.has(component)),
      components: estimate.components.filter(({ component }) => !hidden.has(component)),
      capacity: withoutHiddenLimits(estimate.capacity, hidden),
      ledger: estimate.ledger.filter(({ on }) => on === undefined || !hidden.has(on)),
      tornados: estimate.tornados.map((tornado) => ({
        ...tornado,
        bars: tornado.bars.filter(({ on }) => !hidden.has(on)),
      })),
    },
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

/** The last gate before a file is written: sentences that name a withheld element say "an internal element" instead. */
export function redact(outline: Outline, names: readonly string[]): Outline {
  if (names.length === 0) return outline
  const alternatives = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'giu')
  const clean = (text: string): string => text.replace(pattern, 'an internal element')
  return {
    ...outline,
    title: clean(outline.title),
    footer: clean(outline.footer),
    ...(outline.subtitle === undefined ? {} : { subtitle: clean(outline.subtitle) }),
    blocks: outline.blocks.map((block) => redactBlock(block, clean)),
    ...(outline.data === undefined ? {} : { data: redactData(outline.data, clean) as object }),
  }
}

/** What people read in a file of data; keys, references and words of its format stay as they are. */
const readable: ReadonlySet<string> = new Set(['name', 'description', 'value', 'trustZone', 'users', 'useCases'])

function redactData(data: unknown, clean: Clean, key = ''): unknown {
  if (typeof data === 'string') return readable.has(key) ? clean(data) : data
  if (Array.isArray(data)) return data.map((each) => redactData(each, clean, key))
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, redactData(value, clean, name)]))
}

type Clean = (text: string) => string

function redactText(text: Text, clean: Clean): Text {
  return text.map((inline): Inline =>
    typeof inline === 'string' ? clean(inline) : { ...inline, text: clean(inline.text) },
  )
}

function redactBlock(block: Block, clean: Clean): Block {
  switch (block.type) {
    case 'frontMatter':
    case 'pageBreak':
      return block
    case 'heading':
      return { ...block, text: clean(block.text) }
    case 'paragraph':
      return { ...block, text: redactText(block.text, clean) }
    case 'callout':
      return { ...block, title: clean(block.title), text: redactText(block.text, clean) }
    case 'list':
      return { ...block, items: block.items.map((item) => redactText(item, clean)) }
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map((cell) => redactText(cell, clean))) }
    case 'facts':
      return {
        ...block,
        rows: block.rows.map(({ label, value }) => ({ label: clean(label), value: redactText(value, clean) })),
      }
    case 'diagram':
      return { ...block, caption: clean(block.caption), picture: redactPicture(block.picture, clean) }
    case 'chart':
      return {
        ...block,
        caption: clean(block.caption),
        chart: {
          ...block.chart,
          categories: block.chart.categories.map(clean),
          series: block.chart.series.map((series) => ({ ...series, name: clean(series.name) })),
        },
      }
    case 'slide':
      return {
        ...block,
        title: clean(block.title),
        blocks: block.blocks.map((inner) => redactBlock(inner, clean)),
        ...(block.footnote === undefined ? {} : { footnote: clean(block.footnote) }),
        ...(block.speakerNotes === undefined ? {} : { speakerNotes: clean(block.speakerNotes) }),
      }
    default:
      return block satisfies never
  }
}

function redactPicture(picture: Picture, clean: Clean): Picture {
  return {
    ...picture,
    nodes: picture.nodes.map((node) => ({
      ...node,
      title: clean(node.title),
      ...(node.subtitle === undefined ? {} : { subtitle: clean(node.subtitle) }),
    })),
    edges: picture.edges.map((edge) => (edge.label === undefined ? edge : { ...edge, label: clean(edge.label) })),
  }
}
