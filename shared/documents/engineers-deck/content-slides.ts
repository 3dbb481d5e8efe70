import { shownCurrency } from '../../kinds/figures/money-format.ts'
import { known } from '../../design/value.ts'
import { slide, strong, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import { estimateNote } from '../deck/figures.ts'
import type { DocumentContext } from '../document.ts'
import type { Slide } from '../outline.ts'
import { countOf, listWords, widen, moreIn } from '../text/numbers.ts'
import { troubleWords } from '../text/requirement-standing.ts'
import { requirementSentence, valueWords } from '../text/sentences.ts'
import { verdictWords } from '../solution-architecture/goals.ts'

const mostRows = 7

/** Requirements, those in trouble first. */
export function requirementSlide(context: DocumentContext): Slide | undefined {
  const { design, analysis, graph } = context
  const rank = ['fail', 'atRisk', 'unknown', 'assumed', 'waived', 'pass']
  const resultOf = (id: string) => analysis.requirements.find(({ requirement }) => requirement === id)
  const all = (design.requirements ?? []).toSorted(
    (a, b) => rank.indexOf(resultOf(a.id)?.verdict ?? 'unknown') - rank.indexOf(resultOf(b.id)?.verdict ?? 'unknown'),
  )
  if (all.length === 0) return undefined
  const met = all.filter(({ id }) => resultOf(id)?.verdict === 'pass').length
  return slide(
    met === all.length
      ? `${all.length === 1 ? 'The one requirement is' : `All ${all.length} requirements are`} met as drawn`
      : `${metWords(met, all.length)}, ${troubleWords(analysis.requirements)}`,
    [
      table(
        [{ title: 'Requirement', width: 4 }, { title: 'As drawn' }, { title: 'Why', width: 4 }],
        all
          .slice(0, mostRows)
          .map((requirement): readonly Words[] => [
            requirementSentence(requirement, (id) => graph.name(id), shownCurrency(design)),
            verdictWords(requirement.id, context),
            widen(resultOf(requirement.id)?.arithmetic ?? 'not computed'),
          ]),
        all.length > mostRows
          ? `Those in trouble first; ${moreIn(all.length - mostRows, 'the architecture document')}`
          : 'Those in trouble first',
      ),
    ],
    {
      footnote: estimateNote(context),
      speakerNotes:
        'What is at risk may hold or not within what is not known; what is assumed holds as long as nobody says otherwise. Ask for the number that would settle each.',
    },
  )
}

function metWords(met: number, all: number): string {
  if (all === 1) return 'The one requirement is not yet met as drawn'
  return `${met === 0 ? 'None' : met} of ${countOf(all, 'requirement')} ${met < 2 ? 'is' : 'are'} met as drawn`
}

/** What data there are, how sensitive, and where they stay. */
export function dataSlide({ design, graph }: DocumentContext): Slide | undefined {
  const data = design.data ?? []
  if (data.length === 0) return undefined
  const sensitive = data.filter(
    ({ personal, classification }) =>
      ['personal', 'special'].includes(String(known(personal))) || known(classification) === 'restricted',
  )
  const stores = (design.components ?? []).filter(({ holds }) => (holds ?? []).length > 0)
  return slide(
    `${sensitive.length === 0 ? 'None' : sensitive.length} of ${countOf(data.length, 'kind of data', 'kinds of data')} ${sensitive.length < 2 ? 'is' : 'are'} personal or restricted; ${stores.length === 0 ? 'no store is drawn for them' : `${countOf(stores.length, 'store')} keep${stores.length === 1 ? 's' : ''} data`}`,
    [
      table(
        [
          { title: 'Data', width: 2 },
          { title: 'Classification', width: 1.3 },
          { title: 'Personal', width: 1.2 },
          { title: 'Written by', width: 1.3 },
          { title: 'Kept in', width: 2.4 },
        ],
        data.slice(0, mostRows + 1).map((asset): readonly Words[] => [
          [strong(asset.name)],
          valueWords(asset.classification),
          valueWords(asset.personal),
          valueWords(asset.writers),
          listWords(
            stores.filter(({ holds }) => holds?.includes(asset.id) === true).map(({ name }) => name),
            3,
          ) || '–',
        ]),
        data.length > mostRows + 1
          ? moreIn(data.length - mostRows - 1, 'the threat model')
          : 'Data, and who can write them',
      ),
    ],
    {
      speakerNotes:
        'Ask the owner of the data for what is not stated. Who may write what a model reads decides whether its words can be trusted.',
      footnote: `Retrieval: ${
        listWords(
          (design.components ?? []).filter(({ id }) => graph.has(id, 'answers-search')).map(({ name }) => name),
          4,
        ) || 'none drawn'
      }.`,
    },
  )
}
