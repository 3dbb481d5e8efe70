import type { Decision } from '../../design/design.ts'
import { closingBlocks } from '../closing.ts'
import { estimateNote } from '../deck/figures.ts'
import { defineDocument, type DocumentContext } from '../document.ts'
import { outdatedBlocks } from '../adr/outdated.ts'
import { decisionNumber, slugOf } from '../text/file-name.ts'
import { matrixBlocks } from './matrix-blocks.ts'
import { canBeWeighed, openMemo } from './memo.ts'
import { optionBlocks, riskBlocks } from './option-blocks.ts'
import { askBlock, questionBlocks } from './question-blocks.ts'
import { decisionBlocks, recommendationBlocks, sensitivityBlocks } from './recommendation-blocks.ts'

/** One decision as a memo for who takes it: what is asked, the options, how they weigh, and what would turn the ranking. */
export const tradeOff = defineDocument({
  id: 'trade-off',
  title: 'Trade-off memo',
  summary: 'One decision: options, weighted matrix with the source of each number, sensitivity, risks, recommendation.',
  reader: 'board',
  formats: ['docx', 'pdf', 'html', 'markdown'],
  perDecision: true,
  hasContent: (context) => asked(context).some((decision) => canBeWeighed(context, decision)),
  fileName: (context) => {
    const { number, name } = decisionOf(context)
    return `${decisionNumber(number)}-${slugOf(name)}-trade-off`
  },
  build: (context) => {
    const { design, authors, date } = context
    const decision = decisionOf(context)
    const memo = openMemo(context, decision)
    return {
      id: 'trade-off',
      title: decision.name,
      subtitle: `Trade-off memo on decision ${decisionNumber(decision.number)} of ${design.name}`,
      ...(design.client === undefined ? {} : { client: design.client }),
      authors,
      date,
      blocks: [
        askBlock(memo),
        ...outdatedBlocks(decision, context),
        ...questionBlocks(memo),
        ...optionBlocks(memo),
        ...matrixBlocks(memo),
        ...sensitivityBlocks(memo),
        ...riskBlocks(memo),
        ...recommendationBlocks(memo),
        ...decisionBlocks(memo),
        ...closingBlocks(context, 2),
      ],
      footer: estimateNote(context),
    }
  },
})

/** The decision that is asked for; all of them where none is. */
function asked({ design, decisionId }: DocumentContext): readonly Decision[] {
  const decisions = design.decisions ?? []
  return decisionId === undefined ? decisions : decisions.filter(({ id }) => id === decisionId)
}

/** Asking for one that is not in the design is a bug of the caller. */
function decisionOf(context: DocumentContext): Decision {
  const [found] = asked(context)
  if (found === undefined) throw new Error(`The design has no decision "${context.decisionId ?? ''}" to weigh.`)
  return found
}
