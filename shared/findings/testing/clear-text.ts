import type { Design } from '../../design/design.ts'
import { area, arrow, box, data, miniDesign } from './mini-design.ts'

/** Restricted data go in clear text from the open network into a store of ours. */
export const clearText: Design = miniDesign({
  boundaries: [area('b-net', { trust: 0, network: 'public' }), area('b-ours', { trust: 80, network: 'private' })],
  components: [
    box('c-client', 'orchestrator', { in: 'b-net' }),
    box('c-app', 'object-store', { in: 'b-ours', holds: ['d-x'] }),
  ],
  flows: [arrow('c-client', 'c-app', { encrypted: false, request: { data: ['d-x'] } })],
  data: [data('d-x', { classification: 'restricted', personal: 'personal', writers: 'staff' })],
})
