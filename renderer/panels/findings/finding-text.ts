import type { Finding } from '../../../shared/findings/finding.ts'
import { findableWords } from '../../../shared/threats/frameworks/name-reference.ts'

/** What a finding says, in small letters, for whoever looks for a word or an id in it: of its rule, its place in catalogues, old ones too. */
export function textOfFinding(finding: Finding): string {
  const known = texts.get(finding)
  if (known !== undefined) return known
  const { rule, aliases, title, problem, severity, references } = finding
  const words = [rule, ...aliases, title, problem, severity, ...references.map((each) => findableWords(each))]
  const text = words.join(' ').toLowerCase()
  texts.set(finding, text)
  return text
}

/** Findings never change; every letter that is typed asks all of them. */
const texts = new WeakMap<Finding, string>()
