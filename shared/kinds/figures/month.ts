/** A month: 365 x 24 / 12 = 730 hours, the convention of cloud price lists; calculators that use 720 are 1.4 % lower. */
export const month = { days: 365 / 12, hours: 730, minutes: 730 * 60, seconds: 730 * 3600 } as const
