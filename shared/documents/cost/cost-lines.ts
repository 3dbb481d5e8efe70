import { known } from '../../design/value.ts'
import type { CostLine } from '../../estimate/estimate.ts'
import { evaluateExactly, sumExactly } from '../../kinds/formula/formula-exact.ts'
import { renderFormula } from '../../kinds/formula/formula-text.ts'
import { hasMissing, type InputNode, sourcesOf } from '../../kinds/formula/formula.ts'
import { findProduct, productIdFor } from '../../kinds/products/index.ts'
import { standingWords } from '../../kinds/formula/standing.ts'
import { acceptedOn } from '../accepted.ts'
import { table } from '../blocks.ts'
import { defineDocument, type DocumentContext } from '../document.ts'
import { slugOf } from '../text/file-name.ts'

/**
 * The estimate as rows in the shape of a FOCUS bill (FinOps Open Cost and Usage Specification 1.0), one for each cost
 * line, so that the bill that comes later can be laid beside it. What FOCUS does not know begins with "x_", as it asks.
 * Money is exact, in decimals; an empty cost is a price that nobody knows, never 0.
 */
export const costLines = defineDocument({
  id: 'cost-lines',
  title: 'Cost lines',
  reader: 'finance',
  summary: 'Every cost line of the estimate as a table in the shape of a FOCUS bill, for the FinOps tools.',
  formats: ['csv'],
  hasContent: (context) => rowsOf(context).length > 0,
  fileName: ({ design }) => `${slugOf(design.name)}-cost-lines`,
  build: (context) => ({
    id: 'cost-lines',
    title: `Cost lines of ${context.design.name}`,
    authors: context.authors,
    date: context.date,
    blocks: [
      table(
        [...columns],
        rowsOf(context).map((row) => columns.map((column) => row[column] ?? '')),
      ),
    ],
    footer: '',
  }),
})

const columns = [
  'BilledCost',
  'BillingCurrency',
  'BillingPeriodStart',
  'BillingPeriodEnd',
  'ChargeCategory',
  'ChargeDescription',
  'ChargeFrequency',
  'ListUnitPrice',
  'PricingQuantity',
  'PricingUnit',
  'ProviderName',
  'RegionId',
  'ResourceId',
  'ResourceName',
  'ServiceName',
  'SkuPriceId',
  'x_Headline',
  'x_Action',
  'x_CostLow',
  'x_CostHigh',
  'x_Completeness',
  'x_Standing',
  'x_Formula',
  'x_Note',
  'x_Accepted',
] as const
type Row = Readonly<Partial<Record<(typeof columns)[number], string>>>

function rowsOf(context: DocumentContext): readonly Row[] {
  const { estimate } = context.analysis
  if (!estimate.meaningful) return []
  const rest = unlisted(context)
  return [...estimate.lines.map((line) => rowOf(line, context)), ...(rest === undefined ? [] : [rest])]
}

const atLeast = 'at least: a price is missing'

function rowOf(line: CostLine, context: DocumentContext): Row {
  const { graph, design } = context
  const { id, component, action, label, headline, recurrence, formula, usd, standing } = line
  const cost = evaluateExactly(formula)
  const isOpen = hasMissing(formula)
  const box = graph.component(component)
  const product = box && findProduct(productIdFor(known(box.product), graph.kindOf(box)))
  const prices = sourcesOf(formula).filter((node) => node.unit.startsWith('USD') && node.value > 0)
  const [price] = prices
  // A quantity is only told where one price makes the whole line.
  const priced = prices.length === 1 && price ? priceColumns(price, cost) : {}
  return {
    // Nothing known of a cost is no cost of 0.
    BilledCost: isOpen && cost.eq(0) ? '' : cost.round(10).toFixed(),
    BillingCurrency: 'USD',
    ...period(context.date),
    ChargeCategory: recurrence === 'once' ? 'Purchase' : 'Usage',
    ChargeDescription: `${label}, ${graph.name(component)}`,
    ChargeFrequency: recurrence === 'once' ? 'One-Time' : action === undefined ? 'Recurring' : 'Usage-Based',
    ...priced,
    ProviderName: product?.vendor ?? '',
    ResourceId: component,
    ResourceName: graph.name(component),
    ServiceName: product?.title ?? graph.kindOf(component).title,
    SkuPriceId: id,
    x_Headline: headline,
    x_Action: design.actions?.find((each) => each.id === action)?.name ?? action ?? '',
    x_CostLow: isOpen && cost.eq(0) ? '' : numberText(usd.low),
    x_CostHigh: isOpen ? '' : numberText(usd.high),
    x_Completeness: isOpen ? atLeast : 'complete',
    x_Standing: standing === undefined ? '' : standingWords[standing],
    x_Formula: renderFormula(formula),
    x_Note: line.note ?? '',
    x_Accepted: acceptedOn([component], context),
  }
}

function priceColumns(price: InputNode, cost: ReturnType<typeof evaluateExactly>): Row {
  const { region, item } = price.provenance
  return {
    ListUnitPrice: numberText(price.value),
    PricingQuantity: cost.div(price.value).round(10).toFixed(),
    PricingUnit: price.unit.replace(/^USD\/?/, ''),
    ...(region === undefined ? {} : { RegionId: region }),
    ...(item === undefined ? {} : { SkuPriceId: item }),
  }
}

/** What totals count and no line shows, because its component is marked internal. */
function unlisted({ analysis: { estimate }, date }: DocumentContext): Row | undefined {
  const month = estimate.lines.filter(({ recurrence }) => recurrence === 'month')
  const rest = estimate.totalUsdPerMonth.value - sumExactly(month.map(({ formula }) => formula)).toNumber()
  if (Math.abs(rest) < 0.005) return undefined
  return {
    BilledCost: rest.toFixed(2),
    BillingCurrency: 'USD',
    ...period(date),
    ChargeCategory: 'Usage',
    ChargeDescription: 'What is not listed by itself',
    ChargeFrequency: 'Recurring',
    x_Completeness: estimate.totalUsdPerMonth.atLeast === true ? atLeast : 'complete',
  }
}

/** The month that begins after the day of the estimate, first day included and last excluded, as FOCUS has it. */
function period(date: string): Row {
  const [year = 0, month = 1] = date.split('-').map(Number)
  const first = (later: number): string => {
    const months = year * 12 + month - 1 + later
    const shown = String((months % 12) + 1).padStart(2, '0')
    return `${Math.floor(months / 12)}-${shown}-01T00:00:00Z`
  }
  return { BillingPeriodStart: first(1), BillingPeriodEnd: first(2) }
}

function numberText(value: number): string {
  return String(Number(value.toPrecision(12)))
}
