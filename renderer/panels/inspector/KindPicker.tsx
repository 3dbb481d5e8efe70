import { useState } from 'react'
import type { Value } from '../../../shared/design/design.ts'
import { known } from '../../../shared/design/value.ts'
import { findProduct, kinds, products, productsOf } from '../../../shared/kinds/index.ts'
import type { Kind } from '../../../shared/kinds/kind.ts'
import type { Standards } from '../../../shared/standards/standards.ts'
import { standingOf } from '../../../shared/standards/technology-standing.ts'
import { useStandards } from '../../store/standards-store.ts'
import { FieldRow, SearchChoice } from '../../ui/index.ts'
import type { OptionGroup } from '../../ui/index.ts'
import { todayIso } from '../edits.ts'
import { KindIcon } from '../KindIcon.tsx'
import { StandingMark, standingWord } from '../TechnologyMark.tsx'
import { findKinds, findProducts } from './found-options.ts'
import type { Coverage, ProductGroup } from './found-options.ts'
import { restate } from './value-edits.ts'

const offered = kinds.filter((kind) => !kind.traits.includes('unknown-kind'))
const ofProduct = ' as '

interface KindPickerProps {
  /** For whoever hears it: of which component; "Kind" when absent. */
  readonly label?: string
  readonly value: string
  /** A product comes along when somebody looked for it. */
  readonly onChange: (kind: string, product?: string) => void
}

/** What a component is; settings of the old kind are kept and count again when it returns. */
export function KindPicker({ value, onChange, label = 'Kind' }: KindPickerProps) {
  return (
    <SearchChoice
      quiet
      label={label}
      className="inspector-kind"
      value={value}
      shown={kinds.find((kind) => kind.id === value)?.title ?? `${value} (unknown kind)`}
      searchLabel="Find a kind or a product"
      nothingFound="Nothing is called that."
      find={(text) =>
        findKinds(offered, products, text).map(({ heading, found }) => ({
          heading,
          options: found.map(({ kind, product }) => ({
            value: product === undefined ? kind.id : `${product.id}${ofProduct}${kind.id}`,
            label: product?.title ?? kind.title,
            icon: <KindIcon kind={kind.id} size={14} />,
            ...(product === undefined ? {} : { hint: kind.title }),
          })),
        }))
      }
      onChange={(chosen) => {
        const [first = '', kind] = chosen.split(ofProduct)
        if (kind === undefined) onChange(first)
        else onChange(kind, first)
      }}
    />
  )
}

interface ProductPickerProps {
  readonly kind: Kind
  readonly value: Value<string> | undefined
  readonly onChange: (product: Value<string> | undefined) => void
}

/** Which product it is: its facts fill what settings leave open. */
export function ProductPicker({ kind, value, onChange }: ProductPickerProps) {
  const [coverage, setCoverage] = useState<Coverage | undefined>(undefined)
  const product = known(value)
  const own = productsOf(kind)
  const standards = useStandards((each) => each)
  if (own.length === 0 && product === undefined) return null
  const today = todayIso()
  return (
    <FieldRow label="Product">
      {(id) => (
        <SearchChoice
          id={id}
          value={product}
          shown={product === undefined ? undefined : (findProduct(product)?.title ?? product)}
          placeholder="Not chosen"
          searchLabel="Find a product"
          nothingFound={`No ${kind.title} is called that.`}
          find={(text) => withStandings(findProducts(kind, own, text, coverage, today), standards, today)}
          onOpen={() => void readCoverage().then(setCoverage)}
          onChange={(next) => onChange(restate(value, next) as Value<string>)}
          clearLabel="Not chosen"
          onClear={() => onChange(undefined)}
        />
      )}
    </FieldRow>
  )
}

/** What the list of the house says of each product: its sign, and the word before the rest. */
function withStandings(
  groups: readonly ProductGroup[],
  standards: Standards | undefined,
  today: string,
): readonly OptionGroup[] {
  if (standards === undefined) return groups
  return groups.map(({ heading, options }) => ({
    heading,
    options: options.map((option) => {
      const standing = standingOf(option.value, standards, today)
      if (standing === undefined) return option
      const hint = [standingWord(standing), ...(option.hint === undefined ? [] : [option.hint])].join(', ')
      return { ...option, icon: <StandingMark standing={standing} />, hint }
    }),
  }))
}

/** Which products have a price in the book and a time: read when somebody looks, since the book is large. */
async function readCoverage(): Promise<Coverage> {
  const [{ currentBook }, { coverProducts }] = await Promise.all([
    import('../../store/current-book.ts'),
    import('../../../shared/prices/coverage.ts'),
  ])
  return new Map(coverProducts(products, currentBook().rows).map((covered) => [covered.product.id, covered]))
}
