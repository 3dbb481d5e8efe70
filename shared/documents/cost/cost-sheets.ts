import { type CostStudy, trafficCell } from './cost-study.ts'
import type { Workbook } from '../writers/xlsx/workbook.ts'
import { linesSheet } from './lines-sheet.ts'
import { priceList } from './price-sheet.ts'
import { pricedQuantities } from './priced-quantities.ts'
import { stepTable } from './steps-sheet.ts'
import { summarySheet } from './summary-sheet.ts'

/** Summary, lines, prices, and how quantities follow the traffic where no straight line does. */
export function costSheets(study: CostStudy): Workbook {
  const quantities = pricedQuantities(study.estimates)
  const prices = priceList(quantities)
  const steps = stepTable(study)
  const lines = linesSheet(study, quantities, prices, steps)
  const summary = summarySheet(study, lines)
  return {
    sheets: [summary, lines.sheet, prices.sheet, ...steps.sheets()],
    names: { Traffic: trafficCell },
  }
}
