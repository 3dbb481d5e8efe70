import type { Design, Settings, Step } from '../../design/design.ts'
import { arrow, box, call, edited, grown, plan } from '../../findings/testing/mini-design.ts'

const ours = { in: 'b-platform' }
const said = { request: { data: ['d-message'] } }
/** The customer writes to this box, and no longer to the agent. */
const writingTo = (design: Design, to: string): Design => edited(design, 'a-customer-agent', { to })

/** A gate of this kind before the mail is sent. */
export function gated(design: Design, kind: string, settings = {}): Design {
  const withGate = {
    ...design,
    components: [...(design.components ?? []), box('c-gate', kind, { in: 'b-platform', settings })],
    flows: [...(design.flows ?? []), arrow('c-agent', 'c-gate', { mode: 'sync' })],
  }
  const steps = [call('a-agent-model'), call('a-agent-orders'), call('a-agent-gate'), call('a-agent-mail')]
  return edited(withGate, 'c-agent', plan(...steps))
}

/** What the customer writes passes a gate of this kind first; the agent behind it acts as it likes. */
export const fronted = (design: Design, kind: string, settings: Settings = {}): Design =>
  writingTo(
    grown(design, [box('c-front', kind, { ...ours, settings })], [arrow('c-front', 'c-agent', said)]),
    'c-front',
  )

/** One gate for both: it looks at what the customer writes, and the agent calls it at its place among these steps. */
export const atBothEnds = (design: Design, ...steps: readonly string[]): Design =>
  edited(
    writingTo(
      grown(
        gated(design, 'policy-gate'),
        [box('c-desk', 'orchestrator', { ...ours, ...plan(call('a-desk-gate'), call('a-desk-agent')) })],
        [arrow('c-desk', 'c-gate', { mode: 'sync', ...said }), arrow('c-desk', 'c-agent', said)],
      ),
      'c-desk',
    ),
    'c-agent',
    plan(...steps.map((each): Step => call(each))),
  )
