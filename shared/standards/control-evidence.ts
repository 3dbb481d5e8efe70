import type { Condition } from '../graph/condition.ts'

/**
 * What of the drawing itself shows that a control is there, besides a record that says so: a setting of a box or an
 * arrow. A control that is not here can only be recorded.
 */
export const controlEvidence: Readonly<Record<string, Condition>> = {
  'encrypt-at-rest': { field: 'settings.encryptedAtRest', is: '=', value: true },
  'encrypt-in-transit': { field: 'encrypted', is: '=', value: true },
  'retention-limit': { field: 'settings.retentionDays', is: 'stated' },
  'pin-versions': { field: 'settings.pinned', is: '=', value: true },
  'kill-switch': { field: 'settings.killSwitch', is: '=', value: true },
  'step-limit': { field: 'settings.maxSteps', is: 'stated' },
  'schema-check': { field: 'settings.schemaChecked', is: '=', value: true },
  sandbox: { field: 'settings.sandbox', is: '=', value: true },
  'ai-notice': { field: 'settings.saysAi', is: '=', value: true },
  'data-processing-terms': {
    all: [
      { field: 'settings.dataProcessingAgreement', is: '=', value: true },
      { field: 'settings.noTraining', is: '=', value: true },
    ],
  },
  'rate-limit': { field: 'settings.rateLimitPerMinute', is: 'stated' },
  'access-in-query': { field: 'settings.accessControl', is: '=', value: 'query' },
  'authenticate-callers': {
    all: [
      { field: 'authentication', is: 'stated' },
      { field: 'authentication', is: '!=', value: 'none' },
    ],
  },
  'private-network': { field: 'network', is: 'in', value: ['private', 'isolated'] },
}
