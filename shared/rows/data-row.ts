import type { Classification, PersonalData, Writers } from '../design/design.ts'
import { addDataAsset } from '../design/edit/index.ts'
import { readAmount } from './amount.ts'
import type { RowKind } from './row.ts'

const classes: readonly (readonly [RegExp, Classification])[] = [
  [/restricted|secret|highly|strict/u, 'restricted'],
  [/confidential|sensitive/u, 'confidential'],
  [/internal/u, 'internal'],
  [/public|open/u, 'public'],
]
const personal: readonly (readonly [RegExp, PersonalData])[] = [
  [/special|health|biometric|article 9/u, 'special'],
  [/^(?:no|none|n|false)\b/u, 'none'],
  [/^(?:yes|y|true)\b|pii|personal/u, 'personal'],
]
const writers: readonly (readonly [RegExp, Writers])[] = [
  [/anyone|public|internet|outside/u, 'anyone'],
  [/customer|client|user/u, 'customers'],
  [/partner|supplier|vendor/u, 'partners'],
  [/curator|editor|librarian/u, 'curators'],
  [/system|machine|sensor/u, 'system'],
  [/staff|employee|internal|team/u, 'staff'],
]

/** A data asset with its class, whether it is about people, who can write it and how long it is kept. */
export const dataRow: RowKind = {
  fields: {
    name: ['data', 'data asset', 'asset', 'dataset', 'data set', 'data category'],
    classification: ['class', 'sensitivity', 'confidentiality', 'data class'],
    personal: ['pii', 'personal data', 'gdpr'],
    writers: ['author', 'authors', 'written by', 'writer'],
    retentionDays: ['retention', 'retention days', 'kept for', 'retention in days'],
    owner: ['team', 'responsible', 'data owner'],
    notes: ['description', 'comment', 'comments', 'note'],
  },
  tells: ['classification', 'personal', 'writers', 'retentionDays'],
  plan: ({ name, owner, notes, ...cells }, line) => {
    if (name === undefined) return { line, name: '', takenFor: 'nothing', doubts: ['The row has no name.'] }
    const read = <T>(field: string, words: readonly (readonly [RegExp, T])[]): T | undefined =>
      words.find(([pattern]) => pattern.test((cells[field] ?? '').toLowerCase()))?.[1]
    const classification = read('classification', classes)
    const about = read('personal', personal)
    const by = read('writers', writers)
    const days = daysOf(cells['retentionDays'])
    const unread = (
      [
        ['classification', classification],
        ['personal', about],
        ['writers', by],
        ['retentionDays', days],
      ] as const
    ).flatMap(([field, value]) => {
      const cell = cells[field]
      return cell === undefined || value !== undefined ? [] : [`"${cell}" was not understood: it stays open.`]
    })
    return {
      line,
      name,
      takenFor: ['data', classification, about === 'none' ? 'not personal' : about]
        .filter((word) => word !== undefined)
        .join(', '),
      doubts: unread,
      add: (design, newId) =>
        addDataAsset(design, {
          id: newId('data'),
          name,
          ...(classification === undefined ? {} : { classification }),
          ...(about === undefined ? {} : { personal: about }),
          ...(by === undefined ? {} : { writers: by }),
          ...(days === undefined ? {} : { facts: { retentionDays: days } }),
          ...(owner === undefined ? {} : { owner }),
          ...(notes === undefined ? {} : { notes }),
        }),
    }
  },
}

function daysOf(cell: string | undefined): number | undefined {
  const amount = cell === undefined ? undefined : readAmount(cell)
  if (amount === undefined) return undefined
  if (/year|\by\b/u.test(amount.unit)) return amount.value * 365
  return /month/u.test(amount.unit) ? Math.round(amount.value * 30.4) : amount.value
}
