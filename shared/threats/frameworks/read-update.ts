import { readJson } from '../../design/json-text.ts'
import type { Problem, Result } from '../../design/problem.ts'
import { isPlainObject } from '../../design/same-json.ts'
import { describeValue, shorten } from '../../design/wording.ts'
import { type Catalogues, isSame, shippedCatalogues, titleIn } from './catalogues.ts'
import type { Framework, FrameworkAlias, PinnedId } from './framework.ts'

export const cataloguesFormat = 'lintel/catalogues'
export const cataloguesVersion = 1
const mostBytes = 2_000_000
const mostTitle = 300

/** What a file of catalogues adds: further ids, editions and catalogues, and renumberings between editions. */
export interface CatalogueUpdate {
  readonly format: typeof cataloguesFormat
  readonly version: number
  readonly title?: string
  /** ISO date on which the file was made. */
  readonly asOf?: string
  readonly catalogues: readonly Framework[]
  readonly aliases: readonly FrameworkAlias[]
}

/**
 * Reads a local file of catalogues (docs/threats.md). It fails as a whole only when nothing in it can be used; else what
 * cannot be used is left out, with a sentence that says where and why. No id ever changes its meaning: a title that
 * differs from what is held of that id in that edition is refused.
 */
export function readUpdate(text: string, held: Catalogues = shippedCatalogues): Result<CatalogueUpdate> {
  if (text.length > mostBytes) return refused('A file of catalogues has 2 MB at most.')
  const read = readJson(text)
  if (!read.ok) return refused(`Line ${read.line}, column ${read.column}, is not valid JSON: ${read.sentence}.`)
  return readUpdateValue(read.value, held)
}

/** The same for what was parsed already (kept by a workspace). */
export function readUpdateValue(value: unknown, held: Catalogues = shippedCatalogues): Result<CatalogueUpdate> {
  if (!isPlainObject(value) || value['format'] !== cataloguesFormat) {
    return refused(
      `This is no file of catalogues: it begins with {"format": "${cataloguesFormat}", "version": ${cataloguesVersion}}.`,
    )
  }
  const { version } = value
  if (typeof version !== 'number' || version > cataloguesVersion || version < 1) {
    return refused(
      `Its version is ${describeValue(version)}; this Lintel reads version ${cataloguesVersion}.`,
      'version',
    )
  }
  const problems: Problem[] = []
  const catalogues = listIn(value, 'catalogues', problems).flatMap((each, index) =>
    readCatalogue(each, `catalogues[${index}]`, held, problems),
  )
  const merged = mergeCatalogues(held, { catalogues, aliases: [] })
  const aliases: FrameworkAlias[] = []
  for (const [index, each] of listIn(value, 'aliases', problems).entries()) {
    const alias = readAlias(each, `aliases[${index}]`, merged, aliases, problems)
    if (alias !== undefined) aliases.push(alias)
  }
  if (catalogues.length === 0 && aliases.length === 0) {
    const [first] = problems
    return {
      ok: false,
      problems: first === undefined ? [fault('There is nothing in it: neither catalogues nor aliases.', '')] : problems,
    }
  }
  const { title, asOf } = value
  return {
    ok: true,
    problems,
    value: {
      format: cataloguesFormat,
      version,
      ...(typeof title === 'string' ? { title } : {}),
      ...(typeof asOf === 'string' ? { asOf } : {}),
      catalogues,
      aliases,
    },
  }
}

/** The catalogues with an update laid over them: what was held stays as it was. */
export function mergeCatalogues(held: Catalogues, update: Pick<CatalogueUpdate, 'catalogues' | 'aliases'>): Catalogues {
  const merged = held.frameworks.map((framework) =>
    update.catalogues.filter(({ id }) => id === framework.id).reduce(joined, framework),
  )
  const added = update.catalogues.filter(({ id }) => !held.frameworks.some((each) => each.id === id))
  const fresh = added.reduce<readonly Framework[]>((all, each) => {
    const before = all.find(({ id }) => id === each.id)
    return before === undefined ? [...all, each] : all.map((other) => (other === before ? joined(before, each) : other))
  }, [])
  return { frameworks: [...merged, ...fresh], aliases: [...held.aliases, ...update.aliases] }
}

