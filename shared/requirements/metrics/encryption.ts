import { truth } from '../../design/value.ts'
import { type Covered, measureCoverage } from '../coverage.ts'
import type { Metric } from '../metric.ts'
import { componentsIn } from '../scope.ts'

const covering = {
  unit: 'share',
  category: 'security.confidentiality',
  aggregates: [],
  usual: { is: '>=', target: 1 },
} as const

/** The share of stores whose data is encrypted at rest. */
export const encryptionAtRest: Metric = {
  ...covering,
  id: 'encryption.atRest',
  title: 'Encryption at rest',
  scopes: ['design', 'components'],
  verification: 'attribute',
  verify(requirement, { graph }) {
    const named = requirement.on === undefined ? undefined : componentsIn(requirement.on, graph)
    const stores = graph
      .with('stores-data')
      .filter((store) => named?.includes(store.id) !== false && 'encryptedAtRest' in graph.kindOf(store).settings)
    const covered = stores.map((store): Covered => {
      const is = graph.settings(store).truth('encryptedAtRest')
      return { id: store.id, name: store.name, is, ask: { on: store.id, field: 'settings.encryptedAtRest' } }
    })
    return measureCoverage(requirement, covered, {
      subject: 'Encryption at rest',
      noun: ['store', 'stores'],
      question: (names) => `Is everything in ${names} encrypted at rest, with keys we control?`,
    })
  },
}

/**
 * The share of arrows that are encrypted, of those named, or of those that leave a zone of trust, a network or an
 * organisation.
 */
export const encryptionInTransit: Metric = {
  ...covering,
  id: 'encryption.inTransit',
  title: 'Encryption in transit',
  scopes: ['design', 'flows'],
  verification: 'structural',
  verify(requirement, { graph }) {
    const { on } = requirement
    const leaves = (id: string): boolean =>
      (['trust', 'network', 'organisation'] as const).some((facet) => graph.crosses(id, facet) === true)
    const covered = graph.flows
      .filter(({ id }) => (on === undefined ? leaves(id) : on.includes(id)))
      .map(({ id, flow }): Covered => {
        const is = truth(flow.encrypted)
        return { id, name: graph.name(id), is, ask: { on: id, field: 'encrypted' } }
      })
    return measureCoverage(requirement, covered, {
      subject: 'Encryption in transit',
      noun: ['arrow', 'arrows'],
      question: (names) => `Is everything along ${names} encrypted?`,
    })
  },
}
