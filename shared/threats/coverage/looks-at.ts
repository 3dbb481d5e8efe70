import type { Id } from '../../design/design.ts'
import type { Rule } from '../../findings/rule.ts'
import type { Graph } from '../../graph/graph.ts'
import type { Trait } from '../../kinds/kind.ts'

/** The boxes and arrows that a rule would speak of: boxes with any of these traits, arrows to boxes with any of those. */
interface Scope {
  readonly boxes?: readonly Trait[]
  readonly to?: readonly Trait[]
  readonly everyBox?: true
  readonly everyArrow?: true
  /** Boxes and arrows that run under a named identity, and what such an identity is granted. */
  readonly named?: true
}

const tools = ['runs-actions', 'external-tools', 'runs-code'] as const
const agents = ['plans-actions'] as const
const steered = ['plans-actions', 'orchestrates', 'generates-text'] as const
const answering = ['generates-text', 'predicts'] as const
const acting: Scope = { boxes: [...agents, ...tools], to: tools }
const ofModels: Scope = { boxes: answering }
const ofStores: Scope = { boxes: ['stores-data'] }
const ofData: Scope = { ...ofStores, everyArrow: true }
const ofClients: Scope = { boxes: ['client', 'renders-output'] }
const ofReviewers: Scope = { boxes: ['human-gate'] }
const ofTraining: Scope = { boxes: ['trains'] }
const ofAgents: Scope = { boxes: agents }

