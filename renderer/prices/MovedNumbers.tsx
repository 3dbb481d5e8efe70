import { type ReactNode, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { nameOf } from '../../shared/design/collections.ts'
import type { Band } from '../../shared/estimate/estimate.ts'
import type { PriceBookFile } from '../../shared/prices/price-row.ts'
import { useAnalysisState } from '../analysis/use-analysis.ts'
import { designStore, useDesign } from '../store/design-store.ts'
import { priceStore } from '../store/price-store.ts'
import { formatMoneyExact } from '../panels/quantities.ts'
import { verdictWords } from '../ui/index.ts'
import { computeWith } from './compute-with.ts'
import { movedNumbers } from './moved-numbers.ts'
import type { MovedNumber, MovedNumbers as Moved } from './moved-numbers.ts'

/** So many lines are named; the headlines hold the rest. */
const linesShown = 12

/** What came of computing the design with a book. */
interface Outcome {
  readonly of: PriceBookFile
  readonly moved?: Moved
  readonly failure?: string
}

/** Which numbers of the open design move with other prices; says so while they are worked out. */
export function MovedNumbers({ book }: { readonly book: PriceBookFile }) {
  const isMeaningful = useAnalysisState((state) => state.stated?.estimate.meaningful === true)
  const document = useStore(designStore, (state) => state.document)
  const design = useDesign((present) => present)
  const [outcome, setOutcome] = useState<Outcome | undefined>(undefined)
  const isAsked = useStore(designStore, ({ open }) => open) && isMeaningful
  useEffect(() => {
    if (!isAsked) return undefined
    let isCurrent = true
    const show = async (): Promise<void> => {
      try {
        const books = [priceStore.getState().imported?.book, book] as const
        const [before, after] = await Promise.all([computeWith(document, books[0]), computeWith(document, books[1])])
        if (isCurrent) setOutcome({ of: book, moved: movedNumbers(before, after) })
      } catch (error) {
        if (isCurrent) setOutcome({ of: book, failure: error instanceof Error ? error.message : String(error) })
      }
    }
    void show()
    return () => {
      isCurrent = false
    }
  }, [book, document, isAsked])
  if (!isAsked) return null
  // What other prices moved is not shown beside these.
  if (outcome?.of !== book) {
    return (
      <Part name={design.name}>
        <p>
          <output className="muted" aria-busy="true">
            Working it out…
          </output>
        </p>
      </Part>
    )
  }
  const { moved, failure } = outcome
  if (moved === undefined) return <p className="prices-reason">The numbers could not be computed: {failure}</p>
  const nothing = moved.headlines.length + moved.lines.length + moved.verdicts.length === 0
  return (
    <Part name={design.name}>
      {nothing ? <p className="muted">No number of this design moves.</p> : <MovedTable moved={moved} />}
    </Part>
  )
}

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className="prices-part" aria-label="What moves in this design">
      <h3>What moves in “{name}”</h3>
      {children}
    </section>
  )
}

function MovedTable({ moved: { headlines, lines, verdicts } }: { readonly moved: Moved }) {
  const design = useDesign((present) => present)
  return (
    <>
      <table className="ui-records prices-table">
        <thead>
          <tr>
            <th scope="col">Number</th>
            <th scope="col" className="number">
              Now
            </th>
            <th scope="col" className="number">
              With these prices
            </th>
            <th scope="col" className="number">
              Change
            </th>
          </tr>
        </thead>
        <tbody>
          {headlines.map(({ id, label, before, after }) => (
            <tr key={id} className="strong">
              <td>{label}</td>
              <Move before={before} after={after} />
            </tr>
          ))}
          {verdicts.map(({ requirement, before, after }) => (
            <tr key={requirement}>
              <td>{nameOf(design, requirement)}</td>
              <td className="number">{verdictWords[before]}</td>
              <td className="number">{verdictWords[after]}</td>
              <td className="number faint">–</td>
            </tr>
          ))}
          {lines.slice(0, linesShown).map(({ id, label, component, before, after }) => (
            <tr key={id}>
              <td>
                {nameOf(design, component)}, {label}
              </td>
              <Move before={before} after={after} />
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > linesShown ? <p className="faint small">and {lines.length - linesShown} smaller lines</p> : null}
    </>
  )
}

/** Both to the cent: rounded to their bands they would often read the same. */
function Move({ before, after }: Pick<MovedNumber, 'before' | 'after'>) {
  const share =
    before === undefined || after === undefined || before.value === 0 ? undefined : after.value / before.value - 1
  return (
    <>
      <td className="number">{before === undefined ? '–' : exact(before)}</td>
      <td className="number">{after === undefined ? '–' : exact(after)}</td>
      <td className="number prices-change" data-rises={(share ?? 0) > 0}>
        {share === undefined ? '' : `${share > 0 ? '+' : '−'}${Number(Math.abs(share * 100).toPrecision(3))} %`}
      </td>
    </>
  )
}

function exact({ value, atLeast }: Band): string {
  return `${atLeast === true ? 'at least ' : ''}${formatMoneyExact(value)}`
}
