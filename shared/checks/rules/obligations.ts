import { aiActTier } from '../../governance/index.ts'
import { aiAct, nist } from '../../findings/refer.ts'
import { defineRule, type Rule } from '../../findings/rule.ts'
import { askTopic } from '../../findings/standing.ts'
import { listNames } from '../../findings/wording.ts'
import { idsOf, isTrial, modelsAtWork } from '../at-work.ts'

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
    const { answers } = graph.design
    const models = modelsAtWork(context)
    const [first] = models
    if (first === undefined || isTrial(graph)) return
    const { tier, standing, questions } = aiActTier(answers, graph)
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

/** What the law asks of the system. */
export const obligations: readonly Rule[] = [tierOpen]
