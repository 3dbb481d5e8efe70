/** Steps to a factor of ten: 1, 1.1, 1.3, 1.4, 1.6, ... each different when rounded to two digits. */
const perTen = 20

/** The step of the slider for a factor of the stated traffic; 1 is 0. */
export function stepOf(factor: number): number {
  return Math.round(Math.log10(factor) * perTen)
}

/** The factor at a step, as round as a person would say it: two digits. */
export function trafficAt(step: number): number {
  return Number((10 ** (step / perTen)).toPrecision(2))
}

/** Marks on the scale. */
export const trafficSteps: readonly number[] = [0.1, 1, 10, 100]
