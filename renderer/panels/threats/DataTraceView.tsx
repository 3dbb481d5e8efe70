import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { nameOf } from '../../../shared/design/collections.ts'
import type { DataAsset, Id } from '../../../shared/design/design.ts'
import { groupBy } from '../../../shared/design/group-by.ts'
import type { DataTrace, TracedFlow, TracedPlace } from '../../../shared/threats/trace-data.ts'
import { useInquiry } from '../../analysis/use-inquiry.ts'
import { Choice } from '../../ui/index.ts'
import { ElementChip, ElementChips } from '../ElementChips.tsx'
import { useDesign, useView, viewStore } from '../stores.ts'

const none: readonly DataAsset[] = []

/** Where one data asset goes: flows, stores, vendors, regions, and how long it stays, here and on the canvas. */
export function DataTraceView({ lead }: { readonly lead: ReactNode }) {
  const assets = useDesign((design) => design.data) ?? none
  const wanted = useView((view) => view.tracedAsset)
  const asset = assets.find(({ id }) => id === wanted) ?? assets[0]
  return (
    <div className="threat-page">
      <div className="panel-bar">
        {lead}
        <Choice
          label="Data asset"
          className="threat-asset"
          value={asset?.id}
          placeholder="No data yet"
          options={assets.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => viewStore.getState().set({ tracedAsset: id })}
        />
        {asset === undefined ? null : <Facts asset={asset} />}
      </div>
      {asset === undefined ? (
        <p className="panel-empty-line">
          Name the data that travels, in the panel Data, and where each goes can be followed here.
        </p>
      ) : (
        <Trace key={asset.id} asset={asset.id} />
      )}
    </div>
  )
}

function Facts({ asset: { classification, personal } }: { readonly asset: DataAsset }) {
  const words = [classification, personal].flatMap((value) =>
    typeof value === 'string' && value !== 'none' ? value : [],
  )
  return <span className="panel-bar-note">{words.join(', ')}</span>
}

function Trace({ asset }: { readonly asset: Id }) {
  const trace = useInquiry({ kind: 'trace', asset })
  const name = useDesign((design) => nameOf(design, asset))
  useShownOnCanvas(trace, name)
  if (trace === undefined) return <p className="panel-empty-line">Following {name}...</p>
  const derived = trace.assets.filter((id) => id !== asset)
  return (
    <div className="trace">
      <section className="trace-column" aria-label="Flows">
        <h3>Flows ({trace.flows.length})</h3>
        {[...groupBy(trace.flows, ({ through }) => through.join(' '))].map(([key, flows]) => (
          <Leg key={key} flows={flows} />
        ))}
      </section>
      <section className="trace-column" aria-label="Stores and retention">
        <h3>Kept in ({trace.stores.length})</h3>
        <ul>
          {trace.stores.map(({ component, isSource, retentionDays }) => (
            <li key={component}>
              <ElementChip id={component} /> {isSource ? <span className="faint">its source</span> : null}
              <span className={retentionDays === undefined ? 'trace-open' : 'muted'}>
                {retentionWords(retentionDays)}
              </span>
            </li>
          ))}
        </ul>
        {derived.length === 0 ? null : (
          <>
            <h3>Made from it</h3>
            <ElementChips ids={derived} most={8} />
          </>
        )}
      </section>
      <Places title="Organisations" places={trace.organisations} unknown="Nobody said who runs it" />
      <Places title="Regions" places={trace.regions} unknown="Nobody said where it runs" />
    </div>
  )
}

/** Flows that it reaches by way of the same models and agents, in the order in which it comes to them. */
function Leg({ flows }: { readonly flows: readonly TracedFlow[] }) {
  const through = flows[0]?.through ?? []
  return (
    <>
      {through.length === 0 ? null : (
        <p className="trace-through">
          <span className="faint">After</span> <ElementChips ids={through} most={4} />
        </p>
      )}
      <ul>
        {flows.map((flow) => (
          <li key={`${flow.flow} ${flow.direction}`}>
            <FlowLine flow={flow} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** Where it goes from where: the name of an arrow alone ("orders") tells nobody. */
function FlowLine({ flow: { flow, from, to, direction } }: { readonly flow: TracedFlow }) {
  const name = useDesign((design) => nameOf(design, flow))
  const own = useDesign((design) => design.flows?.find(({ id }) => id === flow)?.name)
  return (
    <>
      <ElementChip id={from} />
      <button
        type="button"
        className="trace-arrow"
        aria-label={name}
        title={name}
        onClick={() => viewStore.getState().select([flow])}
      >
        <ArrowRight size={13} aria-hidden />
      </button>
      <ElementChip id={to} />{' '}
      <span className="faint">
        {own === undefined ? '' : `${own}, `}
        {directionWords[direction]}
      </span>
    </>
  )
}

function Places({
  title,
  places,
  unknown,
}: {
  readonly title: string
  readonly places: readonly TracedPlace[]
  readonly unknown: string
}) {
  return (
    <section className="trace-column" aria-label={title}>
      <h3>
        {title} ({places.filter(({ name }) => name !== undefined).length})
      </h3>
      <ul>
        {places.map(({ name, components }) => (
          <li key={name ?? ''}>
            <span className={name === undefined ? 'trace-open' : 'strong'}>{name ?? unknown}</span>{' '}
            <ElementChips ids={components} most={4} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Lit up as long as it is read; what somebody else lights up meanwhile stays. */
function useShownOnCanvas(trace: DataTrace | undefined, name: string): void {
  useEffect(() => {
    if (trace === undefined) return undefined
    const shown = { id: `trace ${trace.asset}`, title: name, elements: trace.elements }
    viewStore.getState().highlight(shown)
    return () => {
      if (viewStore.getState().highlighted === shown) viewStore.getState().highlight(undefined)
    }
  }, [trace, name])
}

const directionWords = { request: 'with the call', response: 'with the answer', offline: 'outside requests' } as const

function retentionWords(days: number | undefined): string {
  if (days === undefined) return 'kept: not stated'
  return days === 1 ? 'for 1 day' : `for ${days} days`
}
