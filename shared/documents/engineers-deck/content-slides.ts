import { shownCurrency } from '../../kinds/figures/money-format.ts'
import { modelBoxes } from '../../governance/model-boxes.ts'
import { findProduct, productIdFor } from '../../kinds/products/index.ts'
import type { Design } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { chart, slide, strong, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import { estimateNote } from '../deck/figures.ts'
import type { DocumentContext } from '../document.ts'
import type { Slide } from '../outline.ts'
import { countOf, formatShare, formatUsd, listWords, widen } from '../text/numbers.ts'
import { troubleWords } from '../text/requirement-standing.ts'
import { requirementSentence, valueWords } from '../text/sentences.ts'
import { verdictWords } from '../solution-architecture/goals.ts'
import { capital } from '../../design/wording.ts'

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
    `${met === 0 ? 'None' : met} of ${countOf(all.length, 'requirement')} ${met < 2 ? 'is' : 'are'} met as drawn, ${troubleWords(analysis.requirements)}`,
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
          ? `Those in trouble first; ${all.length - mostRows} more are in the architecture document`
          : 'Those in trouble first',
      ),
    ],
    { footnote: estimateNote(context) },
  )
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
          ? `${data.length - mostRows - 1} more are in the threat model`
          : 'Data, and who can write them',
      ),
    ],
    {
      footnote: `Retrieval: ${
        listWords(
          (design.components ?? []).filter(({ id }) => graph.has(id, 'answers-search')).map(({ name }) => name),
          4,
        ) || 'none drawn'
      }.`,
    },
  )
}

/** A bar that is a smaller share of the longest is not seen: its number stands in the table. */
const leastBar = 0.005

/** What is asked only when another fails costs a fraction of a cent: its digits say nothing. */
function monthOf(usdPerMonth: number, design: Design): string {
  const currency = shownCurrency(design)
  if (usdPerMonth === 0 || usdPerMonth >= 0.01)
    return formatUsd(usdPerMonth < 1 ? Math.round(usdPerMonth * 100) / 100 : usdPerMonth, undefined, currency)
  return `under ${formatUsd(0.01, undefined, currency)}`
}

/** Models, who runs them, and what each costs and takes. */
export function modelSlide(context: DocumentContext): Slide | undefined {
  const { analysis, graph, design } = context
  const models = modelBoxes(graph)
  if (models.length === 0) return undefined
  const partOf = (id: string) => analysis.estimate.components.find(({ component }) => component === id)
  const usdOf = (id: string): number => partOf(id)?.usdPerMonth.value ?? 0
  const costly = models.toSorted((a, b) => usdOf(b.id) - usdOf(a.id))
  const share = costly.reduce((sum, { id }) => sum + (partOf(id)?.costShare ?? 0), 0)
  const hosted = models.filter(({ id }) => graph.has(id, 'vendor-hosted')).length
  const rate = shownCurrency(design)?.unitsPerUsd ?? 1
  const shown = costly.slice(0, 6)
  const seen = shown.filter(({ id }) => usdOf(id) >= usdOf(shown[0]?.id ?? '') * leastBar && usdOf(id) > 0)
  return slide(
    `${capital(countOf(models.length, 'model'))} ${models.length === 1 ? 'takes' : 'take'} ${formatShare(share)} of the cost; ${hosted === 0 ? 'none is' : hosted === 1 ? 'one is' : hosted === models.length ? 'all are' : `${hosted} are`} run by a vendor`,
    [
      ...(seen.length < 2
        ? []
        : [
            chart(
              {
                type: 'bar',
                categories: seen.map(({ name }) => name),
                series: [
                  {
                    name: 'Cost a month',
                    // With the digits that the table beside it shows.
                    values: seen.map(({ id }) => Number((usdOf(id) * rate).toPrecision(3))),
                    tone: 'accent',
                  },
                ],
                unit: `${shownCurrency(design)?.code ?? 'USD'} a month`,
              },
              'Cost a month by model',
            ),
          ]),
      table(
        [
          { title: 'Model', width: 2 },
          { title: 'Product', width: 2 },
          { title: 'Run by', width: 1.3 },
          { title: 'A month', align: 'right', width: 1.5 },
        ],
        shown.map((model): readonly Words[] => {
          const product = productIdFor(known(model.product), graph.kindOf(model))
          return [
            [strong(model.name)],
            findProduct(product)?.title ?? product ?? 'none chosen',
            graph.has(model.id, 'vendor-hosted') ? 'vendor' : 'us',
            monthOf(usdOf(model.id), design),
          ]
        }),
        models.length > shown.length ? `The ${shown.length} that cost most, of ${models.length}` : undefined,
      ),
    ],
    { footnote: estimateNote(context) },
  )
}
