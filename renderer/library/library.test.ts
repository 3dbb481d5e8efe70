import { describe, expect, it } from 'vitest'
import type { Backup } from '../../shared/ipc.ts'
import type { StoredDesign } from '../store/stored.ts'
import { formatWhen } from './format-when.ts'
import { newestOfEach } from './newest-backups.ts'
import { searchDesigns } from './search-designs.ts'
import { miniatureOf } from './thumbnail.ts'

const stored = (name: string, extra: Partial<StoredDesign['document']> = {}): StoredDesign => ({
  workspaceId: 'w',
  id: name,
  name,
  updatedAt: 0,
  document: { format: 'lintel/design', version: 1, id: name, name, ...extra },
})

describe('home', () => {
  it('finds designs by name, summary, client and components', () => {
    const list = [
      stored('Research RAG', { client: 'Asset manager' }),
      stored('Fraud', { components: [{ id: 'c', name: 'Feature store', kind: 'feature-store' }] }),
    ]
    expect(searchDesigns(list, 'rag asset').map((one) => one.name)).toEqual(['Research RAG'])
    expect(searchDesigns(list, 'FEATURE').map((one) => one.name)).toEqual(['Fraud'])
    expect(searchDesigns(list, '')).toBe(list)
  })
  it('says how long ago a change was', () => {
    const day = 86_400_000
    const now = Date.UTC(2026, 10, 21, 12)
    expect([5000, 12 * 60_000, 3 * 3_600_000, day, 4 * day].map((age) => formatWhen(now - age, now))).toEqual([
      'just now',
      '12 min ago',
      '3 h ago',
      'yesterday',
      '4 days ago',
    ])
    expect(formatWhen(Date.UTC(2026, 9, 2), now)).toBe('2 Oct 2026')
  })
  it('draws what has no place as well', () => {
    const { cards, lines, box } = miniatureOf({
      format: 'lintel/design',
      version: 1,
      id: 'd',
      name: 'D',
      components: [
        { id: 'a', name: 'A', kind: 'user' },
        { id: 'b', name: 'B', kind: 'a-kind-of-tomorrow' },
      ],
      flows: [
        { id: 'f', from: 'a', to: 'b' },
        { id: 'g', from: 'a', to: 'gone' },
      ],
    })
    expect(cards).toHaveLength(2)
    expect(lines.map((line) => line.id)).toEqual(['f'])
    expect(box.w).toBeGreaterThan(0)
  })
})

describe('recovery', () => {
  const backup = (designId: string, savedAt: string, workspaceId = 'w'): Backup => ({
    backupId: `${designId} ${savedAt}`,
    workspaceId,
    designId,
    designName: designId,
    savedAt,
    bytes: 1,
  })
  it('offers the newest backup of every design, clients apart', () => {
    const offered = newestOfEach([
      backup('a', '2026-11-20T10:00:00Z'),
      backup('a', '2026-11-20T11:00:00Z'),
      backup('b', '2026-11-19T10:00:00Z'),
      backup('a', '2026-11-18T10:00:00Z', 'other'),
    ])
    expect(offered.map((one) => one.backupId)).toEqual([
      'a 2026-11-20T11:00:00Z',
      'b 2026-11-19T10:00:00Z',
      'a 2026-11-18T10:00:00Z',
    ])
  })
})
