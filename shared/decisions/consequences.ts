import type { Decision, Design, Id } from '../design/design.ts'
import { type ComparedFigure, type ComparedRow, compareSides } from '../options/compare.ts'
import { type Outcome, type Side, sideName } from '../options/outcome.ts'
import { moneyFormatter, shownCurrency } from '../kinds/figures/money-format.ts'
import { formatBand, type Formatter, formatterOf } from '../kinds/figures/number-format.ts'
import { chosenSide } from './basis.ts'
import { sideOf } from './matrix.ts'

/** What follows from the choice, told from the difference of two runs; never mixed with what people wrote. */
export interface DerivedConsequence {
  readonly tone: 'good' | 'bad'
  /** A sentence without "Good, because": "the design costs $310 a month less than Base ($4.6k; Base $4.9k)". */
  readonly text: string
  /** The requirement that it is about. */
  readonly requirement?: Id
}

export interface DerivedConsequences {
  /** The drawing that it is compared with; undefined where there is none to compare with. */
  readonly against: Side | undefined
  readonly items: readonly DerivedConsequence[]
}

const told: ReadonlySet<string> = new Set([
  'cost.perMonthUsd',
  'latency.firstP95Ms',
  'latency.fullP95Ms',
  'availability.share',
])

/**
 * The chosen option against the base, or where the base was chosen against the first other option that is drawn. What
 * lies within what nobody knows is no consequence, and is left out.
 */
export function consequencesOf(
  decision: Decision,
  design: Design,
  outcomes: ReadonlyMap<Side, Outcome | undefined>,
): DerivedConsequences {
  const chosen = chosenSide(decision)
  const isDrawn = decision.options.some((option) => option.id === decision.chosen && sideOf(option) !== undefined)
  const against = isDrawn ? rivalOf(decision, chosen) : undefined
  const [own, other] = [outcomes.get(chosen), against === undefined ? undefined : outcomes.get(against)]
  if (against === undefined || own === undefined || other === undefined) return { against, items: [] }
  const comparison = compareSides(design, [
    { side: against, outcome: other },
    { side: chosen, outcome: own },
  ])
  const rival = sideName(design, against)
  const money = moneyFormatter(shownCurrency(design))
  const figures = comparison.figures
    .filter(({ id }) => told.has(id))
    .flatMap((row) => figureSentence(row, rival, formatterOf(row.unit, money)))
  const grave = (found: readonly { readonly severity: string; readonly title: string }[] = []): readonly string[] => [
    ...new Set(
      found.filter(({ severity }) => severity === 'critical' || severity === 'high').map(({ title }) => title),
    ),
  ]
  const [findings, threats] = [comparison.findings[1], comparison.threats[1]]
  return {
    against,
    items: [
      ...figures,
      ...verdictSentences(own, other, design),
      ...grave([...(findings?.come ?? []), ...(threats?.come ?? [])]).map((title): DerivedConsequence => ({
        tone: 'bad',
        text: `"${title}" is found, which ${rival} does not have`,
      })),
      ...grave([...(findings?.gone ?? []), ...(threats?.gone ?? [])]).map((title): DerivedConsequence => ({
        tone: 'good',
        text: `"${title}" is gone, which ${rival} has`,
      })),
    ],
  }
}

function rivalOf(decision: Decision, chosen: Side): Side | undefined {
  if (chosen !== null) return null
  return decision.options.map(sideOf).find((side) => side !== undefined && side !== null)
}

function figureSentence({ label, per, cells }: ComparedRow, rival: string, format: Formatter): DerivedConsequence[] {
  const [before, after]: readonly (ComparedFigure | undefined)[] = cells
  if (before?.band === undefined || after?.band === undefined) return []
  const { delta = 0, move } = after
  if (move !== 'better' && move !== 'worse') return []
  const size = format(Math.abs(delta), 10 ** Math.floor(Math.log10(Math.abs(delta)) - 1 + 1e-9))
  const unit = per === undefined ? '' : ' a month'
  const way = delta < 0 ? 'less' : 'more'
  return [
    {
      tone: move === 'better' ? 'good' : 'bad',
      text: `${label.toLowerCase()} is ${size}${unit} ${way} than in ${rival}: ${formatBand(after.band, format)} against ${formatBand(before.band, format)}`,
    },
  ]
}

function verdictSentences(own: Outcome, other: Outcome, design: Design): readonly DerivedConsequence[] {
  const verdictIn = (outcome: Outcome, id: Id) =>
    outcome.requirements.find(({ requirement }) => requirement === id)?.verdict
  return (design.requirements ?? []).flatMap(({ id, name, metric }): DerivedConsequence[] => {
    const [now, before] = [verdictIn(own, id), verdictIn(other, id)]
    const title = name ?? metric
    if (now === 'fail' && before !== 'fail') return [{ tone: 'bad', text: `"${title}" is missed`, requirement: id }]
    return now === 'pass' && before === 'fail' ? [{ tone: 'good', text: `"${title}" is met`, requirement: id }] : []
  })
}
