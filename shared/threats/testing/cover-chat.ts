import type { Design } from '../../design/design.ts'
import type { Finding, QuestionGroup } from '../../findings/finding.ts'
import { defineRule, type Rule } from '../../findings/rule.ts'
import { arrow, box, data, miniDesign } from '../../findings/testing/mini-design.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { kinds } from '../../kinds/index.ts'
import type { Cell, CellState, Coverage } from '../coverage/coverage.ts'
import { coverDesign } from '../coverage/cover-design.ts'

/** An agent between a client and what it asks, with a database that another team answers for. */
export const chat: Design = miniDesign({
  context: { multiTenant: false, dataResidency: ['EU'], decisionEffect: 'none' },
  components: [
    box('c-user', 'user'),
    box('c-chat', 'client'),
    box('c-agent', 'agent'),
    box('c-model', 'llm-api'),
    box('c-index', 'vector-store', { holds: ['d-pages'] }),
    box('c-old', 'relational-db', { outOfScope: 'Another team answers for it' }),
  ],
  flows: [
    arrow('c-user', 'c-chat'),
    arrow('c-chat', 'c-agent'),
    arrow('c-agent', 'c-model'),
    arrow('c-agent', 'c-index', { response: { data: ['d-pages'] } }),
    arrow('c-agent', 'c-old'),
  ],
  data: [data('d-pages'), data('d-other')],
})

/** A rule that finds nothing, but for what is given of it. */
export const rule = (more: Partial<Rule>): Rule =>
  defineRule({
    id: 'X-01',
    lenses: ['threat'],
    title: 'Something',
    severity: 'high',
    topic: 'access',
    why: 'It matters.',
    references: [],
    check: () => [],
    ...more,
  })

/** A rule looks at these elements, whatever the design. */
export const looking = (...ids: readonly string[]): Pick<Rule, 'looksAt'> => ({ looksAt: () => ids })

interface Said {
  readonly findings?: readonly Finding[]
  readonly questions?: readonly QuestionGroup[]
}

/** The matrix of a design: what these rules looked at, and what was found and asked. */
export const cover = (
  asked: readonly Rule[],
  { findings = [], questions = [] }: Said = {},
  design = chat,
): Coverage => {
  const graph = buildGraph(design, kinds, [])
  return coverDesign({ graph, rules: asked, findings, questions, context: () => undefined as never })
}

/** The cell of a letter at an element, where the matrix has it. */
export const cellOf = ({ rows }: Coverage, on: string, letter: string, method = 'stride'): Cell | undefined =>
  rows.find((row) => row.on === on)?.cells.find((cell) => cell.letter === letter && cell.method === method)

/** What the cell of a letter at an element says. */
export const stateOf = (...place: Parameters<typeof cellOf>): CellState | undefined => cellOf(...place)?.state
