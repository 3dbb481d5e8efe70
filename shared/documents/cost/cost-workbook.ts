import { shownCurrency } from '../../kinds/figures/money-format.ts'
import { known } from '../../design/value.ts'
import { paragraph, table } from '../blocks.ts'
import { estimateNote, budgetOf } from '../deck/figures.ts'
import { defineDocument, type DocumentContext } from '../document.ts'
import type { Block } from '../outline.ts'
import { slugOf } from '../text/file-name.ts'
import { usdBand } from '../text/numbers.ts'
import type { Workbook } from '../writers/xlsx/workbook.ts'
import { assumptionsSheet } from './assumptions-sheet.ts'
import { costSheets } from './cost-sheets.ts'
import type { EstimateAt } from './priced-quantities.ts'

/** Times the stated traffic at which the estimator is asked; between them the workbook draws straight lines. */
const workbookTraffics: readonly number[] = [0.5, 1, 1.5, 2, 3, 5, 10]

/** The estimate as a workbook that computes: change the traffic or a price and the total follows. */
export const costWorkbook = defineDocument({
  id: 'cost-workbook',
  title: 'Cost workbook',
  reader: 'finance',
  summary:
    'Every cost line as quantity times price, with live formulas, prices with their sources, and charts to edit.',
  formats: ['xlsx'],
  fileName: ({ design }) => `${slugOf(design.name)}-cost-workbook`,
  build: (context) => ({
    id: 'cost-workbook',
    title: `Cost of ${context.design.name}`,
    subtitle: 'Cost workbook',
    ...(context.design.client === undefined ? {} : { client: context.design.client }),
    authors: context.authors,
    date: context.date,
    blocks: blocksOf(context),
    footer: estimateNote(context),
    workbook: workbookOf(context),
  }),
})

/** What a preview shows: the workbook itself has more. */
function blocksOf(context: DocumentContext): readonly Block[] {
  const { estimate } = context.analysis
  if (!estimate.meaningful) return [paragraph('Nothing is connected yet, so nothing can be estimated.')]
  const currency = shownCurrency(context.design)
  return [
    table(
      [
        { title: 'Figure', width: 2 },
        { title: 'A month', align: 'right' },
      ],
      [
        ['Technology', usdBand(estimate.technologyUsdPerMonth, currency)],
        ['People', usdBand(estimate.peopleUsdPerMonth, currency)],
        ['Together', usdBand(estimate.totalUsdPerMonth, currency)],
      ],
      'Cost a month',
    ),
  ]
}

function workbookOf(context: DocumentContext): Workbook {
  const { design, analysis, estimateAt } = context
  const now: EstimateAt = { traffic: 1, estimate: analysis.estimate }
  const estimates =
    estimateAt === undefined || !analysis.estimate.meaningful
      ? [now]
      : workbookTraffics.map((traffic): EstimateAt =>
          traffic === 1 ? now : { traffic, estimate: estimateAt(traffic) },
        )
  const currency = shownCurrency(design)
  const budget = budgetOf(design)
  const sheets = costSheets({
    context,
    estimates,
    ...(currency === undefined ? {} : { currency }),
    ...(budget === undefined ? {} : { budgetUsd: known(budget) ?? budget }),
  })
  return {
    ...sheets,
    sheets: [...sheets.sheets, assumptionsSheet(context)].toSorted((a, b) => rank(a.name) - rank(b.name)),
  }
}

const order = ['Summary', 'Lines', 'Assumptions', 'Prices', 'Steps']
const rank = (name: string): number => order.indexOf(name)
