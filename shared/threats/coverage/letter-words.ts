import type { CoverageCell } from '../../design/design.ts'

/** What the letters of the two methods stand for. */
const words: Readonly<Record<CoverageCell['method'], Readonly<Record<string, string>>>> = {
  stride: {
    S: 'Spoofing',
    T: 'Tampering',
    R: 'Repudiation',
    I: 'Information disclosure',
    D: 'Denial of service',
    E: 'Elevation of privilege',
  },
  linddun: {
    L: 'Linking',
    I: 'Identifying',
    Nr: 'Non-repudiation',
    D: 'Detecting',
    Dd: 'Data disclosure',
    U: 'Unawareness',
    Nc: 'Non-compliance',
  },
}

/** A letter in words; the letter itself where the method has none such. */
export function letterWords({ method, letter }: Pick<CoverageCell, 'method' | 'letter'>): string {
  return words[method][letter] ?? letter
}
