import { useEffect, useState } from 'react'
import { nameOf } from '../../shared/design/collections.ts'
import type { PriceBookFile } from '../../shared/prices/price-row.ts'
import { useAnalysisState } from '../analysis/use-analysis.ts'
import { designStore, useDesign } from '../store/design-store.ts'
import { formatUsdExact } from '../panels/quantities.ts'
import { BandNumber } from '../panels/BandNumber.tsx'
import { verdictWords } from '../ui/index.ts'
import { computeWith } from './compute-with.ts'
import { movedNumbers } from './moved-numbers.ts'
import type { MovedNumbers as Moved } from './moved-numbers.ts'

/** So many lines are named; the headlines hold the rest. */
const linesShown = 12

/** Which numbers of the open design move with other prices. */
export function MovedNumbers({ book }: { readonly book: PriceBookFile }) {
  const stated = useAnalysisState((state) => state.stated)
  const design = useDesign((present) => present)
  const [moved, setMoved] = useState<Moved | undefined>(undefined)
  const [failure, setFailure] = useState<string | undefined>(undefined)
  useEffect(() => {
    const { open, document } = designStore.getState()
    if (!open || stated === undefined || !stated.estimate.meaningful) return undefined
    let isCurrent = true
    const show = async (): Promise<void> => {
      try {
        const after = await computeWith(document, book)
        if (isCurrent) setMoved(movedNumbers(stated, after))
      } catch (error) {
        if (isCurrent) setFailure(error instanceof Error ? error.message : String(error))
      }
    }
    void show()
    return () => {
      isCurrent = false
    }
  }, [book, stated])
  if (failure !== undefined) return <p className="prices-reason">The numbers could not be computed: {failure}</p>
  if (moved === undefined) return null
  const { headlines, lines, verdicts } = moved
  const nothing = headlines.length + lines.length + verdicts.length === 0
  return (
    <section className="prices-part" aria-label="What moves in this design">
      <h3>What moves in “{design.name}”</h3>
      {nothing ? <p className="muted">No number of this design moves.</p> : null}
      <table className="prices-table">
        <tbody>
          {headlines.map(({ id, label, before, after }) => (
            <tr key={id} className="strong">
              <td>{label}</td>
              <td className="number">
                <BandNumber band={before} unit="USD/month" />
              </td>
              <td className="number">
                <BandNumber band={after} unit="USD/month" />
              </td>
            </tr>
          ))}
          {verdicts.map(({ requirement, before, after }) => (
            <tr key={requirement}>
              <td>{nameOf(design, requirement)}</td>
              <td>{verdictWords[before]}</td>
              <td>{verdictWords[after]}</td>
            </tr>
          ))}
          {lines.slice(0, linesShown).map(({ id, label, component, before, after }) => (
            <tr key={id}>
              <td>
                {nameOf(design, component)}, {label}
              </td>
              <td className="number">{before === undefined ? '–' : formatUsdExact(before.value)}</td>
              <td className="number">{after === undefined ? '–' : formatUsdExact(after.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > linesShown ? <p className="faint small">and {lines.length - linesShown} smaller lines</p> : null}
    </section>
  )
}
