import type { Graph } from '../../graph/graph.ts'

/** Words of a design that point at an area of Annex III. A pointer, never a verdict: a person decides. */
const areaWords: readonly (readonly [area: string, words: RegExp])[] = [
  ['1', /\b(biometric|facial recognition|face recognition|emotion recognition)/i],
  ['2', /\b(power grid|electricity|gas network|water supply|road traffic|critical infrastructure|heating supply)/i],
  ['3', /\b(education|school|universit|student|admission|exam|grading|proctor)/i],
  ['4a', /\b(recruit|hiring|applicant|candidate|curriculum vitae|résumé|resume screening|talent)/i],
  ['4b', /\b(human resources|promotion of staff|performance review|employee|workforce|dismissal)/i],
  ['5a', /\b(public benefit|social benefit|welfare|social security|housing benefit)/i],
  ['5b', /\b(credit scor|creditworth|credit worth|lending|loan|consumer credit|mortgage)/i],
  ['5c', /\b(life insurance|health insurance|underwriting)/i],
  ['5d', /\b(emergency call|emergency dispatch|triage|ambulance)/i],
  ['6', /\b(police|law enforcement|crime|forensic)/i],
  ['7', /\b(migration|asylum|visa|border control|immigration)/i],
  ['8', /\b(court|judicia|justice|election|dispute resolution)/i],
]

/** Areas of Annex III that the words of the design point at, with the word that does. */
export function areasInWords({ design }: Graph): readonly { readonly area: string; readonly word: string }[] {
  const text = wordsOf(design)
  return areaWords.flatMap(([area, pattern]) => {
    const [word] = pattern.exec(text) ?? []
    return word === undefined ? [] : [{ area, word }]
  })
}

/** Whether the words of the design speak of finding financial fraud, which Annex III.5(b) leaves out. */
export function speaksOfFraud({ design }: Graph): boolean {
  return /\bfraud/i.test(wordsOf(design))
}

/** Whether the words speak of a financial entity as DORA has it. */
export function financialWord({ design }: Graph): string | undefined {
  return /\b(bank\w*|insur\w*|asset manage\w*|payment\w*|invest\w*|credit institution|broker\w*|pension\w*|fund manage\w*|crypto\w*|trading venue)/i.exec(
    `${wordsOf(design)} ${design.client ?? ''}`,
  )?.[0]
}

function wordsOf(design: Graph['design']): string {
  const domain = design.context?.['domain']
  const stated = typeof domain === 'object' && 'value' in domain ? domain.value : domain
  return [typeof stated === 'string' ? stated : '', design.name, design.framing?.decision ?? ''].join(' . ')
}
