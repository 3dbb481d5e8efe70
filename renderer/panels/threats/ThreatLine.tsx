import { memo } from 'react'
import { GoneRow } from '../findings/GoneRow.tsx'
import type { ShownLine } from '../findings/hold-lines.ts'
import { PlacesRow } from '../findings/PlacesRow.tsx'
import { type ChoosingProps, ThreatRow } from './ThreatRow.tsx'

/** A line of the list: one threat, or one rule with all its places. */
export const ThreatLine = memo(function ThreatLine({
  line: { findings, gone },
  ...choosing
}: ChoosingProps & { readonly line: ShownLine }) {
  const [finding, ...others] = findings
  if (gone === true) return <GoneRow finding={finding} />
  if (others.length === 0) return <ThreatRow finding={finding} {...choosing} />
  const ids = findings.map(({ id }) => id)
  return (
    <PlacesRow
      findings={findings}
      className="threat"
      lead={
        <input
          type="checkbox"
          className="threat-choose"
          aria-label={`Choose ${finding.title}, ${findings.length} places`}
          checked={ids.every((id) => choosing.chosen.has(id))}
          onChange={() => choosing.onToggle(ids)}
        />
      }
    >
      {findings.map((one) => (
        <ThreatRow key={one.id} finding={one} {...choosing} />
      ))}
    </PlacesRow>
  )
})
