import { findMetric } from '../../requirements/metrics/index.ts'
import type { Design } from '../../design/design.ts'
import type { DocumentContext } from '../document.ts'
import type { Figure, FigureUnit } from './read-figures.ts'
import type { Passage } from './outline-words.ts'
import { plainSpaces, readFigures } from './read-figures.ts'

/** One number that the engines computed or that a person stated. */
interface Known {
  readonly path: string
  readonly value: number
  /** Undefined: its name does not say, so it stands for itself alone, to the last digit. */
  readonly unit?: FigureUnit
  /** Ids of the elements that it is about; none: of the design as a whole. */
  readonly owners: readonly string[]
  /** What is not known about it: how coarsely it may be written. */
  readonly width: number
}

const ownerKeys = ['component', 'flow', 'action', 'requirement', 'element', 'on', 'id']
/** Stands before each sentence. */
const opens = ' ¦ '
const timeScales = [1, 1000, 60_000, 3_600_000, 86_400_000]

/** A passage read against what is known: why each of its figures may stand there; undefined: for no reason. */
export type Explain = (passage: Passage) => readonly { readonly figure: Figure; readonly why: string | undefined }[]

/**
 * What the figures of a document may say: every number of the analysis and of the design, as that and not as a document
 * took it, and what the other numbers of the same passage add up to, differ by or are a share of. A number about an
 * element counts only where the words name the element; what every headline speaks of needs no name.
 */
export function explainFigures(context: DocumentContext): Explain {
  const { design, filed, analysis, base, variants = {}, governance } = context
  const names = namesOf(filed ?? design, design)
  const everywhere = new Set([analysis.estimate.mainAction, ...(design.requirements ?? []).map(({ id }) => id)])
  const known: Known[] = []
  const texts: string[] = []
  for (const side of new Set([analysis, design, governance, filed, base, ...Object.values(variants)]))
    collectFrom(side, { names, everywhere }, known, texts)
  const said = plainSpaces(`${opens}${texts.join(opens)}`).toLowerCase()
  return ({ words, about }) => {
    const inWords = ids(names, words)
    const named = inWords.size > 0 ? inWords : ids(names, about)
    const here = known.filter(({ owners }) => owners.length === 0 || owners.some((id) => named.has(id)))
    const lines = words.split('\n').flatMap((line) => readFigures(line).map((figure) => ({ figure, line })))
    const direct = lines.map(({ figure }) => here.filter((each) => says(figure, each)))
    return lines.map(({ figure, line }, index) => {
      const others = direct.flatMap((found, other) => (other === index ? [] : found))
      const why =
        direct[index]?.[0]?.path ??
        (isSaid(figure, line, said) ? 'a sentence of the analysis or the design' : undefined) ??
        (derivedFrom(figure, others, here, words) ? 'the numbers beside it' : undefined)
      return { figure, why }
    })
  }
}

/** The elements that words name. */
function ids(names: ReadonlyMap<string, readonly string[]>, words: string): ReadonlySet<string> {
  const lower = plainSpaces(words).toLowerCase()
  return new Set([...names].flatMap(([id, own]) => (own.some((name) => lower.includes(name)) ? [id] : [])))
}

function says(figure: Figure, { value, unit, width }: Known): boolean {
  if (unit !== undefined) return unit === figure.unit && isWritten(figure, value, width)
  const scales = figure.unit === 'time' ? timeScales : figure.unit === 'share' ? [1, 0.01] : [1]
  return scales.some((scale) => isWritten({ ...figure, step: 0, coarsest: 0 }, value * scale))
}

/** Whether the figure is the number in its own digits, or as coarse as a number that is not known better. */
function isWritten({ value: shown, step, coarsest }: Figure, value: number, width = 0): boolean {
  const place = Math.max(step, Math.min(coarsest, width / 4))
  return Math.abs(Math.abs(value) - shown) <= Math.max(place / 2, shown * 1e-9) * (1 + 1e-6)
}

