import { memo } from 'react'
import { FindingRow } from './FindingRow.tsx'
import { GoneRow } from './GoneRow.tsx'
import type { ShownLine } from './hold-lines.ts'
import { PlacesRow } from './PlacesRow.tsx'

/** A line of the list: one finding, or one rule with all its places. */
export const LineRow = memo(function LineRow({ line: { findings, gone } }: { readonly line: ShownLine }) {
  const [finding, ...others] = findings
  if (gone === true) return <GoneRow finding={finding} />
  if (others.length === 0) return <FindingRow finding={finding} />
  return (
    <PlacesRow findings={findings}>
      {findings.map((one) => (
        <FindingRow key={one.id} finding={one} />
      ))}
    </PlacesRow>
  )
})
