import type { Design, Id } from '../../shared/design/design.ts'
import { newId } from '../../shared/design/edit/new-id.ts'
import { sameJson } from '../../shared/design/same-json.ts'
import { type DesignRow, library, readRow, toRow } from './library-database.ts'
import type { LinkedFile, StoredDesign, Workspace } from './stored.ts'
import { unnamedDesign } from '../../shared/design/unnamed.ts'

const firstWorkspaceName = 'My workspace'
/** How long a deleted design can be brought back. */
export const keepDeletedMs = 30 * 86_400_000

const random = (): number => Math.random()

export async function listWorkspaces(): Promise<readonly Workspace[]> {
  return (await library.workspaces.toArray()).toSorted((a, b) => a.name.localeCompare(b.name))
}

/** True when nothing was ever kept here, or all of it was lost: then backups are worth offering. */
export async function isFresh(): Promise<boolean> {
  return (await library.workspaces.count()) === 0
}

export async function createWorkspace(name: string, id?: string): Promise<Workspace> {
  const taken = new Set((await listWorkspaces()).map((one) => one.id))
  const workspace: Workspace = {
    id: id ?? newId('workspace', taken, random),
    name: await freeName(name),
    createdAt: Date.now(),
  }
  await library.workspaces.put(workspace)
  return workspace
}

/** The workspaces, with one to begin with when there is none. */
export async function ensureWorkspace(): Promise<readonly Workspace[]> {
  return library.transaction('rw', library.workspaces, async () => {
    const before = await listWorkspaces()
    return before.length > 0 ? before : [await createWorkspace(firstWorkspaceName)]
  })
}

export async function nameWorkspace(id: string): Promise<string | undefined> {
  return (await library.workspaces.get(id))?.name
}

export async function renameWorkspace(id: string, name: string): Promise<void> {
  if (name.trim() !== '') await library.workspaces.update(id, { name: name.trim() })
}

/** Takes a workspace away in which nothing was ever kept; returns whether it was such a one. */
export async function dropEmptyWorkspace(id: string): Promise<boolean> {
  return library.transaction('rw', library.workspaces, library.designs, library.brands, async () => {
    if ((await library.designs.where('workspaceId').equals(id).count()) > 0) return false
    await library.workspaces.delete(id)
    await library.brands.delete(id)
    return true
  })
}

/** Those of the given designs that the library does not hold, not even as deleted ones. */
export async function withoutKept<Ids extends { readonly workspaceId: string; readonly designId: Id }>(
  designs: readonly Ids[],
): Promise<readonly Ids[]> {
  const kept = await library.designs.bulkGet(designs.map((one) => [one.workspaceId, one.designId] as [string, Id]))
  return designs.filter((_, index) => kept[index] === undefined)
}

async function freeName(wanted: string): Promise<string> {
  const taken = new Set((await library.workspaces.toArray()).map((one) => one.name))
  return nextFreeName(wanted.trim() === '' ? 'Untitled workspace' : wanted.trim(), taken)
}

/** "Fraud scoring", then "Fraud scoring 2". */
function nextFreeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  let number = 2
  while (taken.has(`${wanted} ${number}`)) number += 1
  return `${wanted} ${number}`
}

/** Designs of one workspace with what their cards say, the last changed first, deleted ones left out. */
export async function listDesigns(workspaceId: string): Promise<readonly StoredDesign[]> {
  const all = await library.designs.where('workspaceId').equals(workspaceId).toArray()
  const cards = await library.cards.where('workspaceId').equals(workspaceId).toArray()
  const headlines = new Map(cards.map((card) => [card.id, card.headlines]))
  return all
    .filter((one) => one.deletedAt === undefined)
    .map((one) => withHeadlines(readRow(one), headlines.get(one.id)))
    .toSorted((a, b) => b.updatedAt - a.updatedAt)
}

/** What a list of names needs of a design, which is not read for it. */
export type NamedDesign = Pick<StoredDesign, 'id' | 'name' | 'updatedAt'>

/** The designs of one workspace that were changed last, the newest first. */
export async function listRecentDesigns(workspaceId: string, most: number): Promise<readonly NamedDesign[]> {
  const all = await library.designs.where('workspaceId').equals(workspaceId).toArray()
  return all
    .filter((one) => one.deletedAt === undefined)
    .toSorted((a, b) => b.updatedAt - a.updatedAt)
    .slice(0, most)
    .map(({ id, name, updatedAt }) => ({ id, name, updatedAt }))
}

/** Versions before 7 kept them in the design itself. */
function withHeadlines(stored: StoredDesign, headlines = stored.headlines): StoredDesign {
  return headlines === undefined ? stored : { ...stored, headlines }
}

/** A design with what the library knows of it; undefined for one that is not there or has been deleted. */
export async function loadDesign(workspaceId: string, id: Id): Promise<StoredDesign | undefined> {
  const row = await findRow(workspaceId, id)
  return row && readRow(row)
}

async function findRow(workspaceId: string, id: Id): Promise<DesignRow | undefined> {
  const row = await library.designs.get([workspaceId, id])
  return row?.deletedAt === undefined ? row : undefined
}

interface Beside {
  /** Whether the linked file, if there is one, no longer holds the design. */
  readonly lags?: boolean | undefined
  readonly file?: LinkedFile | undefined
  readonly readOnlyText?: string | undefined
}

