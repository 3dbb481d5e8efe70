import type { Design } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import { box, data, edited, type RuleFixture } from '../../findings/testing/mini-design.ts'

/** The service calls with a key that never ends. */
const lasting: Design = {
  ...edited(searchService, 'c-service', { as: 'i-service' }),
  context: { complete: ['access'] },
  identities: [{ id: 'i-service', name: 'Service account', type: 'service', credential: 'longLived' }],
}
const keys = data('d-keys', { type: 'secret', classification: 'restricted', personal: 'none', writers: 'system' })
const holding = (id: string): Design => ({
  ...edited(searchService, id, { holds: ['d-keys'] }),
  data: [...(searchService.data ?? []), keys],
})
const withVault = (design: Design): Design => ({
  ...design,
  components: [...(design.components ?? []), box('c-vault', 'secret-store', { in: 'b-platform' })],
  flows: [...(design.flows ?? []), { id: 'a-vault', from: 'c-service', to: 'c-vault', mode: 'offline' }],
})
const inVault: Design = {
  ...edited(withVault(holding('c-vault')), 'c-vault', { holds: ['d-keys'] }),
}

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'SEC-09',
    fails: lasting,
    alsoFails: [holding('c-service'), withVault(holding('c-service'))],
    passes: edited(lasting, 'i-service', { credential: 'shortLived' }),
    alsoPasses: [
      { ...lasting, context: {} },
      withVault(lasting),
      inVault,
      edited(lasting, 'c-service', { as: undefined }),
    ],
    says: [
      [lasting, 'Service uses the lasting key'],
      [withVault(holding('c-service')), 'Move to Vault'],
    ],
    repair: { on: 'i-service', change: { credential: 'shortLived' } },
  },
]
