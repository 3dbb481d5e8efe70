import { bandSentence, recommend } from '../../decisions/recommend.ts'
import type { Sensitivity } from '../../decisions/sensitivity.ts'
import { consequencesOf } from '../../decisions/consequences.ts'
import { sideName } from '../../options/outcome.ts'
import { heading, list, paragraph, section, strong } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { Block } from '../outline.ts'
import { listWords } from '../text/numbers.ts'
import { asSentence } from '../text/sentences.ts'
import { digits } from './matrix-blocks.ts'
import { type Memo, optionOf } from './memo.ts'

/** How far each weight may move before another option comes first, and what the bands do to the ranking. */
export function sensitivityBlocks(memo: Memo): readonly Block[] {
  const { matrix } = memo
  const { sensitivity } = matrix
  if (sensitivity.length === 0 || matrix.ranking.length < 2) return []
  const turning = sensitivity.filter(({ below, above }) => below !== undefined || above !== undefined)
  const steady = sensitivity.filter((each) => !turning.includes(each))
  const band = bandSentence(matrix)
  return section(
    2,
    'What would turn the ranking',
    ...(turning.length === 0 ? [] : [list(turning.map((each) => turnWords(each, memo)))]),
    ...(steady.length === 0
      ? []
      : [
          paragraph(
            `No weight of ${listWords(steady.map(({ title }) => `"${title}"`))} changes the first place, all others as they are.`,
          ),
        ]),
    ...(band === '' ? [] : [paragraph(band)]),
  )
}

/** "The ranking turns when Cost weighs more than 2.17: then X comes first (it weighs 1)." */
export function turnWords({ title, weight, below, above, rival }: Sensitivity, memo: Memo): Words {
  const taker = optionOf(memo, rival)?.title ?? 'another option'
  const ways = [
    ...(above === undefined ? [] : [`more than ${digits(above)}`]),
    ...(below === undefined ? [] : [`less than ${digits(below)}`]),
  ]
  return [
    'The ranking turns when ',
    strong(title),
    ` weighs ${ways.join(' or ')}: then ${taker} comes first (it weighs ${digits(weight)}).`,
  ]
}

/** What to do, what follows from it, and what would change it. */
export function recommendationBlocks(memo: Memo): readonly Block[] {
  const { decision, matrix, context, outcomes } = memo
  const picked = decision.chosen ?? matrix.first
  const { against, items } = consequencesOf(
    { ...decision, ...(picked === undefined ? {} : { chosen: picked }) },
    context.design,
    outcomes,
  )
  const title = optionOf(memo, picked)?.title
  return [
    ...section(2, 'Recommendation', paragraph(recommend(matrix))),
    ...(items.length === 0 || title === undefined || against === undefined
      ? []
      : [
          heading(3, `What follows from ${title}, against ${sideName(context.design, against)}`),
          list(
            items.map(({ tone, text }): Words => [strong(tone === 'good' ? 'Better: ' : 'Worse: '), asSentence(text)]),
          ),
        ]),
    ...section(3, 'What would change it', ...changers(memo)),
  ]
}

const mostQuestions = 6

function changers(memo: Memo): readonly Block[] {
  const { matrix, context } = memo
  const leader = optionOf(memo, matrix.first)
  const questions = matrix.questions.slice(0, mostQuestions)
  const more = matrix.questions.length - questions.length
  const assumptions = (context.design.assumptions ?? []).filter(
    ({ status, about = [] }) => status === 'open' && about.some((id) => memo.decision.about?.includes(id) === true),
  )
  const items: readonly Words[] = [
    ...questions.map((question): Words => [strong('An answer to: '), question]),
    ...(more > 0 ? [`${more} more open questions of the matrix.`] : []),
    ...(leader?.riskyMusts ?? []).map((must): Words => [strong('A miss of '), `"${must}", which is within its band.`]),
    ...assumptions.map(({ statement }): Words => [strong('If it is not so: '), asSentence(statement)]),
  ]
  return items.length === 0 ? [] : [list(items)]
}

/** Who is asked for what, at the end of the memo as at its beginning. */
export function decisionBlocks(memo: Memo): readonly Block[] {
  const { decision, matrix } = memo
  if (decision.status !== 'proposed') return []
  const first = optionOf(memo, matrix.first)
  const deciders = decision.people?.deciders ?? []
  const who = deciders.length === 0 ? 'Whoever decides' : listWords(deciders)
  const open = matrix.questions.length
  return section(
    2,
    'Decision asked',
    paragraph(
      first === undefined
        ? `${who} ${deciders.length > 1 ? 'are' : 'is'} asked to have ${open === 1 ? 'the open question' : `the ${open} open questions`} answered, and to decide then between ${listWords(decision.options.map(({ title }) => title))}.`
        : `${who} ${deciders.length > 1 ? 'are' : 'is'} asked to choose ${first.title}, with the risks that stand above.`,
    ),
  )
}