/** Writes the document. What else is known of it stays until something newer is said. Returns what is kept now. */
export async function saveDesign(workspaceId: string, document: Design, beside: Beside = {}): Promise<StoredDesign> {
  return library.transaction('rw', library.designs, library.cards, async () => {
    const before = await findRow(workspaceId, document.id)
    // Nothing of a deleted one passes over to another under its id.
    if (before === undefined) await library.cards.delete([workspaceId, document.id])
    const headlines = before?.headlines
    const file = beside.file ?? before?.file
    const readOnlyText = beside.readOnlyText ?? before?.readOnlyText
    const stored: StoredDesign = {
      workspaceId,
      id: document.id,
      name: document.name,
      updatedAt: Date.now(),
      document,
      ...(headlines === undefined ? {} : { headlines }),
      ...(file === undefined ? {} : { file: { ...file, lags: beside.lags ?? file.lags } }),
      ...(readOnlyText === undefined ? {} : { readOnlyText }),
    }
    await library.designs.put(toRow(stored))
    return stored
  })
}

/** Keeps which file Save writes, and whether it lags behind. */
export async function saveLink(workspaceId: string, id: Id, file: LinkedFile): Promise<void> {
  await library.designs.update([workspaceId, id], { file })
}

/** A new name, in the document too; returns that. A design that may only be looked at keeps its name. */
export async function renameDesign(workspaceId: string, id: Id, name: string): Promise<Design | undefined> {
  const wanted = name.trim()
  const row = await library.designs.get([workspaceId, id])
  if (row === undefined || wanted === '' || wanted === row.name || row.readOnlyText !== undefined) return undefined
  const document = { ...readRow(row).document, name: wanted }
  await library.designs.put(
    toRow({
      ...row,
      name: wanted,
      document,
      updatedAt: Date.now(),
      ...(row.file === undefined ? {} : { file: { ...row.file, lags: true } }),
    }),
  )
  return document
}

/** A document that has not been in this workspace: a fresh id and a name that no other design there has. */
export async function asNewDesign(workspaceId: string, document: Design, name = document.name): Promise<Design> {
  const all = await library.designs.where('workspaceId').equals(workspaceId).toArray()
  const names = new Set(all.filter((one) => one.deletedAt === undefined).map((one) => one.name))
  const id = newId('design', new Set(all.map((one) => one.id)), random)
  return { ...document, id, name: nextFreeName(name === '' ? unnamedDesign : name, names) }
}

export async function duplicateDesign(workspaceId: string, id: Id): Promise<Design | undefined> {
  const row = await library.designs.get([workspaceId, id])
  if (row === undefined) return undefined
  const copy = await asNewDesign(workspaceId, readRow(row).document)
  // The file stays with the original: two designs that save into one file would overwrite each other.
  const { file: _file, ...kept } = row
  await library.designs.put(toRow({ ...kept, id: copy.id, name: copy.name, document: copy, updatedAt: Date.now() }))
  const card = await library.cards.get([workspaceId, id])
  if (card !== undefined) await library.cards.put({ ...card, id: copy.id })
  return copy
}

/** Takes a design out of sight; `restoreDesign` brings it back. */
export async function deleteDesign(workspaceId: string, id: Id): Promise<void> {
  await library.designs.update([workspaceId, id], { deletedAt: Date.now() })
}

export async function restoreDesign(workspaceId: string, id: Id): Promise<void> {
  await library.designs
    .where('[workspaceId+id]')
    .equals([workspaceId, id])
    .modify((stored: { deletedAt?: number }) => {
      delete stored.deletedAt
    })
}

/** Forgets what was deleted long ago; returns what went, so that its backups can go too. */
export async function purgeDeleted(now: number): Promise<readonly { readonly workspaceId: string; readonly id: Id }[]> {
  const old = await library.designs
    .filter((one) => one.deletedAt !== undefined && one.deletedAt < now - keepDeletedMs)
    .toArray()
  const keys = old.map((one) => [one.workspaceId, one.id] as [string, Id])
  await library.designs.bulkDelete(keys)
  await library.histories.bulkDelete(keys)
  await library.cards.bulkDelete(keys)
  await library.underlays.bulkDelete(keys)
  return old.map(({ workspaceId, id }) => ({ workspaceId, id }))
}

/**
 * What to do with a document from outside: the same one is opened, another one under the same id comes in as a copy,
 * so that nothing in the library is overwritten. A file has its keys in the order of the schema, a design that was edited
 * in the order of the edits: that makes no other document.
 */
export async function importDesign(
  workspaceId: string,
  document: Design,
  { file, readOnlyText }: Pick<Beside, 'file' | 'readOnlyText'> = {},
): Promise<{ readonly document: Design; readonly was: 'new' | 'same' | 'copied' }> {
  const stored = await loadDesign(workspaceId, document.id)
  if (stored === undefined) {
    await saveDesign(workspaceId, document, { file, readOnlyText })
    return { document, was: 'new' }
  }
  if (stored.readOnlyText === readOnlyText && sameJson(stored.document, document)) {
    if (file !== undefined) await saveLink(workspaceId, document.id, file)
    return { document: stored.document, was: 'same' }
  }
  const earlier = (await listDesigns(workspaceId)).find(
    (one) => one.id !== document.id && one.readOnlyText === readOnlyText && isCopyOf(one.document, document),
  )
  if (earlier !== undefined) return { document: earlier.document, was: 'copied' }
  const copy = await asNewDesign(workspaceId, document)
  await saveDesign(workspaceId, copy, { readOnlyText })
  return { document: copy, was: 'copied' }
}

/** The same but for what a copy gets anew, so that opening one file again and again makes one copy. */
function isCopyOf(copy: Design, document: Design): boolean {
  return sameJson({ ...copy, id: '', name: '' }, { ...document, id: '', name: '' })
}
