import type { Design, Id, Step } from '../../design/design.ts'
import { kinds } from '../../kinds/index.ts'
import { products } from '../../kinds/products/index.ts'
import { buildGraph } from '../build-graph.ts'
import { buildLineage } from '../build-lineage.ts'
import type { CarriedCall, Lineage } from '../lineage.ts'

export const follow = (design: Design): Lineage => buildLineage(buildGraph(design, kinds, products))

export const callOf = (lineage: Lineage, flow: Id): CarriedCall => {
  const found = lineage.calls.find((call) => call.flow === flow)
  if (found === undefined) throw new Error(`Nothing calls ${flow}`)
  return found
}

/** "asset: gate gate?" for each asset that a call carries; a question mark where the order is only a default. */
export const seen = (lineage: Lineage, flow: Id): readonly string[] =>
  callOf(lineage, flow).carried.map(({ asset, marks }) =>
    `${asset}: ${marks.map(({ gate, certain }) => `${gate}${certain ? '' : '?'}`).join(' ')}`.trim(),
  )

/** A person asks a service that holds the steps; every other box hangs on the service. */
export function hub(steps: readonly Step[] | undefined, more: Partial<Design> = {}): Design {
  return {
    format: 'lintel/design',
    version: 1,
    id: 'd-hub',
    name: 'Hub',
    components: [
      { id: 'person', name: 'Person', kind: 'user' },
      { id: 'hub', name: 'Hub', kind: 'orchestrator', ...(steps === undefined ? {} : { plans: [{ steps }] }) },
      { id: 'guard', name: 'Guard', kind: 'guardrail' },
      { id: 'policy', name: 'Policy', kind: 'policy-gate' },
      { id: 'model', name: 'Model', kind: 'llm-self-hosted' },
      { id: 'web', name: 'Web', kind: 'tool', holds: ['pages'], settings: { effect: 'read' } },
      { id: 'mail', name: 'Mail', kind: 'tool', settings: { effect: 'comm' } },
    ],
    flows: [
      { id: 'ask', from: 'person', to: 'hub', request: { data: ['words'] } },
      { id: 'to-guard', from: 'hub', to: 'guard' },
      { id: 'to-policy', from: 'hub', to: 'policy' },
      { id: 'to-model', from: 'hub', to: 'model', mode: 'sync' },
      { id: 'to-web', from: 'hub', to: 'web' },
      { id: 'to-mail', from: 'hub', to: 'mail' },
    ],
    data: [
      { id: 'words', name: 'Words', writers: 'anyone' },
      { id: 'pages', name: 'Pages', writers: 'anyone' },
    ],
    ...more,
  }
}

export const calls = ['to-guard', 'to-policy', 'to-model', 'to-web', 'to-mail']

/** The steps of a hub that makes every call; those not named come after the ones that matter. */
export const stepsOf = (...steps: readonly Step[]): readonly Step[] => {
  const named = JSON.stringify(steps)
  const rest = calls.filter((flow) => !named.includes(`"${flow}"`)).map((flow): Step => ({ call: flow, share: 0 }))
  return [...steps, ...rest]
}
