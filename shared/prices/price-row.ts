import { z } from 'zod'

const isoDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date reads 2026-08-01, 2026-08 or 2026')

/** One price: of what, for whom, in which unit and region, who says so and when. */
export const rowSchema = z.object({
  item: z.string(),
  /** Absent: stands in where the design names no product. */
  product: z.string().optional(),
  usd: z.number().nonnegative(),
  unit: z.string(),
  /** A cloud region ("us-east-1"), an area ("EU", "US"), or "global". */
  region: z.string().min(1),
  asOf: isoDate,
  source: z.string().min(1),
  licence: z.string().min(1),
  confidence: z.enum(['A', 'B', 'C']),
  low: z.number().optional(),
  high: z.number().optional(),
  /** Part of another price: the only rows that may be 0. */
  included: z.boolean().optional(),
  /** A second source that says the same to within 5 %, by its name in the book's `sources`. */
  agrees: z.string().optional(),
  /** What a second source says that differs by more; the band covers both. */
  alternative: z.object({ usd: z.number().positive(), source: z.string() }).optional(),
})

const sourceSchema = z.object({ title: z.string(), asOf: isoDate, licence: z.string() })

export const bookFrame = z.object({
  format: z.literal('lintel/price-book'),
  version: z.literal(1),
  date: isoDate,
  currency: z.literal('USD'),
  /** Second sources, by the name that rows use in `agrees`. */
  sources: z.record(z.string(), sourceSchema).optional(),
  /** When a vendor takes or took a product out of service, by product. */
  retiredOn: z.record(z.string(), isoDate).optional(),
  /** Packed: the names of the cells, when rows are lists; null or nothing stands for an absent cell. */
  columns: z.array(z.string()).optional(),
  rows: z.array(z.unknown()),
})

export type PriceRow = Readonly<z.infer<typeof rowSchema>>
export type SecondSource = Readonly<z.infer<typeof sourceSchema>>

/** A price book as plain data: what ships, and what an import makes. */
export interface PriceBookFile {
  readonly format: 'lintel/price-book'
  readonly version: 1
  /** ISO date: what the product says with "prices of". */
  readonly date: string
  readonly currency: 'USD'
  readonly sources?: Readonly<Record<string, SecondSource>>
  readonly retiredOn?: Readonly<Record<string, string>>
  readonly rows: readonly PriceRow[]
}

/** What makes a row the same price in two books. */
export function rowKey({ item, product, region }: Pick<PriceRow, 'item' | 'product' | 'region'>): string {
  return `${item}|${product ?? ''}|${region}`
}

/** As sentences name a row: `"llm.input" of "openai/gpt-4.1"`. */
export function rowName({ item, product }: Pick<PriceRow, 'item' | 'product'>): string {
  return product === undefined ? `"${item}"` : `"${item}" of "${product}"`
}
