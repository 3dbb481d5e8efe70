import { missingPremises } from '../../threats/coverage/premises.ts'
import { badge, list, paragraph, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block } from '../outline.ts'
import { listWords } from '../text/numbers.ts'
import { severityBadge } from '../text/sentences.ts'
import { placeName } from '../text/place-name.ts'

/** What the drawing cannot tell, with who would know and what an answer can change. */
export function questionBlocks({ analysis, graph }: DocumentContext): readonly Block[] {
  const { questions } = analysis
  if (questions.length === 0) {
    const missing = missingPremises(graph.design)
    return missing.length === 0
      ? [paragraph('Every fact that a rule asks for has been stated.')]
      : [
          paragraph('No rule asks about a single element, but these stand open:'),
          list(missing.map(({ words }) => words)),
        ]
  }
  return [
    paragraph('Each of these can turn into a threat or settle one; until it is answered, it counts as neither.'),
    table(
      [
        { title: 'Question', width: 4 },
        { title: 'About', width: 2 },
        { title: 'Who would know', width: 1.4 },
        { title: 'Weight' },
      ],
      questions.map((group): readonly Words[] => [
        group.text,
        listWords([...new Set(group.elements.map(({ on }) => placeName(on, graph)))], 4),
        group.ask ?? [badge('to be named', 'unknown')],
        [severityBadge(group.weight)],
      ]),
      'Open questions, by what an answer can change',
    ),
  ]
}
