import type { Verdict } from '../../estimate/requirement-result.ts'

/** How many requirements are missed and how many may yet be, as the end of a sentence; never that all is well. */
export function troubleWords(results: readonly { readonly verdict: Verdict }[]): string {
  const words = (wanted: Verdict, what: string): readonly string[] => {
    const count = results.filter(({ verdict }) => verdict === wanted).length
    return count === 0 ? [] : [`${count} ${count === 1 ? 'is' : 'are'} ${what}`]
  }
  return [...words('fail', 'missed'), ...words('atRisk', 'at risk')].join(', ') || 'none is missed'
}
