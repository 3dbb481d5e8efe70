import { analyse } from '../../shared/analyse.ts'
import type { Analysis } from '../../shared/analysis.ts'
import type { Design } from '../../shared/design/design.ts'
import { parseDesign } from '../../shared/design/file.ts'
import type { Problem } from '../../shared/design/problem.ts'
import { type ImportedPrices, importPrices } from '../../shared/prices/import/import-prices.ts'
import type { PriceBookFile } from '../../shared/prices/price-row.ts'
import { parsePriceBook } from '../../shared/prices/read-book.ts'
import { rules } from '../../shared/rules.ts'
import { type AppliedRules, applyStandards } from '../../shared/standards/apply-standards.ts'
import { readStandards } from '../../shared/standards/read-standards.ts'
import type { Standards } from '../../shared/standards/standards.ts'
import { type Catalogues, shippedCatalogues } from '../../shared/threats/frameworks/catalogues.ts'
import { mergeCatalogues, readUpdate } from '../../shared/threats/frameworks/read-update.ts'
import { vocabulary } from '../../shared/vocabulary.ts'
import { problemLine, readText, Unusable } from './command-line.ts'
import type { Arguments, Surroundings } from './command-line.ts'
import { priceBook } from './resources.ts'

export interface Loaded {
  readonly design: Design
  readonly problems: readonly Problem[]
}

/** Parses the text of a Lintel file. */
export function readDesignFile(text: string): Loaded {
  const parsed = parseDesign(text, { vocabulary })
  if (!parsed.ok) throw new Unusable(parsed.problems)
  return { design: parsed.value.design, problems: parsed.problems }
}

export async function loadDesign(path: string, surroundings: Surroundings): Promise<Loaded> {
  return readDesignFile(await readText(path, surroundings))
}

/** The options of every command that computes. */
export const pricesOption = 'prices'
export const standardsOption = 'standards'
/** Of what prints references: documents and checks; figures and faults of a file have none. */
export const cataloguesOption = 'catalogues'

export interface Opened extends Loaded {
  /** As it was read. */
  readonly text: string
  /** The book to compute with. */
  readonly prices: PriceBookFile
  readonly standards?: Standards
  /** The rules that looked, and those that were switched off. */
  readonly applied: AppliedRules
  /** What of the standards could not be used. */
  readonly standardsProblems: readonly Problem[]
}

export interface Analysed extends Opened {
  readonly analysis: Analysis
}

/**
 * Reads a design, with the book that ships or with a newer price list laid over it (`--prices FILE`), and the standards
 * of a house (`--standards FILE`).
 */
export async function openFile(path: string, given: Arguments, surroundings: Surroundings): Promise<Opened> {
  const text = await readText(path, surroundings)
  const { design, problems } = readDesignFile(text)
  const left = problems.filter(({ level }) => level === 'error').length
  if (left > 0)
    surroundings.complain(
      `${left} ${left === 1 ? 'part' : 'parts'} of ${path} could not be read: lintel validate ${path}`,
    )
  const prices = await bookFor(given, surroundings)
  const house = given.options[standardsOption]
  const { standards, problems: standardsProblems } =
    house === undefined ? { standards: undefined, problems: [] } : await loadStandards(house, surroundings)
  const stated = standards === undefined ? {} : { standards }
  return {
    text,
    design,
    problems,
    prices,
    ...stated,
    applied: applyStandards(rules, standards),
    standardsProblems,
  }
}

/** The same, with everything that follows from it. */
export async function analyseFile(path: string, given: Arguments, surroundings: Surroundings): Promise<Analysed> {
  const opened = await openFile(path, given, surroundings)
  const { design, prices, standards } = opened
  const stated = standards === undefined ? {} : { standards }
  return { ...opened, analysis: analyse(design, { prices, today: surroundings.today, ...stated }) }
}

/** The catalogues that ship, with those of `--catalogues FILE`; what of it cannot be used is said with its place. */
export async function loadCatalogues(given: Arguments, surroundings: Surroundings): Promise<Catalogues> {
  const path = given.options[cataloguesOption]
  if (path === undefined) return shippedCatalogues
  const read = readUpdate(await readText(path, surroundings))
  const problems = read.problems.map((problem) => ({ ...problem, sentence: `${problem.sentence} (${path})` }))
  if (!read.ok) throw new Unusable(problems)
  for (const problem of problems) surroundings.complain(problemLine(problem))
  return mergeCatalogues(shippedCatalogues, read.value)
}

/** Reads a standards file; what of it cannot be used is said with its place, and the rest counts. */
async function loadStandards(
  path: string,
  surroundings: Surroundings,
): Promise<{ readonly standards: Standards; readonly problems: readonly Problem[] }> {
  const read = readStandards(await readText(path, surroundings), rules)
  const problems = read.problems.map((problem) => ({ ...problem, sentence: `${problem.sentence} (${path})` }))
  if (!read.ok) throw new Unusable(problems)
  for (const problem of problems) surroundings.complain(problemLine(problem))
  return { standards: read.value, problems }
}

/** The book that ships, with the newer list of `--prices FILE` laid over it where one is named. */
export async function bookFor(given: Arguments, surroundings: Surroundings): Promise<PriceBookFile> {
  const newer = given.options[pricesOption]
  return newer === undefined ? shippedBook() : (await importBook(newer, surroundings)).book
}

let shipped: PriceBookFile | undefined

export function shippedBook(): PriceBookFile {
  if (shipped) return shipped
  const parsed = parsePriceBook(priceBook)
  if (!parsed.ok) throw new Error(parsed.problems[0]?.sentence)
  shipped = parsed.value
  return shipped
}

/** Lays a price list over the book that ships; what of it cannot be used is said, line by line. */
export async function importBook(
  path: string,
  surroundings: Surroundings,
): Promise<ImportedPrices & { readonly problems: readonly Problem[] }> {
  const text = await readText(path, surroundings)
  const imported = importPrices(shippedBook(), { text, asOf: surroundings.today })
  if (!imported.ok) throw new Unusable(imported.problems)
  for (const { sentence } of [...imported.problems, ...imported.value.doubts]) surroundings.complain(sentence)
  return { ...imported.value, problems: imported.problems }
}
