import type { ActTier } from './ai-act/act-tier.ts'
import type { Tier } from './ai-act/tier.ts'
import type { EvidenceState } from './evidence/evidence.ts'
import type { PrivacyAssessment } from './privacy-assessment.ts'

/** How every page and document calls what it says: a help for people who decide, no legal advice. */
export const indicative = 'Indicative assessment'

/** Said once wherever controls of frameworks are listed. */
export const controlTitlesNote =
  'Titles of controls are shortened, and were read on other pages than their publishers’: check the wording there before you quote it.'

export const tierWords: Readonly<Record<Tier | 'open', string>> = {
  outOfScope: 'Out of scope',
  minimal: 'Minimal',
  transparency: 'Transparency',
  high: 'High-risk',
  prohibited: 'Prohibited',
  open: 'Open',
}

export const roleWords: Readonly<Record<string, string>> = {
  provider: 'Provider',
  deployer: 'Deployer',
  importer: 'Importer',
  distributor: 'Distributor',
  'product-maker': 'Product maker',
}

export const evidenceWords: Readonly<Record<EvidenceState['status'], string>> = {
  automatic: 'Automatic',
  typed: 'Typed',
  missing: 'Missing',
  notApplicable: 'Does not apply',
}

/** "Transparency, proposed by the drawing"; open: between which tiers. */
export function tierSentence({ tier, lowest, highest, standing, derogated }: ActTier): string {
  if (tier === 'open') return `Open: between ${tierWords[lowest].toLowerCase()} and ${tierWords[highest].toLowerCase()}`
  const out = derogated ? ', taken out of the high-risk ones by Art. 6(3)' : ''
  return `${tierWords[tier]}${out}, ${standing === 'confirmed' ? 'confirmed by people' : 'proposed by the drawing'}`
}

/** The roles in words, and which of them Art. 25 alone brings. */
export function rolesSentence({ roles, becameProvider }: ActTier): string {
  if (roles.length === 0) return 'Not stated'
  const words = roles.map((role) => roleWords[role] ?? role).join(', ')
  return becameProvider ? `${words} (provider by Art. 25)` : words
}

/** The duties for general-purpose models that fall on the maker of this system, in words. */
export function generalPurposeSentence({ generalPurpose }: ActTier): string {
  return {
    none: 'None',
    provider: 'Those of a provider',
    systemic: 'Those of a provider of a model with systemic risk',
    open: 'Open',
  }[generalPurpose]
}

/** What the count of criteria comes to; the rule that two are enough is a legal fact of its own. */
export function privacySentence({ verdict, met, open }: PrivacyAssessment): string {
  const count = `${met} of 9 criteria hold${open === 0 ? '' : `, ${open} open`}`
  return {
    needed: `An assessment is as a rule needed: ${count}.`,
    notNeeded: `As a rule no assessment is needed: ${count}.`,
    open: `Open: ${count}.`,
    noPersonalData: 'None of the data speaks about people.',
  }[verdict]
}
