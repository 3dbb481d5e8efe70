import type { BuildOrBuy } from '../../../shared/estimate/self-hosting-parts.ts'
import { formatMoneyRough, formatQuantity, formatRoughCount } from '../quantities.ts'

/** The verdict in a sentence or two: which is cheaper today, and from which volume that turns. */
export function verdictOf(compared: BuildOrBuy): string {
  const { usdPerMonthBought, usdPerMonthBuilt, breakEvenCallsPerMonth, callsPerMonth } = compared
  const difference = formatMoneyRough(Math.abs(usdPerMonthBought - usdPerMonthBuilt))
  const isBoughtCheaper = usdPerMonthBought <= usdPerMonthBuilt
  const today = isBoughtCheaper
    ? `Buying is ${difference} a month cheaper today.`
    : `Own machines are ${difference} a month cheaper today.`
  if (breakEvenCallsPerMonth === undefined) {
    return `${today} Own machines never catch up: a full replica costs more than what it serves, bought.`
  }
  const even = `about ${formatQuantity(twoDigits(breakEvenCallsPerMonth), 'count')} calls a month`
  if (callsPerMonth < breakEvenCallsPerMonth) {
    const times = breakEvenCallsPerMonth / Math.max(1, callsPerMonth)
    return `${today} The two are even at ${even}, ${formatRoughCount(times)} times today's.`
  }
  return isBoughtCheaper
    ? `${today} The two are even at ${even} first, but the next whole replica is not full yet.`
    : `${today} The two are even at ${even}.`
}

/** A volume at which two estimates meet is known to two digits at most. */
function twoDigits(count: number): number {
  return Number(count.toPrecision(2))
}
