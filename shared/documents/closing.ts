import { shownCurrency } from '../kinds/figures/money-format.ts'
import { badge, facts, section, table } from './blocks.ts'
import type { Words } from './blocks.ts'
import type { DocumentContext } from './document.ts'
import { notLookedAtWords } from './not-looked-at.ts'
import type { Block } from './outline.ts'
import { countOf, currencyWords, listWords } from './text/numbers.ts'
import { designHash } from './text/design-hash.ts'
import { asSentence, quantityWords } from './text/sentences.ts'
import { shorten, smallTitle } from '../design/wording.ts'

const mostAssumed = 10

/**
 * What every document with figures ends with: the design it was made from, the dates of its sources, what people assumed, and the
 * assumed numbers that move the headlines most. `leftOut`: parts of the document that nothing has been stated for.
 */
export function closingBlocks(
  context: DocumentContext,
  level: 2 | 3,
  leftOut: readonly string[] = [],
): readonly Block[] {
  const stated = (context.design.assumptions ?? []).map((assumption): readonly Words[] => [
    asSentence(assumption.statement),
    [
      badge(
        assumption.status,
        assumption.status === 'confirmed' ? 'pass' : assumption.status === 'refuted' ? 'fail' : 'unknown',
      ),
    ],
    assumption.owner ?? '–',
  ])
  return section(
    level,
    'Assumptions, sources and dates',
    facts({
      ...sourceFacts(context),
      'Left out':
        leftOut.length === 0
          ? undefined
          : `${listWords(leftOut)}: nothing has been stated for ${leftOut.length === 1 ? 'it' : 'them'}.`,
    }),
    ...(stated.length === 0
      ? []
      : [
          table(
            [{ title: 'Assumption', width: 5 }, { title: 'Status' }, { title: 'Owner', width: 1.4 }],
            stated,
            'Assumptions that people stated',
          ),
        ]),
    ...assumedNumbers(context, mostAssumed),
  )
}

/** The same for a document without figures, which states its assumptions itself: its design, its date, what is open. */
export function sourceBlocks(context: DocumentContext, level: 2 | 3): readonly Block[] {
  const { Design, 'Written on': written, 'Open questions': open } = sourceFacts(context)
  return section(level, 'Sources and dates', facts({ Design, 'Written on': written, 'Open questions': open }))
}

function sourceFacts({ design, analysis, date, priceBookDate, designHash: hash }: DocumentContext) {
  const open = analysis.questions.length
  return {
    Design: `${design.name}, ${hash ?? designHash(design)}`,
    'Written on': date,
    'Prices of': `${priceBookDate ?? analysis.estimate.priceBookDate}${currencyWords(design)}`,
    'Open questions': open === 0 ? 'none' : `${open}; a fact that nobody knows counts as a question, never as met`,
  }
}

/** The assumed numbers that move the headlines most, at most so many; nothing where every number is stated. */
export function assumedNumbers({ design, analysis, graph }: DocumentContext, most: number): readonly Block[] {
  if (!analysis.estimate.meaningful) return []
  const assumed = analysis.estimate.ledger
    .filter(({ standing, missing, influence }) => standing === 'assumed' && missing !== true && influence > 0)
    .slice(0, most)
  if (assumed.length === 0) return []
  return [
    table(
      [
        { title: 'Number', width: 2 },
        { title: 'Of', width: 1.5 },
        { title: 'Assumed', align: 'right', width: 1.3 },
        { title: 'Where it comes from', width: 4.4 },
      ],
      assumed.map((entry): readonly Words[] => [
        entry.label,
        entry.on === undefined ? '–' : graph.name(entry.on),
        quantityWords(entry.value, entry.unit, shownCurrency(design)),
        sourceWords(entry.provenance),
      ]),
      'Assumed numbers that move the figures most',
    ),
  ]
}

function sourceWords({
  from,
  source,
  asOf,
}: {
  readonly from: string
  readonly source?: string
  readonly asOf?: string
}): string {
  const where =
    source ??
    {
      stated: 'stated',
      default: 'usual value of its kind',
      product: 'product data',
      price: 'price book',
      derived: 'computed',
    }[from] ??
    from
  return asOf === undefined ? where : `${where}, ${asOf}`
}

const longestAssumption = 110
/** Letters of the design's name where its title has said all of it. */
const longestName = 90

/** The same in four lines, for a document of one page; without the last where that has no room. */
export function closingFacts(context: DocumentContext, rests = true): Block {
  const { design, analysis, date, priceBookDate, graph } = context
  const assumed = analysis.estimate.meaningful
    ? analysis.estimate.ledger.filter(({ standing, influence }) => standing === 'assumed' && influence > 0)
    : []
  const stated = design.assumptions ?? []
  return facts({
    'Design and date': `${shorten(design.name, longestName)}, ${context.designHash ?? designHash(design)}, ${date}; prices of ${priceBookDate ?? analysis.estimate.priceBookDate}${currencyWords(design)}`,
    Assumes: stated.length === 0 ? undefined : firstAssumption(stated.map(({ statement }) => statement)),
    'Not looked at': notLookedAtWords(context),
    'Rests most on':
      assumed.length === 0 || !rests
        ? undefined
        : assumed
            .slice(0, 3)
            // Some labels have commas of their own.
            .map(
              ({ label, on }, index) =>
                `${index === 0 ? label : smallTitle(label)}${on === undefined ? '' : ` of ${graph.name(on)}`}`,
            )
            .join('; '),
  })
}

function firstAssumption(statements: readonly string[]): string {
  const [first = '', ...more] = statements
  const words = shorten(asSentence(first), longestAssumption)
  return more.length === 0 ? words : `${words} And ${countOf(more.length, 'more assumption', 'more assumptions')}.`
}
