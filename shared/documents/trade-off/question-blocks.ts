import { recommend } from '../../decisions/recommend.ts'
import { callout, facts, paragraph, section, strong, unanswered } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { Block } from '../outline.ts'
import { listWords } from '../text/numbers.ts'
import { asSentence, requirementSentence } from '../text/sentences.ts'
import { shownCurrency } from '../../kinds/figures/money-format.ts'
import { type Memo, optionOf } from './memo.ts'

/** What is asked of the reader, before anything else: one paragraph that can be read alone. */
export function askBlock(memo: Memo): Block {
  const { decision, matrix } = memo
  const chosen = optionOf(memo, decision.chosen)
  const first = optionOf(memo, matrix.first)
  if (chosen === undefined)
    return callout(
      first === undefined ? 'unknown' : 'accent',
      first === undefined
        ? `We ask you to decide between ${decision.options.length} options`
        : `We recommend: ${first.title}`,
      recommend(matrix),
    )
  const agrees = first === undefined || first.option === chosen.option
  const when = decision.date === undefined ? '' : ` on ${decision.date}`
  return callout(
    agrees ? 'pass' : 'atRisk',
    `${decision.status === 'accepted' ? 'Decided' : 'Chosen'}${when}: ${chosen.title}`,
    `${agrees ? '' : `By the matrix of today ${first.title} would come first. `}${recommend(matrix)}`,
  )
}

/** What has to be decided, for what, and who is in it. */
export function questionBlocks({ context, decision }: Memo): readonly Block[] {
  const { design, graph } = context
  const named = (ids: readonly string[]): string => listWords(ids.map((id) => graph.name(id)))
  const { people = {}, drivers = [], about = [] } = decision
  const requirements = (design.requirements ?? []).filter(({ id }) => drivers.includes(id))
  const rows: Readonly<Record<string, Words | undefined>> = {
    Concerns: about.length === 0 ? undefined : named(about),
    'Driven by':
      requirements.length === 0
        ? undefined
        : requirements
            .map((each) => requirementSentence(each, (id) => graph.name(id), shownCurrency(design)))
            .join('; '),
    Decides: listWords(people.deciders ?? []),
    Consulted: listWords(people.consulted ?? []),
    Informed: listWords(people.informed ?? []),
  }
  const hasFacts = Object.values(rows).some((value) => value !== undefined && value.length > 0)
  return section(
    2,
    'The question',
    decision.context === undefined
      ? unanswered('To be completed: why this has to be decided has not been written down.')
      : paragraph(asSentence(decision.context)),
    ...(design.framing?.problem === undefined
      ? []
      : [paragraph([strong('What the design is for: '), asSentence(design.framing.problem)])]),
    ...(hasFacts ? [facts(rows)] : []),
  )
}