/** What each rule looks at; a rule may say it itself (`looksAt`). */
export const scopes: Readonly<Record<string, Scope>> = {
  'PI-01': { boxes: steered, to: ['generates-text'] },
  'PI-02': { boxes: steered, to: ['generates-text'] },
  'PI-03': { boxes: ['splits-documents', 'ingests', 'client'] },
  'PI-04': { boxes: ['versions-prompts'] },
  'PI-05': { boxes: ['versions-prompts', 'generates-text'], to: ['generates-text'] },
  'PI-06': ofClients,
  'P-01': acting,
  'P-02': ofAgents,
  'P-03': ofClients,
  'P-05': { boxes: ['memory', 'answers-search'] },
  'P-08': { boxes: [...agents, ...tools, 'gates', 'generates-text'], to: tools },
  'P-10': { boxes: ['vendor-hosted', 'stores-data', ...tools], everyArrow: true },
  'P-12': ofAgents,
  'P-13': { boxes: ['trains', 'generates-text'] },
  'P-14': { boxes: ['trains', 'self-hosted', 'predicts'] },
  'P-15': { boxes: [...agents, 'observes'] },
  'P-16': acting,
  'P-17': { boxes: ['stores-data', 'vendor-hosted', ...tools] },
  'P-18': ofTraining,
  'AG-01': acting,
  'AG-02': { boxes: tools },
  'AG-03': { named: true },
  'AG-04': { boxes: ['runs-code', 'runs-actions'] },
  'AG-05': ofAgents,
  'AG-07': { boxes: ['runs-actions'] },
  'AG-08': ofAgents,
  'AG-09': ofAgents,
  'AG-10': ofAgents,
  'AG-11': ofReviewers,
  'AG-12': acting,
  'MA-01': { boxes: agents, to: agents },
  'ID-01': { boxes: ['orchestrates', ...agents, ...tools, 'stores-data'], to: [...tools, 'stores-data'] },
  'ID-02': { named: true },
  'ID-03': { everyBox: true },
  'ID-04': { named: true },
  'MA-02': { boxes: agents, to: agents },
  'MA-04': { boxes: [...agents, 'memory', 'caches'], to: ['memory', 'caches'] },
  'MEM-01': { boxes: ['memory'] },
  'MEM-02': { boxes: ['memory', 'caches', 'answers-search'] },
  'OUT-01': ofClients,
  'OUT-02': { boxes: [...tools, 'stores-data'] },
  'OUT-03': { boxes: [...steered, 'stores-data'], to: ['stores-data'] },
  'OUT-04': { boxes: [...agents, 'orchestrates', 'releases', 'stores-data'], to: ['releases', 'stores-data'] },
  'OUT-05': { boxes: ['gates'] },
  'OUT-07': { boxes: [...agents, 'orchestrates', 'stores-data'], to: ['stores-data'] },
  'RAG-01': { boxes: ['answers-search'], to: ['answers-search'] },
  'RAG-02': { boxes: ['answers-search', 'ingests'], to: ['answers-search'] },
  'RAG-04': { boxes: ['answers-search'] },
  'RAG-05': { boxes: ['answers-search', 'ingests'] },
  'RAG-06': { boxes: ['answers-search', 'ingests', 'splits-documents'] },
  'SUP-01': { boxes: ['self-hosted'] },
  'SUP-02': { boxes: ['external-tools'] },
  'SUP-03': ofTraining,
  'SUP-04': { boxes: ['generates-text', 'embeds'] },
  'SUP-05': { boxes: ['trains', 'self-hosted'] },
  'SUP-07': { boxes: ['runs-actions'] },
  'TRN-01': ofTraining,
  'TRN-03': { boxes: ['trains', 'predicts', 'self-hosted'] },
  'TRN-04': ofTraining,
  'ML-01': { boxes: ['predicts'] },
  'ML-02': { boxes: ['predicts'] },
  'ML-03': { boxes: ['predicts'] },
  'PRV-01': { boxes: ['vendor-hosted', 'orchestrates', ...tools], to: ['vendor-hosted', ...tools] },
  'PRV-02': { boxes: ['observes'], to: ['observes'] },
  'PRV-03': { boxes: ['vendor-hosted'] },
  'PRV-06': ofData,
  'PRV-07': ofModels,
  'PRV-08': { boxes: ['stores-data', 'trains'] },
  'PRV-09': { boxes: ['trains', 'evaluates'] },
  'PRV-11': ofStores,
  'PRV-12': { boxes: ['vendor-hosted'] },
  'PRV-13': { boxes: tools },
  'DAT-07': ofData,
  'RAI-01': ofModels,
  'RAI-03': ofReviewers,
  'RAI-04': ofClients,
  'RAI-06': { boxes: ['generates-text', 'client'], to: ['generates-text'] },
  'RAI-09': ofModels,
  'RAI-10': ofClients,
  'RAI-12': ofReviewers,
  'REL-01': { boxes: ['generates-text', 'predicts', 'embeds', 'fronts-models'], to: ['generates-text'] },
  'GOV-03': { boxes: ['generates-text', 'predicts', ...agents, ...tools, 'versions-prompts'] },
  'DOS-01': { boxes: ['generates-text', 'entry', 'fronts-models'], to: ['generates-text'] },
  'INF-01': { everyArrow: true },
  'INF-02': { boxes: ['stores-data', 'generates-text', 'self-hosted', 'predicts'], to: ['stores-data'] },
  'INF-03': ofStores,
  'OBS-01': ofAgents,
  'OBS-02': { boxes: ['observes'] },
}

/** The boxes and arrows in scope that a rule of the catalogue looks at. */
export function scopeOf(graph: Graph, rule: Rule): readonly Id[] {
  const scope = scopes[rule.id]
  if (scope === undefined) return []
  const has = (id: Id, traits: readonly Trait[] = []): boolean => traits.some((trait) => graph.has(id, trait))
  const granted = (graph.design.identities ?? []).flatMap(({ grants = [] }) => grants.map(({ on }) => on))
  const isNamed = (id: Id, as: Id | undefined): boolean =>
    scope.named === true && (as !== undefined || granted.includes(id))
  const boxes = graph.components.filter(
    ({ id, as }) => scope.everyBox === true || isNamed(id, as) || has(id, scope.boxes),
  )
  const arrows = graph.flows.filter(
    ({ id, callee, flow }) => scope.everyArrow === true || isNamed(id, flow.as) || has(callee, scope.to),
  )
  return [...boxes, ...arrows].map(({ id }) => id)
}