/** The catalogues that ship, with what an earlier file brought. */
export function heldWith(earlier: CatalogueUpdate | undefined): Catalogues {
  return earlier === undefined ? shippedCatalogues : mergeCatalogues(shippedCatalogues, earlier)
}

/** Two files as one: what the earlier brought stays; a file that is read again adds nothing twice. */
export function joinUpdates(earlier: CatalogueUpdate | undefined, later: CatalogueUpdate): CatalogueUpdate {
  if (earlier === undefined) return later
  const { frameworks: catalogues } = mergeCatalogues({ frameworks: earlier.catalogues, aliases: [] }, later)
  const fresh = later.aliases.filter(({ from }) => !earlier.aliases.some((each) => isSame(each.from, from)))
  return { ...earlier, ...later, catalogues, aliases: [...earlier.aliases, ...fresh] }
}

function joined(framework: Framework, more: Framework): Framework {
  const editions = { ...framework.editions }
  for (const [name, titles] of Object.entries(more.editions)) editions[name] = { ...titles, ...editions[name] }
  return { ...framework, editions }
}

function readCatalogue(value: unknown, path: string, held: Catalogues, problems: Problem[]): readonly Framework[] {
  const refuse = (sentence: string, at = path): readonly Framework[] => {
    problems.push(fault(sentence, at))
    return []
  }
  if (!isPlainObject(value))
    return refuse(`A catalogue is an object with an id, a source and editions; this is ${describeValue(value)}.`)
  const { id, title, source, licence, editions } = value
  if (typeof id !== 'string' || !/^[a-z0-9][a-z0-9-]{0,63}$/u.test(id))
    return refuse('A catalogue has an id of small letters, digits and hyphens.', `${path}.id`)
  const known = held.frameworks.find((each) => each.id === id)
  if (typeof source !== 'string' || source.trim() === '')
    return refuse(`Where the ids of "${id}" were read, and when, is not said: give it a source.`, `${path}.source`)
  if (known === undefined && (typeof title !== 'string' || title.trim() === ''))
    return refuse(`"${id}" is new here and has no title.`, `${path}.title`)
  if (!isPlainObject(editions))
    return refuse(`"${id}" has no editions: ids stand under the name of their edition.`, `${path}.editions`)
  const read = Object.entries(editions).flatMap(([name, titles]) => {
    const kept = readTitles({ framework: id, edition: name }, titles, `${path}.editions.${name}`, held, problems)
    return Object.keys(kept).length === 0 ? [] : [[name, kept] as const]
  })
  if (read.length === 0) return []
  return [
    {
      id,
      title: known?.title ?? String(title),
      source,
      ...(typeof licence === 'string' ? { licence } : {}),
      editions: Object.fromEntries(read),
    },
  ]
}

function readTitles(
  where: Omit<PinnedId, 'id'>,
  titles: unknown,
  path: string,
  held: Catalogues,
  problems: Problem[],
): Readonly<Record<string, string>> {
  if (!isPlainObject(titles) || where.edition.trim() === '') {
    problems.push(
      fault(`The edition "${where.edition}" of "${where.framework}" is no list of ids with their titles.`, path),
    )
    return {}
  }
  const kept: Record<string, string> = {}
  for (const [written, title] of Object.entries(titles)) {
    const id = withoutPrefix(written, where.framework, held)
    const sentence = whyNotTitle({ ...where, id }, title, held)
    if (sentence === undefined) kept[id] = String(title).trim()
    else problems.push(fault(sentence, `${path}.${written}`))
  }
  return kept
}

