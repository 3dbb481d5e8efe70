import type { Id } from '../design/design.ts'
import type { Asked, RuleContext } from '../findings/rule.ts'
import { askTopic } from '../findings/standing.ts'

// One topic, one question: rules about what is not drawn wait for the same answer, so they ask in the same words.

/** The question of the topic evaluation, asked on an element whose answers nobody is drawn to measure. */
export function askEvaluation(context: RuleContext, on: Id): Asked {
  const text = 'Is it measured whether answers are right, before a release and after?'
  return askTopic(context, 'topic.evaluation', text, 'Quality lead', on)
}

/** The question of the topic release, asked on an element that changes with models and prompts. */
export function askRelease(context: RuleContext, on: Id): Asked {
  const text = 'Do changes of models and prompts have versions, tests and a way back before they go live?'
  return askTopic(context, 'topic.release', text, 'Engineering', on)
}

/** The question of the topic monitoring, asked on an element that nothing is drawn to watch. */
export function askMonitoring(context: RuleContext, on: Id): Asked {
  const text = 'Can each answer be traced through prompt, search, tools and model?'
  return askTopic(context, 'topic.monitoring', text, 'Operations', on)
}

/** The question of the topic governance, asked on an element of which a record lacks. */
export function askRecords(context: RuleContext, on: Id): Asked {
  const text =
    'Is it on record who owns each part and asks for each requirement, why it was chosen, and how to do without its vendor?'
  return askTopic(context, 'topic.governance', text, 'Architect', on)
}
