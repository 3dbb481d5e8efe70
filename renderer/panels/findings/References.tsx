import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Reference } from '../../../shared/findings/finding.ts'
import { heldWith } from '../../../shared/threats/frameworks/read-update.ts'
import { cataloguesStore } from '../../store/catalogues-store.ts'
import { referencesByCatalogue } from './references.ts'

/** What a finding refers to, a line for each catalogue; titles that were read second-hand are marked once, below. */
export function References({ references }: { readonly references: readonly Reference[] }) {
  const update = useStore(cataloguesStore, (state) => state.update)
  const lines = useMemo(() => referencesByCatalogue(references, heldWith(update)), [references, update])
  return (
    <>
      {lines.map(({ title, words, isSecondHand }) => (
        <div key={title}>
          <span className="muted">
            {title}
            {isSecondHand ? ' *' : ''}:
          </span>{' '}
          {words}
        </div>
      ))}
      {lines.some(({ isSecondHand }) => isSecondHand) ? (
        <div className="faint small">* Titles read on other pages than the publisher’s: check them there to quote.</div>
      ) : null}
    </>
  )
}
