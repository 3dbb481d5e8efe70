import type { Scalar } from '../design/design.ts'
import type { Trait } from '../kinds/kind.ts'

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'has' | 'stated'

/**
 * A choice of elements as data, for rule packs, mandatory controls and the scope of requirements. Three-valued: what a
 * field does not say is neither yes nor no. Names are matched with "*" for any run of characters, never with a pattern
 * language that could run for ever.
 */
export type Condition =
  | { readonly kind: string | readonly string[] }
  | { readonly trait: Trait | readonly Trait[] }
  | { readonly product: string | readonly string[] }
  | { readonly name: string }
  | { readonly tag: string }
  /** Inside a boundary that meets the condition. */
  | { readonly inside: Condition }
  /** Holds, or for an arrow carries, a data asset that meets the condition. */
  | { readonly data: Condition }
  /** For an arrow: who calls, and who answers. */
  | { readonly from: Condition }
  | { readonly to: Condition }
  /** For an arrow: whether its ends differ in trust, organisation, region or network. */
  | { readonly crosses: 'trust' | 'organisation' | 'region' | 'network' }
  /** A setting, or a field of the element itself: 'settings.retentionDays', 'encrypted', 'classification'. */
  | { readonly field: string; readonly is: Comparison; readonly value?: Scalar }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
