import type { BuildOrBuy } from '../../../shared/estimate/estimate-parts.ts'
import { formatQuantity } from '../quantities.ts'

/** The verdict in a sentence or two: which is cheaper today, and from which volume that turns. */
export function verdictOf(compared: BuildOrBuy): string {
  const { usdPerMonthBought, usdPerMonthBuilt, breakEvenCallsPerMonth, callsPerMonth } = compared
  const difference = formatQuantity(Math.abs(usdPerMonthBought - usdPerMonthBuilt), 'USD')
  const isBoughtCheaper = usdPerMonthBought <= usdPerMonthBuilt
  const today = isBoughtCheaper
    ? `Buying is ${difference} a month cheaper today.`
    : `Own machines are ${difference} a month cheaper today.`
  if (breakEvenCallsPerMonth === undefined) {
    return `${today} Own machines never catch up: a full replica costs more than what it serves, bought.`
  }
  const even = `${formatQuantity(breakEvenCallsPerMonth, 'count')} calls a month`
  if (callsPerMonth < breakEvenCallsPerMonth) {
    const times = breakEvenCallsPerMonth / Math.max(1, callsPerMonth)
    return `${today} The two are even at ${even}, ${formatQuantity(times, 'count')} times today's.`
  }
  return isBoughtCheaper
    ? `${today} The two are even at ${even} first, but the next whole replica is not full yet.`
    : `${today} The two are even at ${even}.`
}
