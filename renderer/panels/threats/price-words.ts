import type { FigureChange } from '../../../shared/mitigation-price.ts'
import type { PlacementPrice } from '../../analysis/inquiry-message.ts'
import { formatterFor } from '../quantities.ts'

/** Below these nobody would call it a change: half a millisecond, half a dollar a month, a hundredth of a percent. */
const smallest = { ms: 0.5, usdPerMonth: 0.5, share: 0.0001 }

/** "+4.3 ms at p95, no cost": what placing a control costs, in as few words as there are. */
export function priceWords(price: PlacementPrice): string {
  if (price.as === 'commitment') return 'a commitment: nothing is drawn, no number moves'
  const [action] = price.actions
  const time = action === undefined ? undefined : changeWords(action.p95Ms, smallest.ms, formatterFor('ms'))
  const money = changeWords(price.totalUsdPerMonth, smallest.usdPerMonth, formatterFor('USD/month'))
  const lead = price.isMeaningful ? '' : 'at least '
  const stuck = action?.noTime === undefined ? undefined : `answer ${action.noTime.word}`
  return [
    stuck ?? (time === undefined ? undefined : time === '' ? 'no time' : `${lead}${time} at p95`),
    money === undefined ? undefined : money === '' ? 'no cost' : `${lead}${money} a month`,
  ]
    .filter((words) => words !== undefined)
    .join(', ')
}

/** The same where there is room, with what it takes from the time that the design is up. */
export function priceLine(price: PlacementPrice): string {
  const [action] = price.actions
  const isDrawn = price.as === 'box' && action !== undefined
  const up = isDrawn ? changeWords(action.availability, smallest.share, pointsOf) : undefined
  return up === undefined || up === '' ? priceWords(price) : `${priceWords(price)}, ${up} of availability`
}

/** The same with everything that it moves, for whoever points at it. */
export function fullPriceWords(price: PlacementPrice): string {
  if (price.as === 'commitment')
    return 'No plan says when it would be called, so it is written down as a control in place; draw it to see its price.'
  const actions = price.actions.map(({ name, p95Ms, firstP95Ms, availability, noTime }) => {
    const parts = [
      noTime === undefined ? undefined : `answer ${noTime.words}`,
      named('answer p95', changeWords(p95Ms, smallest.ms, formatterFor('ms'))),
      named('first words p95', changeWords(firstP95Ms, smallest.ms, formatterFor('ms'))),
      named('availability', changeWords(availability, smallest.share, pointsOf)),
    ].filter((words) => words !== undefined)
    return `${name}: ${parts.length === 0 ? 'no change' : parts.join(', ')}.`
  })
  const technology = changeWords(price.technologyUsdPerMonth, smallest.usdPerMonth, formatterFor('USD/month'))
  const people = changeWords(price.peopleUsdPerMonth, smallest.usdPerMonth, formatterFor('USD/month'))
  return [...actions, `Technology ${orNothing(technology)}, people ${orNothing(people)}.`].join(' ')
}

/** Empty where nothing moves, undefined where the engines give no figure. */
function changeWords({ delta }: FigureChange, least: number, format: (size: number) => string): string | undefined {
  if (delta === undefined) return undefined
  if (Math.abs(delta) < least) return ''
  // Two digits: what is known of a difference of two estimates.
  return `${delta > 0 ? '+' : '−'}${format(Number(Math.abs(delta).toPrecision(2)))}`
}

function named(name: string, words: string | undefined): string | undefined {
  return words === undefined || words === '' ? undefined : `${name} ${words}`
}

function orNothing(words: string | undefined): string {
  if (words === undefined) return 'unknown'
  return words === '' ? 'no change' : words
}

/** A difference of shares is told in points: "0.04 points". */
function pointsOf(share: number): string {
  return `${(share * 100).toFixed(2)} points`
}
