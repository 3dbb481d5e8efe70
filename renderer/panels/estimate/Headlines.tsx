import type { Estimate } from '../../../shared/estimate/estimate.ts'
import { thinSpace } from '../../../shared/kinds/number-format.ts'
import { BandNumber } from '../BandNumber.tsx'
import { formatQuantity } from '../quantities.ts'

/** The numbers that a meeting asks for first. Technology and people are two headlines, never one. */
export function Headlines({ estimate }: { readonly estimate: Estimate }) {
  const main = estimate.actions.find((action) => action.action === estimate.mainAction)
  const once = estimate.onceUsd.value > 0 ? estimate.onceUsd : undefined
  return (
    <dl className="headlines">
      <div>
        <dt>Technology</dt>
        <dd>
          <BandNumber band={estimate.technologyUsdPerMonth} unit="USD" per=" /month" large />
        </dd>
      </div>
      <div>
        <dt>People</dt>
        <dd>
          <BandNumber band={estimate.peopleUsdPerMonth} unit="USD" per=" /month" large />
        </dd>
      </div>
      <div>
        <dt>Per 1{thinSpace}000 requests</dt>
        <dd>
          <BandNumber band={estimate.usdPerThousandRequests} unit="USD" />
        </dd>
      </div>
      {once === undefined ? null : (
        <div>
          <dt>Once</dt>
          <dd>
            <BandNumber band={once} unit="USD" />
          </dd>
        </div>
      )}
      <div>
        <dt>First words, p95</dt>
        <dd>
          <BandNumber band={main?.first?.p95} unit="ms" />
        </dd>
      </div>
      <div>
        <dt>Full answer, p95</dt>
        <dd>
          <BandNumber band={main?.full?.p95} unit="ms" />
        </dd>
      </div>
      {estimate.availability === undefined ? null : (
        <div>
          <dt>Availability</dt>
          <dd>
            <BandNumber band={estimate.availability} unit="share" />
            <span className="band-range">
              down {formatQuantity(estimate.availability.downMinutesPerMonth, 'minutes')} a month
            </span>
          </dd>
        </div>
      )}
      {main === undefined ? null : <p className="headlines-note">Speed of “{main.name}”, the most used action.</p>}
    </dl>
  )
}
