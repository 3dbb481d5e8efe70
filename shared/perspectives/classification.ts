import type { Classification, DataAsset } from '../design/design.ts'
import { known } from '../design/value.ts'

/** From the most sensitive class down. */
export const classifications: readonly Classification[] = ['restricted', 'confidential', 'internal', 'public']

export const classWords: Readonly<Record<Classification, string>> = {
  restricted: 'Restricted',
  confidential: 'Confidential',
  internal: 'Internal',
  public: 'Public',
}

/** The most sensitive asset first; those that nobody classified last. */
export function bySensitivity(data: readonly DataAsset[]): readonly DataAsset[] {
  return data.toSorted((a, b) => rank(a) - rank(b))
}

function rank({ classification }: DataAsset): number {
  const stated = known(classification)
  return stated === undefined ? classifications.length : classifications.indexOf(stated)
}