/** A difference or a share of two numbers beside it, a share of counts ("17 of 41"), or the sum over what is named. */
function derivedFrom(figure: Figure, others: readonly Known[], here: readonly Known[], words: string): boolean {
  const [, part, whole] = /(\d+) of (\d+)/.exec(words) ?? []
  if (figure.unit === 'share' && isWritten(figure, Number(part) / Number(whole))) return true
  const pairs = others.flatMap((one) => others.map((other) => [one, other] as const))
  const width = Math.max(0, ...others.map((other) => other.width))
  if (
    pairs.some(
      ([one, other]) =>
        figure.unit === 'share' && one.unit === other.unit && isWritten(figure, one.value / other.value),
    )
  )
    return true
  if (pairs.some(([one, other]) => one.unit === figure.unit && isWritten(figure, one.value - other.value, width)))
    return true
  const sums = new Map<string, number>()
  for (const { path, value, unit, owners } of here) {
    const key = path.replaceAll(/\[\d+\]/g, '')
    if (unit === figure.unit && owners.length > 0) sums.set(key, (sums.get(key) ?? 0) + value)
  }
  return [...sums.values()].some((sum) => isWritten(figure, sum))
}

/** The figure and what stands before it are words of the engines or of a person. */
function isSaid({ text, end }: Figure, line: string, said: string): boolean {
  const before = plainSpaces(line).slice(Math.max(0, end - text.length - 12), end - text.length)
  const leads = before.trim() === '' ? [opens] : [before, opens]
  return leads.some((lead) => said.includes((lead + text).toLowerCase()))
}

/** What words call an element: its name; an arrow by the ends that it joins as well. */
function namesOf(...designs: readonly Design[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, readonly string[]>()
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit)
    if (!isRecord(value)) return
    const { id, name, from, to } = value
    if (typeof id === 'string') {
      const own = typeof name === 'string' ? [plainSpaces(name).toLowerCase()] : []
      const ends = [from, to].flatMap((end) => (typeof end === 'string' ? (names.get(end) ?? []) : []))
      names.set(id, [...(names.get(id) ?? []), ...own, ...ends])
    }
    Object.values(value).forEach(visit)
  }
  for (const design of designs) {
    visit(design.components)
    visit(design)
  }
  return names
}

function collectFrom(
  root: unknown,
  { names, everywhere }: { names: ReadonlyMap<string, readonly string[]>; everywhere: ReadonlySet<string | undefined> },
  known: Known[],
  texts: string[],
): void {
  const visit = (value: unknown, path: string, owners: readonly string[], unit?: FigureUnit, width = 0): void => {
    if (typeof value === 'number') known.push({ path, value, owners, width, ...(unit === undefined ? {} : { unit }) })
    else if (typeof value === 'string') texts.push(value)
    else if (Array.isArray(value)) value.forEach((each, index) => visit(each, `${path}[${index}]`, owners, unit))
    else if (isRecord(value)) {
      const own = ownerKeys.flatMap((key) => {
        const id = value[key]
        return typeof id === 'string' && names.has(id) ? [id] : []
      })
      // What a whole way through the main action takes is a headline too; what a component has of it is not.
      const isHeadline = value['component'] === undefined && own.some((id) => everywhere.has(id))
      const inner = own.length === 0 ? owners : isHeadline ? [] : own.filter((id) => !everywhere.has(id))
      const { metric, unit: stated } = value
      const measured = typeof metric === 'string' ? findMetric(metric)?.unit : undefined
      const said = unitOf(typeof stated === 'string' ? stated : (measured ?? ''))
      const { low, high } = value
      const spread = typeof low === 'number' && typeof high === 'number' ? high - low : 0
      for (const [key, each] of Object.entries(value))
        visit(each, `${path}.${key}`, inner, said ?? unitOf(key) ?? unit, spread)
    }
  }
  visit(root, '', [])
}

function unitOf(name: string): FigureUnit | undefined {
  if (/usd/i.test(name)) return 'money'
  if (/^(?:s|min|minutes|hours|days)$/.test(name)) return undefined
  if (/share|utilisation|availability|makeup/i.test(name)) return 'share'
  return /ms$|^(?:first|full|unattended|done)$/i.test(name) ? 'time' : undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
