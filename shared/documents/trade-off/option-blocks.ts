import { type ComparedFigure, compareSides } from '../../options/compare.ts'
import { sideOf } from '../../decisions/matrix.ts'
import { type OptionRisk, risksOf } from '../../decisions/recommend.ts'
import type { DecisionOption } from '../../design/design.ts'
import { groupBy } from '../../design/group-by.ts'
import { shorten } from '../../design/wording.ts'
import type { DesignChange } from '../../design/diff.ts'
import { moneyFormatter, shownCurrency } from '../../kinds/figures/money-format.ts'
import { formatBand, formatDifference, type Formatter, formatterOf } from '../../kinds/figures/number-format.ts'
import { type Side, sideName } from '../../options/outcome.ts'
import { badge, paragraph, section, strong, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { Block } from '../outline.ts'
import { changeLines } from '../review-pack/change-lines.ts'
import { changesBetween } from '../sides.ts'
import { listWords, widen } from '../text/numbers.ts'
import { asSentence, severityBadge } from '../text/sentences.ts'
import type { Memo } from './memo.ts'

/** Names of one kind of change that are read in a cell. */
const mostNames = 4
/** What differs in one element, as far as a cell has room. */
const mostFields = 3

/** Each option: where it is drawn, what it changes, and what people say for and against it. */
export function optionBlocks(memo: Memo): readonly Block[] {
  const { decision } = memo
  const places = decision.options.map((option) => drawnAs(option, memo))
  // An option that is drawn under its own name says nothing new of itself.
  const sayPlaces = decision.options.some(({ title }, index) => places[index] !== shorten(title))
  return section(
    2,
    `${decision.options.length} options considered`,
    table(
      [
        { title: 'Option', width: 2 },
        ...(sayPlaces ? [{ title: 'Drawn as', width: 1.2 }] : []),
        { title: 'What it changes', width: 2.6 },
        { title: 'Speaks for it', width: 2.2 },
        { title: 'Speaks against it', width: 2.2 },
      ],
      decision.options.map((option, index): readonly Words[] => [
        [strong(option.title)],
        ...(sayPlaces ? [places[index] ?? ''] : []),
        changeWords(option, memo),
        sentences(option.good),
        sentences(option.bad),
      ]),
    ),
    ...figureBlocks(memo),
  )
}

function drawnAs(option: DecisionOption, { context }: Memo): string {
  const side = sideOf(option)
  return side === undefined ? 'in words alone' : shorten(sideName(context.design, side))
}

function changeWords(option: DecisionOption, { context }: Memo): string {
  const side = sideOf(option)
  if (side === undefined) return '–'
  if (side === null) return 'nothing: it is the base'
  const changes = changesBetween(context, null, side)
  const lines = changeLines(changes, context)
  const namesOf = (type: DesignChange['type']): readonly string[] => [
    ...new Set(lines.filter((line) => line.type === type).map(({ name }) => name)),
  ]
  const parts = (['added', 'removed'] as const).flatMap((type) => {
    const names = namesOf(type)
    return names.length === 0 ? [] : [`${type} ${listWords(names, mostNames)}`]
  })
  const changed = lines.filter(({ type }) => type === 'changed')
  const told = changed
    .slice(0, mostNames)
    .map(({ name, what }) => `${name}: ${what.length === 0 ? 'changed' : listWords(what, mostFields)}`)
  const more = changed.length <= mostNames ? [] : [`${changed.length - mostNames} more changed`]
  const all = [...parts, ...told, ...more]
  return all.length === 0 ? 'nothing that is drawn' : all.map(asSentence).join(' ')
}

function sentences(texts: readonly string[] = []): string {
  return texts.length === 0 ? '–' : texts.map(asSentence).join(' ')
}

/** The headline numbers of the options that are drawn, each from a run of its own. */
function figureBlocks({ context, decision, outcomes }: Memo): readonly Block[] {
  const drawn = decision.options.flatMap((option): readonly { readonly title: string; readonly side: Side }[] => {
    const side = sideOf(option)
    return side === undefined || !outcomes.has(side) ? [] : [{ title: option.title, side }]
  })
  if (drawn.length < 2) return []
  const { figures } = compareSides(
    context.design,
    drawn.map(({ side }) => {
      const outcome = outcomes.get(side)
      return { side, ...(outcome === undefined ? {} : { outcome }) }
    }),
  )
  const money = moneyFormatter(shownCurrency(context.design))
  return [
    table(
      ['Figure', ...drawn.map(({ title }) => ({ title, align: 'right' as const }))],
      figures.map(({ label, unit, per, cells }): readonly Words[] => [
        per === undefined ? label : `${label} a month`,
        ...cells.map((cell) => figureWords(cell, formatterOf(unit, money))),
      ]),
      `What the engines say of each, and how far it is from ${drawn[0]?.title ?? 'the first'}; unmarked where that lies within what is not known`,
    ),
  ]
}

/** The number with its band, then the difference of the two runs. */
function figureWords(cell: ComparedFigure | undefined, format: Formatter): Words {
  if (cell?.band === undefined) return cell?.why ?? '–'
  const words = widen(formatBand(cell.band, format))
  const { delta = 0, move } = cell
  if (delta === 0) return words
  const difference = widen(formatDifference(delta, cell.band, format))
  return [
    `${words} `,
    move === 'better' ? badge(difference, 'pass') : move === 'worse' ? badge(difference, 'atRisk') : difference,
  ]
}

const riskSources: Readonly<Record<OptionRisk['from'], string>> = {
  finding: 'found in its drawing',
  requirement: 'computed',
  person: 'written down',
}

/** What speaks against each even when it is chosen, and what helps; the same of several options in one row. */
export function riskBlocks({ decision, outcomes, matrix }: Memo): readonly Block[] {
  const risks = risksOf(decision, outcomes)
  const without = matrix.options.filter(({ option }) => !risks.some((risk) => risk.option === option))
  const titleOf = (id: string): string => matrix.options.find(({ option }) => option === id)?.title ?? ''
  const byText = groupBy(risks, ({ risk }) => risk)
  return section(
    2,
    'Risks of each option',
    ...(risks.length === 0
      ? []
      : [
          table(
            [
              { title: 'Option', width: 1.8 },
              { title: 'Risk', width: 3.2 },
              { title: 'Severity' },
              { title: 'What helps', width: 2.8 },
              { title: 'From', width: 1.2 },
            ],
            [...byText].map(([risk, same]): readonly Words[] => {
              const [first] = same
              return [
                [strong(listWords(same.map(({ option }) => titleOf(option))))],
                asSentence(risk),
                first?.severity === undefined ? '–' : [severityBadge(first.severity)],
                first?.mitigation === undefined ? '–' : asSentence(first.mitigation),
                first === undefined ? '–' : riskSources[first.from],
              ]
            }),
          ),
        ]),
    ...(without.length === 0
      ? []
      : [
          paragraph(
            `Nothing has been found or written down against ${listWords(without.map(({ title }) => title))}; that is no proof that there is nothing.`,
          ),
        ]),
  )
}
