import {
  alikeFindings,
  compareBaseline,
  type FigureSince,
  type FindingSince,
  type SinceBaseline,
} from '../../baselines/compare.ts'
import { verdictTitles } from '../../baselines/board.ts'
import { thaw } from '../../baselines/freeze.ts'
import type { Baseline, Design, Json } from '../../design/design.ts'
import { effectiveDesign } from '../../design/effective.ts'
import type { Figure } from '../../options/figures.ts'
import { moneyFormatter, shownCurrency } from '../../kinds/figures/money-format.ts'
import { type Formatter, formatBand, formatSince, formatterOf } from '../../kinds/figures/number-format.ts'
import { badge, facts, heading, paragraph, strong, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block } from '../outline.ts'
import { countOf, listWords, widen, moreIn } from '../text/numbers.ts'
import { capital, smallTitle } from '../../design/wording.ts'
import { asSentence } from '../text/sentences.ts'
import { changeLines } from './change-lines.ts'

const mostElements = 25
/** Lines of a slide that are read from the back of a room. */
const mostLines = 11

/** The baseline that the board saw last; undefined where nothing was ever frozen. */
export function lastBaseline({ design }: DocumentContext): Baseline | undefined {
  return (design.baselines ?? []).toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1)).at(-1)
}

/** What differs from a baseline, both as they are shown. */
export function sinceBaseline(context: DocumentContext, baseline: Baseline): SinceBaseline {
  const frozen = effectiveDesign(thaw(baseline)) as unknown as Json
  return compareBaseline(context.design, { ...baseline, frozen }, context.analysis)
}

/** "4 elements, 3 numbers, one finding and no threats". */
export function sinceWords(context: DocumentContext, since: SinceBaseline): string {
  const threats = since.findings.filter(({ isThreat }) => isThreat).length
  return listWords([
    countOf(changeLines(since.elements, context).length, 'element'),
    countOf(comparedFigures(since).filter(isBeyondBand).length, 'number'),
    countOf(since.findings.length - threats, 'finding'),
    countOf(threats, 'threat'),
  ])
}

/**
 * One table of all that is different, for a slide: numbers that moved beyond what is not known, the largest change
 * before the others, then findings, then what came, went or changed in the drawing.
 */
export function sinceTable(context: DocumentContext, since: SinceBaseline): Block {
  const { design } = context
  const moved = comparedFigures(since)
  const beyond = moved.filter(isBeyondBand)
  const numbers = beyond.map((figure): readonly Words[] => [
    [strong(labelOf(figure))],
    'number',
    `${movedWords(figure, design).was}; now ${bandText(figure, design) ?? figure.why ?? 'not known'}`,
  ])
  const elements = changeLines(since.elements, context).map(({ type, noun, name, what }): readonly Words[] => [
    [strong(name)],
    noun,
    what.length === 0 ? changeWords[type] : what.join('; '),
  ])
  const findings = alikeFindings(since.findings).map((finding): readonly Words[] => [
    titleOf(finding),
    finding.isThreat ? 'threat' : 'finding',
    finding.change === 'changed' ? thenNow(finding) : `${finding.change}, ${finding.severity}`,
  ])
  const lines = [...numbers, ...findings, ...elements]
  const more = lines.length - mostLines
  const said = [
    more > 0 ? moreIn(more, 'the review pack') : undefined,
    withinWords(moved.length - beyond.length),
    lackedWords(since),
  ].flatMap((words) => words ?? [])
  return table(
    [{ title: 'What', width: 2.6 }, { title: 'Is a' }, { title: 'Then, now', width: 4 }],
    lines.slice(0, mostLines),
    said.length === 0 ? undefined : capital(said.join('; ')),
  )
}

/** "2 more numbers have moved within what is not known". */
function withinWords(count: number): string | undefined {
  return count === 0 ? undefined : `${countOf(count, 'number has', 'numbers have')} moved within what is not known`
}

function labelOf({ label, per }: Figure): string {
  return per === undefined ? label : `${label} a month`
}

function formatOf({ unit }: Figure, design: Design): Formatter {
  return formatterOf(unit, moneyFormatter(shownCurrency(design)))
}

/** The number of then and the difference, in the digits of today's; then alone where today's is not known. */
function movedWords(
  figure: FigureSince & { readonly was: number },
  design: Design,
): { readonly was: string; readonly difference: string } {
  const format = formatOf(figure, design)
  if (figure.band === undefined) return { was: widen(format(figure.was)), difference: '–' }
  const { was, difference } = formatSince(figure.was, figure.band, format)
  return { was: widen(was), difference: widen(difference) }
}

function titleOf({ title, count }: ReturnType<typeof alikeFindings>[number]): Words {
  return [strong(title), count === 1 ? '' : `, in ${count} places`]
}

function thenNow({ was, is }: FindingSince): string {
  return `${was ?? ''}; now ${is ?? ''}`
}

/** A number with what is not known of it; undefined where there is none. */
export function bandText(figure: Figure, design: Design): string | undefined {
  return figure.band === undefined ? undefined : widen(formatBand(figure.band, formatOf(figure, design)))
}

/** Each finding and threat that came or went has a line of its own. */
const toldByFindings: ReadonlySet<string> = new Set(['findings.open', 'findings.severe', 'threats.open'])

