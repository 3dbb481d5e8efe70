import { amount, assumed, option } from '../fields/declare-field.ts'
import type { Fields } from '../fields/field.ts'
import { product } from '../formula/formula.ts'
import type { FieldReader, PricedLine, PriceLookup } from '../kind.ts'
import { hoursPerMonth, priceOf, technology } from './priced-lines.ts'

export type PaidAs = 'existing' | 'subscription' | 'seats' | 'machines'

/**
 * How a platform service is paid, for kinds that a client may have already, run alone, or rent. A product that is
 * rented says so as a fact: without a dated price its line reads "not known", never nothing.
 */
export function paidAsFields(usual: PaidAs = 'existing', replicas = 1): Fields {
  return {
    paidAs: option(
      'Paid as',
      {
        existing: 'Already there, or free: not counted',
        subscription: 'A subscription',
        seats: 'Seats',
        machines: 'Machines of ours',
      },
      usual,
      usual === 'existing' ? 'nothing is counted until stated' : 'assumed: software that we run',
      { ours: 'machines' },
    ),
    usdPerMonth: amount('Price per month', 'USD/month', { help: 'Licence or subscription, as the offer says.' }),
    seats: amount('Seats', 'people', { integer: true, ...assumed(10, 3, 50, 'one team') }),
    replicas: amount('Replicas', 'machines', {
      integer: true,
      min: 1,
      ...assumed(replicas, replicas, replicas * 2, 'a small deployment'),
    }),
    usdPerMachineHour: amount('Price per machine hour', 'USD/hour', { help: 'Over the price book.' }),
  }
}

/**
 * The lines of a service by how it is paid. A stated price per month always counts, whatever the choice. USD per month;
 * a subscription or seat whose price nobody dated is missing, so that the total reads "at least".
 */
export function paidAsLines(
  settings: FieldReader,
  prices: PriceLookup,
  productId: string | undefined,
): readonly PricedLine[] {
  const how = settings.text('paidAs')
  const stated = settings.number('usdPerMonth') !== undefined
  const subscription = stated
    ? settings.input('usdPerMonth')
    : how === 'subscription'
      ? prices.find('subscription.month', productId)
      : undefined
  const lines = subscription ? [technology('subscription', 'Subscription', subscription)] : []
  if (how === 'seats' && !stated) {
    const seat = prices.find('subscription.seat', productId)
    return [technology('seats', 'Seats', product(settings.input('seats'), seat))]
  }
  if (how !== 'machines') return lines
  const price = priceOf(settings, 'usdPerMachineHour', prices, 'compute.machine-hour', productId)
  return [technology('machines', 'Machines', product(settings.input('replicas'), hoursPerMonth, price)), ...lines]
}
