import { Dexie } from 'dexie'
import type { EntityTable, Table } from 'dexie'
import type { Design, Id } from '../../shared/design/design.ts'
import type {
  StoredBrand,
  StoredCard,
  StoredCatalogues,
  StoredDesign,
  StoredHistory,
  StoredPrices,
  StoredStandards,
  StoredUnderlay,
  Workspace,
} from './stored.ts'

/**
 * A design as it lies in its table: text goes in and out of a database in a fraction of the time that a tree of thousands
 * of objects takes. Versions before 7 kept the tree.
 */
export type DesignRow = Omit<StoredDesign, 'document'> & { readonly document: string | Design }

/** The library of record. Versions are only ever appended. */
class LibraryDatabase extends Dexie {
  readonly workspaces!: EntityTable<Workspace, 'id'>
  readonly designs!: Table<DesignRow, [string, Id]>
  readonly prices!: EntityTable<StoredPrices, 'workspaceId'>
  readonly standards!: EntityTable<StoredStandards, 'workspaceId'>
  readonly catalogues!: EntityTable<StoredCatalogues, 'workspaceId'>
  readonly brands!: EntityTable<StoredBrand, 'workspaceId'>
  readonly underlays!: Table<StoredUnderlay, [string, Id]>
  readonly histories!: Table<StoredHistory, [string, Id]>
  readonly cards!: Table<StoredCard, [string, Id]>

  constructor(name = 'lintel-library') {
    super(name)
    this.version(1).stores({
      workspaces: 'id, name',
      designs: '[workspaceId+id], workspaceId, updatedAt',
    })
    this.version(2).stores({ prices: 'workspaceId' })
    this.version(3).stores({ standards: 'workspaceId' })
    this.version(4).stores({ histories: '[workspaceId+id]' })
    this.version(5).stores({ catalogues: 'workspaceId' })
    this.version(6).stores({ brands: 'workspaceId', underlays: '[workspaceId+id]' })
    this.version(7).stores({ cards: '[workspaceId+id], workspaceId' })
  }
}

export const library = new LibraryDatabase()

/** The design of a row, which its document is read for. */
export function readRow(row: DesignRow): StoredDesign {
  const { document } = row
  return { ...row, document: typeof document === 'string' ? (JSON.parse(document) as Design) : document }
}

export function toRow(stored: StoredDesign): DesignRow {
  return { ...stored, document: JSON.stringify(stored.document) }
}