/** As its publisher writes it, or as it is held: both are the same id. */
function withoutPrefix(id: string, framework: string, { frameworks }: Catalogues): string {
  const prefix = frameworks.find((each) => each.id === framework)?.idPrefix ?? ''
  return id.startsWith(prefix) ? id.slice(prefix.length) : id
}

function whyNotTitle(pinned: PinnedId, title: unknown, held: Catalogues): string | undefined {
  const { framework, edition, id } = pinned
  if (id === '__proto__' || !/^\S(?:.{0,38}\S)?$/u.test(id))
    return `"${shorten(id)}" is no id: it has 1 to 40 characters and no space around it.`
  if (typeof title !== 'string' || title.trim() === '') return `${id} of "${framework}" ${edition} has no title.`
  if (title.length > mostTitle) return `The title of ${id} has ${title.length} characters; ${mostTitle} is the most.`
  const before = titleIn(held, pinned)
  if (before === undefined || before.toLowerCase() === title.trim().toLowerCase()) return undefined
  return `${id} of "${framework}" ${edition} is "${before}" here, and "${shorten(title)}" in the file. An id never changes its meaning: bring it under a new edition.`
}

function readAlias(
  value: unknown,
  path: string,
  all: Catalogues,
  before: readonly FrameworkAlias[],
  problems: Problem[],
): FrameworkAlias | undefined {
  const sentence = whyNotAlias(value, all, before)
  if (sentence !== undefined) {
    problems.push(fault(sentence, path))
    return undefined
  }
  return asAlias(value, all)
}

function whyNotAlias(value: unknown, all: Catalogues, before: readonly FrameworkAlias[]): string | undefined {
  const alias = asAlias(value, all)
  if (alias === undefined)
    return 'An alias has "from" and "to", each with framework, edition and id, and a change: renumbered, renamed or broader.'
  const { from, to } = alias
  const missing = [from, to].find((pinned) => titleIn(all, pinned) === undefined)
  if (missing !== undefined)
    return `${missing.id} of "${missing.framework}" ${missing.edition} is in no catalogue here.`
  if (from.framework !== to.framework || from.edition === to.edition)
    return `${from.id} and ${to.id} are not of two editions of one catalogue: an alias says what a later edition calls the same risk.`
  const other = [...all.aliases, ...before].find((each) => isSame(each.from, from))
  if (other !== undefined && !isSame(other.to, to))
    return `${from.id} of ${from.edition} is already ${other.to.id} of ${other.to.edition} here. An alias never changes its meaning.`
  const turned = [...all.aliases, ...before].some((each) => isSame(each.from, to) && isSame(each.to, from))
  return turned
    ? `${to.id} of ${to.edition} is already the earlier name of ${from.id}: an alias leads from the earlier to the later.`
    : undefined
}

function asAlias(value: unknown, all: Catalogues): FrameworkAlias | undefined {
  if (!isPlainObject(value)) return undefined
  const [from, to] = [asPinned(value['from'], all), asPinned(value['to'], all)]
  const change = (['renumbered', 'renamed', 'broader'] as const).find((each) => each === value['change'])
  return from === undefined || to === undefined || change === undefined ? undefined : { from, to, change }
}

function asPinned(value: unknown, all: Catalogues): PinnedId | undefined {
  if (!isPlainObject(value)) return undefined
  const { framework, edition, id } = value
  return typeof framework === 'string' && typeof edition === 'string' && typeof id === 'string'
    ? { framework, edition, id: withoutPrefix(id, framework, all) }
    : undefined
}

function listIn(value: Readonly<Record<string, unknown>>, key: string, problems: Problem[]): readonly unknown[] {
  const list = value[key]
  if (list === undefined) return []
  if (Array.isArray(list)) return list
  problems.push(fault(`"${key}" is a list; this is ${describeValue(list)}.`, key))
  return []
}

function refused<T>(sentence: string, path = ''): Result<T> {
  return { ok: false, problems: [fault(sentence, path)] }
}
function fault(sentence: string, path: string): Problem {
  return { code: 'catalogues', level: 'error', sentence, path }
}
