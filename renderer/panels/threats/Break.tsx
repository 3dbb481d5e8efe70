import { CornerDownRight } from 'lucide-react'
import type { Finding, Remedy } from '../../../shared/findings/finding.ts'
import { Badge, Button } from '../../ui/index.ts'
import { ElementChips } from '../ElementChips.tsx'
import { placeRemedy } from '../findings/treat.ts'

/** The cheapest way to break a threat, and the command that places it. */
export function Break({ finding, remedy }: { readonly finding: Finding; readonly remedy: Remedy }) {
  return (
    <>
      {remedy.title} <Badge tone={remedy.strength === 'deterministic' ? 'pass' : 'atRisk'}>{remedy.strength}</Badge>{' '}
      <ElementChips ids={[remedy.at]} />
      {finding.status === 'open' ? (
        <Button
          tone="plain"
          icon={CornerDownRight}
          className="finding-remedy"
          onClick={() => placeRemedy(finding, remedy)}
        >
          Place this control
        </Button>
      ) : null}
    </>
  )
}
