import type { Unit } from '../../kinds/fields/field.ts'

/** What a price is of, and what it is counted by. */
export interface PriceItem {
  /** As it reads in a formula and in the ledger. */
  readonly label: string
  readonly unit: Unit
  /** The price does not depend on the component's product: an unlisted product gets the general row. */
  readonly anyProduct?: boolean
  /** A tier that a book may lack altogether: the plain price stands in. */
  readonly optional?: boolean
}
