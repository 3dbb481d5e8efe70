import type { Band } from '../../shared/estimate/estimate.ts'
import type { Unit } from '../../shared/kinds/fields/field.ts'
import { formatBand } from './quantities.ts'

interface BandNumberProps {
  readonly band: Band | undefined
  readonly unit: Unit
  /** After the number: "/month". */
  readonly per?: string
}

/** A number with as many digits as its band allows, and the band in small type; a dash when there is none. */
export function BandNumber({ band, unit, per }: BandNumberProps) {
  if (band === undefined) return <span className="faint">–</span>
  const shown = formatBand(band, unit)
  return (
    <span className="band-number">
      <span className="band-value">
        {shown.text}
        {per === undefined ? null : <span className="band-per">{per}</span>}
      </span>
      {shown.band === undefined ? null : <span className="band-range">{shown.band}</span>}
    </span>
  )
}
