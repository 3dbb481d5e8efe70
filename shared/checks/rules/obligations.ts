import type { EvidenceId } from '../../governance/evidence/evidence.ts'
import { gatherEvidence } from '../../governance/evidence/gather.ts'
import { aiActTier } from '../../governance/index.ts'
import { modelInventory } from '../../governance/inventory.ts'
import { thirdPartyRegister } from '../../governance/third-parties.ts'
import { aiAct, nist } from '../../findings/refer.ts'
import { oncePerGraph } from '../../findings/graph-reading.ts'
import { defineRule, type Rule } from '../../findings/rule.ts'
import { askTopic } from '../../findings/standing.ts'
import { listNames, listWords } from '../../findings/wording.ts'
import { idsOf, isTrial, modelsAtWork } from '../at-work.ts'

/** Hundreds of ways to answer are tried: once for all rules. */
const tierOf = oncePerGraph((graph) => aiActTier(graph.design.answers, graph))

const tierOpen = defineRule({
  id: 'GOV-01',
  lenses: ['check'],
  title: 'The tier under the EU AI Act has not been assessed',
  severity: 'medium',
  topic: 'governance',
  why: 'The tier decides which duties hold and from when. Finding out after the build is the dearest time.',
  references: [...aiAct('Art. 6'), ...nist('GOVERN 1.1')],
  falsePositive: 'The assessment is kept by legal: then say so, and give the day.',
  *check(context) {
    const { graph } = context
    const models = modelsAtWork(context)
    const [first] = models
    if (first === undefined || isTrial(graph)) return
    const { tier, standing, questions } = tierOf(graph)
    const isInEurope = questions.find(({ id }) => id === 'eu-nexus')?.options?.[0] === 'yes'
    // Confirmed, or mild whatever the open answers are.
    if (!isInEurope || standing === 'confirmed' || tier === 'minimal' || tier === 'outOfScope') return
    if (!context.complete('governance', first.id)) {
      const text = 'Has the tier of this system under the EU AI Act been settled by somebody who answers for it?'
      yield askTopic(context, 'review.ai-act', text, 'Legal', first.id)
      return
    }
    yield {
      type: 'found',
      anchors: [first.id],
      elements: idsOf(models),
      problem: `Nobody has settled under which tier of the EU AI Act ${listNames(graph, idsOf(models))} falls.`,
      fix: 'Answer the questions on the governance page and let legal confirm them.',
    }
  },
})

const evidenceGap = defineRule({
  id: 'GOV-02',
  lenses: ['check'],
  title: 'Evidence for a high-risk system is missing',
  severity: 'medium',
  topic: 'governance',
  why: 'For a high-risk system the evidence is part of the product: without it nobody may place it on the market or use it.',
  references: [...aiAct('Art. 9', 'Art. 11', 'Art. 17', 'Art. 26'), ...nist('GOVERN 1.1')],
  falsePositive: 'It is kept in a quality management system: then say where on the governance page.',
  *check(context) {
    const { graph, lineage, estimate, requirements } = context
    const models = modelsAtWork(context)
    const [first] = models
    if (first === undefined) return
    const act = tierOf(graph)
    if (act.tier !== 'high' || act.standing !== 'confirmed') return
    const evidence = gatherEvidence({
      graph,
      inventory: modelInventory(graph, lineage, estimate),
      register: thirdPartyRegister(graph, lineage, estimate),
      requirements,
      // Rules run before their findings are known: the register of risks is not judged here.
      findings: [],
      act,
    })
    const missing = evidence.filter(({ id, status }) => demanded.includes(id) && status === 'missing')
    if (missing.length === 0) return
    if (!context.complete('governance', first.id)) {
      const text = 'Is the evidence that the EU AI Act asks of a high-risk system kept, and where?'
      yield askTopic(context, 'review.evidence', text, 'Legal', first.id)
      return
    }
    yield {
      type: 'found',
      anchors: [first.id],
      elements: idsOf(models),
      problem: `Of what the EU AI Act asks of a high-risk system nothing shows ${listWords(missing.map(({ title }) => title.charAt(0).toLowerCase() + title.slice(1)))}.`,
      fix: 'Draw or state it, or say on the governance page where it is kept.',
      facts: { missing: String(missing.length) },
    }
  },
})

/** Art. 10 to 15, 17 and 26: what can be seen in a design or named by a person. */
const demanded: readonly EvidenceId[] = [
  'purpose',
  'data',
  'design-record',
  'logs',
  'disclosure',
  'oversight',
  'quality',
  'security',
  'monitoring',
  'incidents',
  'release',
  'accountability',
]

/** What the law asks of the system. */
export const obligations: readonly Rule[] = [tierOpen, evidenceGap]
