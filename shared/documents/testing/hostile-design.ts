import type { Design } from '../../design/design.ts'
import { supportAgentDesign } from '../../design/testing/fixtures.ts'

const nasty = `<script>alert(1)</script> | =cmd|'/c calc'!A1 "quoted" & \`code\` [x](javascript:alert(1)) *b* \u0001`

/** A design whose every name tries to be more than a name. */
export const hostile: Design = {
  ...supportAgentDesign,
  name: nasty,
  client: nasty,
  summary: nasty,
  components: supportAgentDesign.components!.map((component) => ({ ...component, name: nasty })),
  boundaries: supportAgentDesign.boundaries!.map((boundary) => ({ ...boundary, name: nasty })),
  data: supportAgentDesign.data!.map((asset) => ({ ...asset, name: nasty })),
  flows: supportAgentDesign.flows!.map((flow) => ({ ...flow, name: nasty })),
  actions: supportAgentDesign.actions!.map((action) => ({ ...action, name: nasty })),
  decisions: [
    {
      id: 'adr-x',
      number: 1,
      name: nasty,
      status: 'proposed',
      options: [{ id: 'o-x', title: nasty, good: [nasty] }],
      context: nasty,
    },
  ],
}
