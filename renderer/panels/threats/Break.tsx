import { CornerDownRight } from 'lucide-react'
import type { Finding, Remedy } from '../../../shared/findings/finding.ts'
import { useInquiry } from '../../analysis/use-inquiry.ts'
import { Badge, Button, Tip } from '../../ui/index.ts'
import { ElementChips } from '../ElementChips.tsx'
import { placeBreak } from './place-break.ts'
import { fullPriceWords, priceLine } from './price-words.ts'

/** The cheapest way to break a threat, what it would cost, and the command that places it. */
export function Break({ finding, remedy }: { readonly finding: Finding; readonly remedy: Remedy }) {
  return (
    <div className="threat-break">
      <span>
        {remedy.title}{' '}
        <Badge tone={remedy.strength === 'deterministic' ? 'pass' : 'atRisk'}>
          {remedy.strength === 'deterministic' ? 'closes it' : 'one step less likely'}
        </Badge>{' '}
        <span className="faint">at</span> <ElementChips ids={[remedy.at]} />
      </span>
      {finding.status === 'open' ? (
        <span className="threat-break-place">
          <Button tone="plain" icon={CornerDownRight} onClick={() => placeBreak(finding)}>
            Place this control here
          </Button>
          <Price finding={finding.id} />
        </span>
      ) : null}
    </div>
  )
}

/** Worked out beside the page while somebody looks; until then it says so. */
function Price({ finding }: { readonly finding: string }) {
  const price = useInquiry({ kind: 'price', finding })
  if (price === undefined) return <span className="faint small">Working out its price...</span>
  return (
    <Tip text={fullPriceWords(price)}>
      <span className="threat-price">{priceLine(price)}</span>
    </Tip>
  )
}
