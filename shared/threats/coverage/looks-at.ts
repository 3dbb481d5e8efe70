import type { Id } from '../../design/design.ts'
import type { Rule } from '../../findings/rule.ts'
import type { Graph } from '../../graph/graph.ts'
import type { Trait } from '../../kinds/kind.ts'

/** The boxes and arrows that a rule would speak of: boxes with any of these traits, arrows from or to such boxes. */
interface Scope {
  readonly boxes?: readonly Trait[]
  readonly to?: readonly Trait[]
  readonly from?: readonly Trait[]
  /** All arrows, whatever they join. */
  readonly everyArrow?: true
}

const tools = ['runs-actions', 'external-tools', 'runs-code'] as const
const models = ['generates-text'] as const
const agents = ['plans-actions'] as const
const stores = ['stores-data'] as const
const acting: Scope = { boxes: [...agents, ...tools], to: tools }

/** What each rule of the catalogue looks at; a rule may say it itself (`looksAt`). */
export const scopes: Readonly<Record<string, Scope>> = {
  'PI-01': { boxes: ['generates-text', 'plans-actions'], to: models },
  'PI-02': { boxes: ['generates-text', 'plans-actions'], to: models },
  'PI-05': { boxes: ['versions-prompts', 'generates-text'], to: models },
  'P-01': acting,
  'P-02': { boxes: agents },
  'P-08': acting,
  'P-16': acting,
  'AG-01': acting,
  'AG-04': { boxes: ['runs-code'] },
  'AG-05': { boxes: agents },
  'AG-09': { boxes: agents },
  'AG-10': { boxes: agents },
  'MA-01': { boxes: agents, to: agents },
  'ID-01': { boxes: ['orchestrates', 'plans-actions', ...tools, ...stores], to: [...tools, ...stores] },
  'ID-03': { everyArrow: true },
  'MEM-01': { boxes: ['memory'] },
  'MEM-02': { boxes: ['memory', 'caches', 'answers-search'] },
  'P-05': { boxes: ['memory', 'answers-search'] },
  'OUT-01': { boxes: ['renders-output'] },
  'P-03': { boxes: ['renders-output'] },
  'OUT-05': { boxes: ['gates'] },
  'OUT-02': { boxes: [...tools, ...stores] },
  'RAG-01': { boxes: ['answers-search'], to: ['answers-search'] },
  'RAG-02': { boxes: ['answers-search', 'ingests'], to: ['answers-search'] },
  'SUP-01': { boxes: ['self-hosted'] },
  'SUP-02': { boxes: ['external-tools'] },
  'SUP-03': { boxes: ['trains'] },
  'SUP-04': { boxes: ['generates-text', 'embeds'] },
  'SUP-07': { boxes: ['runs-actions'] },
  'PRV-01': { boxes: ['vendor-hosted', 'orchestrates'], to: ['vendor-hosted'] },
  'PRV-02': { boxes: ['observes'], to: ['observes'] },
  'PRV-03': { boxes: ['vendor-hosted'] },
  'P-10': { boxes: ['vendor-hosted', ...stores, ...tools], everyArrow: true },
  'DOS-01': { boxes: ['generates-text', 'entry', 'fronts-models'], to: models },
  'INF-01': { everyArrow: true },
  'INF-02': { boxes: stores, to: stores },
  'INF-03': { boxes: stores },
  'OBS-01': { boxes: agents },
}

/** The boxes and arrows in scope that a rule of the catalogue looks at. */
export function scopeOf(graph: Graph, rule: Rule): readonly Id[] {
  const scope = scopes[rule.id]
  if (scope === undefined) return []
  const has = (id: Id, traits: readonly Trait[] = []): boolean => traits.some((trait) => graph.has(id, trait))
  const boxes = graph.components.filter(({ id }) => has(id, scope.boxes))
  const arrows = graph.flows.filter(
    (flow) => scope.everyArrow === true || has(flow.callee, scope.to) || has(flow.caller, scope.from),
  )
  return [...boxes, ...arrows].map(({ id }) => id)
}