/** Whether a number has left what is not known of it, or is not known any more. */
function isBeyondBand({ isWithinBand }: FigureSince): boolean {
  return isWithinBand !== true
}

/** Numbers of then that are others now, or no longer known: those beyond the band first, then by how far they moved. */
function comparedFigures({ figures }: SinceBaseline): readonly (FigureSince & { readonly was: number })[] {
  return figures
    .filter(({ id }) => !toldByFindings.has(id))
    .flatMap((figure) => (figure.was === undefined || figure.delta === 0 ? [] : [{ ...figure, was: figure.was }]))
    .toSorted((a, b) => Number(isBeyondBand(b)) - Number(isBeyondBand(a)) || shareMoved(b) - shareMoved(a))
}

/** A number that is not known any more has moved most of all. */
function shareMoved({ was, delta }: FigureSince & { readonly was: number }): number {
  return delta === undefined ? Number.MAX_VALUE : Math.abs(delta) / Math.max(Math.abs(was), 1e-9)
}

/** What the baseline keeps no number of is no change: one line names it. */
function lackedWords({ figures }: SinceBaseline): string | undefined {
  const lacked = figures.filter(({ was }) => was === undefined)
  return lacked.length === 0
    ? undefined
    : `the baseline keeps no number for ${listWords(
        lacked.map((figure) => smallTitle(labelOf(figure))),
        4,
      )}`
}

/** What the board said then, and what is different now. */
export function sinceBlocks(context: DocumentContext, baseline: Baseline): readonly Block[] {
  const since = sinceBaseline(context, baseline)
  const { verdict, board, decidedOn, date, hash, priceBook } = baseline
  return [
    facts({
      Baseline: date === undefined ? baseline.name : `${baseline.name}, frozen on ${date}`,
      Verdict:
        verdict === undefined
          ? 'none was recorded'
          : `${verdictTitles[verdict]}${board === undefined ? '' : ` by ${board}`}${decidedOn === undefined ? '' : ` on ${decidedOn}`}`,
      'Prices then': priceBook,
      'SHA-256': hash.slice(0, 12),
    }),
    ...elementBlocks(since, context),
    ...figureBlocks(since, context),
    ...findingBlocks(
      'Findings',
      since.findings.filter(({ isThreat }) => !isThreat),
    ),
    ...findingBlocks(
      'Threats',
      since.findings.filter(({ isThreat }) => isThreat),
    ),
  ]
}

const changeWords = { added: 'added', removed: 'removed', changed: 'changed' } as const

function elementBlocks({ elements }: SinceBaseline, context: DocumentContext): readonly Block[] {
  const lines = changeLines(elements, context)
  if (lines.length === 0) return [paragraph('Nothing in the drawing or its records has changed.')]
  const more = lines.length - mostElements
  return [
    heading(3, 'Elements'),
    table(
      [
        { title: 'Element', width: 2.4 },
        { title: 'Is a', width: 1.1 },
        { title: 'Change', width: 0.9 },
        { title: 'What', width: 4 },
      ],
      lines
        .slice(0, mostElements)
        .map(({ type, noun, name, what }): readonly Words[] => [
          [strong(name)],
          noun,
          changeWords[type],
          what.length === 0 ? '–' : what.join('; '),
        ]),
      more > 0 ? `${more} more elements have changed; "lintel diff" lists them all` : undefined,
    ),
  ]
}

function figureBlocks(since: SinceBaseline, { design }: DocumentContext): readonly Block[] {
  const moved = comparedFigures(since)
  const lacked = lackedWords(since)
  const lackedBlocks = lacked === undefined ? [] : [paragraph(asSentence(lacked))]
  if (moved.length === 0) return [paragraph('No headline number has moved.'), ...lackedBlocks]
  return [
    heading(3, 'Numbers'),
    table(
      [
        { title: 'Number', width: 2.4 },
        { title: 'Then', align: 'right' },
        { title: 'Now', align: 'right', width: 1.6 },
        { title: 'Difference', align: 'right' },
        { title: 'Beyond what is not known', width: 1.6 },
      ],
      moved.map((figure): readonly Words[] => {
        const { isWithinBand, why } = figure
        const { was, difference } = movedWords(figure, design)
        return [
          labelOf(figure),
          was,
          bandText(figure, design) ?? why ?? 'not known',
          difference,
          isWithinBand === undefined ? '–' : isWithinBand ? 'no' : [badge('yes', 'atRisk')],
        ]
      }),
    ),
    ...lackedBlocks,
  ]
}

function findingBlocks(title: string, findings: readonly FindingSince[]): readonly Block[] {
  if (findings.length === 0) return [paragraph(`${title} are those of then.`)]
  return [
    heading(3, title),
    table(
      [
        { title: capital(title.slice(0, -1)), width: 4 },
        { title: 'Rule', width: 1 },
        { title: 'Change' },
        { title: 'Then, now', width: 2.4 },
      ],
      alikeFindings(findings).map((finding): readonly Words[] => [
        titleOf(finding),
        finding.rule,
        finding.change,
        finding.change === 'changed' ? thenNow(finding) : finding.severity,
      ]),
    ),
  ]
}
