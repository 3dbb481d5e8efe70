import type { ShownCurrency } from '../../kinds/figures/money-format.ts'
import type { DocumentContext } from '../document.ts'
import type { EstimateAt } from './priced-quantities.ts'

export interface CostStudy {
  readonly context: DocumentContext
  /** In ascending traffic; the stated one is among them. */
  readonly estimates: readonly EstimateAt[]
  readonly currency?: ShownCurrency
  readonly budgetUsd?: number
}

/** Where the cell stands that people change. */
export const trafficCell = "'Summary'!$B$5"
