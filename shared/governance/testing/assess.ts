import { readFileSync, readdirSync } from 'node:fs'
import { openStudy, readGraph } from '../../analyse.ts'
import type { Answer, Design } from '../../design/design.ts'
import { setAnswer } from '../../design/edit/answer.ts'
import { arrow, box, call, data, miniDesign, plan } from '../../findings/testing/mini-design.ts'
import { buildLineage } from '../../graph/build-lineage.ts'
import { actAnswer } from '../ai-act/read-answers.ts'
import { assessGovernance, type GovernanceAssessment } from '../assess-governance.ts'

export const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object

export const templates = readdirSync('resources/templates')
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`resources/templates/${name}`, 'utf8')) as Design)

export const today = '2026-11-21'

export function assess(design: Design, day = today): GovernanceAssessment {
  const study = openStudy(design, { prices, today: day })
  const numbers = study.compute()
  const graph = readGraph(design)
  return assessGovernance({ graph, lineage: buildLineage(graph), ...numbers, ...study.judge(numbers), today: day })
}

export const word = (value: Answer['value'], rationale = 'Read with counsel'): Answer => ({
  value,
  rationale,
  by: 'L. Legal',
  date: '2026-11-01',
})

export const answered = (design: Design, answers: Readonly<Record<string, Answer['value']>>): Design =>
  Object.entries(answers).reduce((next, [key, value]) => setAnswer(next, key, word(value)), design)

export const chat = miniDesign({
  context: { stage: 'production', audience: 'external', decisionEffect: 'assist', euNexus: true, tier: 1 },
  components: [
    box('c-guest', 'user'),
    box('c-page', 'client', { settings: { saysAi: true } }),
    box('c-bot', 'orchestrator', plan(call('a-bot-model', { orElse: [call('a-bot-spare')] }), call('a-bot-sort'))),
    box('c-model', 'llm-api', { product: 'openai/gpt-4.1', owner: 'Team A', settings: { pinned: true } }),
    box('c-spare', 'llm-api', { product: 'anthropic/claude-haiku-4-5' }),
    box('c-sort', 'reranker', { product: 'cohere/rerank-3.5' }),
  ],
  flows: [
    arrow('c-guest', 'c-page'),
    arrow('c-page', 'c-bot'),
    arrow('c-bot', 'c-model', { name: 'answers', request: { data: ['d-question'] } }),
    arrow('c-bot', 'c-spare'),
    arrow('c-bot', 'c-sort'),
  ],
  data: [data('d-question', { personal: 'personal', classification: 'confidential' })],
})

export const mild = {
  [actAnswer('eu-nexus')]: true,
  [actAnswer('ai-system')]: true,
  [actAnswer('excluded')]: 'none',
  [actAnswer('role')]: ['provider', 'deployer'],
  [actAnswer('prohibited-practice')]: ['none'],
  [actAnswer('safety-component')]: false,
  [actAnswer('annex-iii')]: ['none'],
  [actAnswer('profiling')]: false,
  [actAnswer('narrow-task')]: 'none',
  [actAnswer('interacts')]: true,
  [actAnswer('content')]: ['synthetic'],
}

export const obligationIds = (design: Design, day = today): readonly string[] =>
  assess(design, day).obligations.map(({ id }) => id)
