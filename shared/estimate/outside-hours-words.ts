import type { Id } from '../design/design.ts'
import { formatMs, formatShare } from '../kinds/figures/number-format.ts'
import type { WaitsOutside } from './estimate-parts.ts'

/** "20 % of the requests reach Desk outside its hours and wait up to 16 h until people begin, which these times leave out." */
export function outsideHoursWords(
  { component, share, longestMs }: WaitsOutside,
  nameOf: (id: Id) => string,
  leftOutBy: string,
): string {
  return `${formatShare(share)} of the requests reach ${nameOf(component)} outside its hours and wait up to ${formatMs(longestMs)} until people begin, which ${leftOutBy}.`
}
