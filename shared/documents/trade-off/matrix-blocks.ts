import type { Criterion } from '../../decisions/criteria.ts'
import type { MatrixCell, MatrixOption } from '../../decisions/matrix.ts'
import { scoreWords, shownScore } from '../../decisions/recommend.ts'
import { moneyFormatter, shownCurrency } from '../../kinds/figures/money-format.ts'
import { formatBand, formatterOf } from '../../kinds/figures/number-format.ts'
import { badge, heading, list, paragraph, section, strong, table, unstated } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { Block, Column, Text } from '../outline.ts'
import { listWords, widen } from '../text/numbers.ts'
import { asSentence } from '../text/sentences.ts'
import type { Memo } from './memo.ts'

/** "2.17": weights end at the second place. */
export function digits(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** The weighted matrix, what is out, and where each of its numbers comes from. */
export function matrixBlocks(memo: Memo): readonly Block[] {
  const { matrix } = memo
  if (matrix.criteria.length === 0) return []
  return [
    ...section(2, 'How the options weigh', matrixTable(memo), paragraph(scaleNote)),
    ...section(3, 'What is out', ...knockOuts(matrix.options)),
    heading(3, 'Where each number comes from'),
    sourceTable(memo),
  ]
}

const scaleNote =
  'Scores go from 1 to 5: the target of a requirement is 3, half of it better (or its stretch) is 5, as far the other way is 1. A total is the mean of the scores by weight. In brackets: the score or total while the number moves within its band.'

function matrixTable(memo: Memo): Block {
  const { columns, criteria, sums } = matrixRows(memo)
  return table(columns, [...criteria, ...sums], 'The weighted decision matrix')
}

/** The matrix in rows: one for each criterion, then totals and ranks. */
export function matrixRows({ matrix }: Memo): {
  readonly columns: readonly Column[]
  readonly criteria: readonly (readonly Words[])[]
  readonly sums: readonly (readonly Words[])[]
} {
  const { options, cells, ranking } = matrix
  const rank = (option: MatrixOption): string =>
    option.knockedOutBy.length > 0 ? 'out' : String(ranking.indexOf(option.option) + 1)
  return {
    columns: [
      { title: 'Criterion', width: 2.4 },
      { title: 'Weight', align: 'right', width: 0.8 },
      ...options.map(({ title }): Column => ({ title, align: 'right', width: 1.6 })),
    ],
    criteria: matrix.criteria.map(({ title, weight, isMust }, row): readonly Words[] => [
      isMust ? [strong(title), ' (must)'] : [strong(title)],
      digits(weight),
      ...options.map((_, column) => cellWords(cells[row]?.[column])),
    ]),
    sums: [
      [
        [strong('Total')],
        '',
        ...options.map((option): Words => [strong(scoreWords(option, options)), withinWords(option)]),
      ],
      [[strong('Rank')], '', ...options.map((option): Words => [strong(rank(option))])],
    ],
  }
}

function cellWords(cell: MatrixCell | undefined): Text {
  if (cell?.value === undefined) return [unstated('unknown')]
  if (cell.isKnockOut) return [badge(`${shownScore(cell.value)}, out`, 'fail')]
  return [shownScore(cell.value), withinWords(cell)]
}

/** " (2.1–4.4)", nothing where the band moves nothing. */
function withinWords({ within }: Pick<MatrixCell, 'within'>): string {
  const [low, high] = [shownScore(within.low), shownScore(within.high)]
  return low === high ? '' : ` (${low}–${high})`
}

function knockOuts(options: readonly MatrixOption[]): readonly Block[] {
  const quoted = (titles: readonly string[]): string => listWords(titles.map((title) => `"${title}"`))
  const items = options.flatMap(({ title, knockedOutBy, openMusts, riskyMusts }): readonly Words[] => [
    ...(knockedOutBy.length === 0
      ? []
      : [[strong(title), ` is out, whatever its total: it misses ${quoted(knockedOutBy)}.`]]),
    ...(knockedOutBy.length > 0 || openMusts.length === 0
      ? []
      : [[strong(title), ` may yet be out: nobody knows whether it meets ${quoted(openMusts)}.`]]),
    ...(knockedOutBy.length > 0 || riskyMusts.length === 0
      ? []
      : [[strong(title), ` is in only if the band turns out well: it may miss ${quoted(riskyMusts)}.`]]),
  ])
  if (items.length > 0) return [list(items)]
  return [paragraph('No option misses anything that it must meet.')]
}

function sourceTable({ context, decision, matrix }: Memo): Block {
  const money = moneyFormatter(shownCurrency(context.design))
  const numberWords = ({ number }: MatrixCell, { unit }: Criterion): string =>
    number === undefined ? '–' : widen(formatBand(number, formatterOf(unit, money)))
  const sources = new Set(matrix.cells.flat().map(({ by }) => by))
  const [only] = sources
  const isMixed = sources.size > 1
  return table(
    [
      { title: 'Criterion', width: 1.8 },
      { title: 'Option', width: 1.8 },
      { title: 'Score', align: 'right', width: 0.7 },
      { title: 'Number', align: 'right', width: 1.3 },
      ...(isMixed ? [{ title: 'Who says so', width: 1.2 }] : []),
      { title: 'Because', width: 3.4 },
    ],
    matrix.criteria.flatMap((criterion, row) =>
      decision.options.map((option, column): readonly Words[] => {
        const cell = matrix.cells[row]?.[column]
        if (cell === undefined) return []
        return [
          criterion.title,
          option.title,
          cell.value === undefined ? [unstated('unknown')] : shownScore(cell.value),
          numberWords(cell, criterion),
          ...(isMixed ? [whoWords[cell.by]] : []),
          asSentence(widen(cell.because ?? cell.question ?? 'No source was written down')),
        ]
      }),
    ),
    isMixed || only === undefined ? undefined : `Each score is ${whoWords[only]}`,
  )
}

const whoWords: Readonly<Record<MatrixCell['by'], string>> = {
  engines: 'computed on its drawing',
  people: 'judged by people',
  nobody: 'nobody yet',
}
