/** Stands in for details that a panel has just asked for; of most designs they are there before anybody could read it. */
export function DetailsOnTheWay() {
  return <p className="panel-empty-line details-on-the-way">The details are being worked out.</p>
}
