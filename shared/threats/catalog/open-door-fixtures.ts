import type { Design } from '../../design/design.ts'
import { mailingAgent } from '../../findings/testing/bases.ts'
import { area, arrow, box, edited, grown, type RuleFixture } from '../../findings/testing/mini-design.ts'

const open: Design = edited(mailingAgent, 'a-customer-agent', { authentication: 'none' })

/** Our agent calls a server of tools of ours that stands in a public network, from a place that is trusted no less. */
const tools: Design = {
  ...grown(
    mailingAgent,
    [box('c-tools', 'mcp-server', { in: 'b-edge', settings: { effect: 'read' } })],
    [arrow('c-agent', 'c-tools', { authentication: 'none' })],
  ),
  boundaries: [
    ...(mailingAgent.boundaries ?? []),
    area('b-edge', { trust: 60, organisation: 'client', network: 'public' }),
  ],
}
const silentTools = edited(tools, 'a-agent-tools', { authentication: undefined })

/** The agent shows who it is, and the server looks at nothing. */
const unreadProof = edited(edited(tools, 'a-agent-tools', { authentication: 'oauth' }), 'c-tools', {
  settings: { authorises: false },
})

/** A gateway of ours that customers sign in to. */
const gateway = (checks: Record<string, boolean>): Design =>
  edited(mailingAgent, 'c-agent', { kind: 'api-gateway', settings: checks, plans: undefined })
const uncheckedSignIn = gateway({ authenticates: false })

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'ID-03',
    fails: open,
    alsoFails: [
      tools,
      edited(tools, 'c-tools', { kind: 'agent', settings: undefined }),
      edited(tools, 'b-edge', { organisation: undefined }),
      edited(tools, 'c-tools', { settings: { authorises: true } }),
      edited(edited(tools, 'b-edge', { organisation: 'partner' }), 'c-tools', { settings: { thirdParty: false } }),
      edited(silentTools, 'c-tools', { settings: { authorises: false } }),
      unreadProof,
      uncheckedSignIn,
    ],
    passes: mailingAgent,
    alsoPasses: [
      gateway({ authenticates: true }),
      gateway({}),
      edited(tools, 'a-agent-tools', { authentication: 'oauth' }),
      edited(tools, 'a-agent-tools', { mode: 'offline' }),
      edited(open, 'a-customer-agent', { mode: 'offline' }),
      edited(tools, 'b-edge', { network: 'private' }),
      edited(tools, 'b-edge', { network: undefined }),
      edited(tools, 'b-edge', { organisation: 'partner' }),
      edited(tools, 'c-tools', { settings: { thirdParty: true } }),
      edited(tools, 'c-tools', { kind: 'tool', settings: { effect: 'read' } }),
    ],
    quiet: [
      edited(silentTools, 'c-tools', { settings: { authorises: true } }),
      // Nobody has said how far one of the two sides is trusted.
      edited(open, 'b-internet', { trust: undefined }),
      edited(open, 'b-platform', { trust: { unknown: true } }),
    ],
    repair: { on: 'a-customer-agent', change: { authentication: 'session' } },
    unknown: { on: 'a-customer-agent', change: { authentication: { unknown: true } } },
    says: [
      [open, 'medium: '],
      [open, 'across a trust boundary', 'Authenticate Customer before'],
      [edited(open, 'c-customer', { kind: 'client' }), 'high: '],
      [unreadProof, 'high: ', 'Agent shows who it is, and Tools checks neither that', 'Let Tools check who calls'],
      [uncheckedSignIn, 'medium: ', 'shows who it is, and Agent checks nothing of it.', 'check who calls, and refuse'],
      [tools, 'high: ', 'Tools stands in a public network', 'elements: a-agent-tools b-edge', 'refuse whoever'],
      [edited(open, 'b-platform', { network: 'public' }), 'across a trust boundary'],
    ],
    asks: [[open], [tools], [silentTools, 'How does Tools know that it is Agent?']],
  },
]
