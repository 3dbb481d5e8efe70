import type { Scalar } from '../../design/design.ts'
import type { Product } from '../product.ts'
import { known } from './declare-product.ts'

type Facts = Product['facts']

/**
 * A product that is not a language model. `names`: what else people call it, for search. One that runs inside the
 * client's own account or machines brings no organisation: it belongs to the boundary it is drawn in.
 */
export function on(
  id: string,
  title: string,
  vendor: string,
  kinds: readonly string[],
  names: readonly string[] = [],
  ...facts: readonly Facts[]
): Product {
  return { id, title, vendor, kinds, names, facts: Object.assign({}, ...facts) as Facts }
}

/** The same, run by its vendor, who sees what it is sent. */
export function by(
  id: string,
  title: string,
  vendor: string,
  kinds: readonly string[],
  names: readonly string[] = [],
  ...facts: readonly Facts[]
): Product {
  return { ...on(id, title, vendor, kinds, names, ...facts), organisation: vendor }
}

function sold(name: string, value: Scalar): Facts {
  return { [name]: known(value, 'how the vendor sells it', '2026-11', 'B') }
}

/** Rented: without a dated price its line is missing, and the total reads "at least". */
export const rented = sold('paidAs', 'subscription')
export const bySeat = sold('paidAs', 'seats')
/** Free software on machines of ours, for kinds that ask how they are paid. */
export const selfRun = sold('paidAs', 'machines')
/** Free software on machines of ours, for kinds that ask where they run. */
export const onOurMachines = sold('runsOn', 'machines')

/** Which of the kind's price models the product uses. */
export function billed(pricing: string): Facts {
  return { pricing: known(pricing, 'price page of the vendor', '2026-11-04', 'A') }
}

/** Measured median and 95th percentile of one product, cited one by one. */
export function timed(
  p50Ms: number,
  p95Ms: number | undefined,
  source: string,
  asOf: string,
  confidence: 'A' | 'B' | 'C' = 'B',
): Facts {
  return {
    p50Ms: known(p50Ms, source, asOf, confidence),
    ...(p95Ms === undefined ? {} : { p95Ms: known(p95Ms, source, asOf, confidence) }),
  }
}

/**
 * Where a 99th percentile alone is published, median and 95th follow a measured shape: that of Weaviate at 2.4M vectors
 * and one client, 3.5 / 4.97 / 5.72 ms.
 */
export function fittedToP99(p99Ms: number, source: string, asOf: string): Facts {
  const shaped = `${source}: p99 ${p99Ms} ms; median and p95 by the shape that Weaviate was measured with`
  return timed(round((p99Ms * 3.5) / 5.72), round((p99Ms * 4.97) / 5.72), shaped, asOf, 'C')
}

function round(ms: number): number {
  return Number(ms.toPrecision(3))
}
