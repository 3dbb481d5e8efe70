import type { Law } from './law.ts'

const source = {
  title: 'Regulation (EU) 2024/1689, consolidated',
  url: 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj',
}

/** From pages of August to October 2026 that quote the Official Journal; the journal itself was not read. */
function fact(id: string, provision: string, says: string, appliesFrom?: string, doubt?: string): Law {
  return {
    id: `ai-act.${id}`,
    title: 'EU AI Act',
    edition: 'Regulation (EU) 2024/1689 as amended by (EU) 2026/1744',
    provision,
    says,
    ...(appliesFrom === undefined ? {} : { appliesFrom }),
    source,
    checkedOn: '2026-11-21',
    readAtSource: false,
    ...(doubt === undefined ? {} : { doubt }),
  }
}

/** The timetable of the EU AI Act, and the lines that decide a tier. */
export const euAiActLaws: readonly Law[] = [
  fact('scope', 'Art. 2, 3(1)', 'The act reaches AI systems placed, used, or whose output is used, in the EU.'),
  fact(
    'exclusions',
    'Art. 2(3), (6), (8), (10), (12)',
    'Military and defence, research alone, purely personal use, and free software that is neither high-risk nor under Art. 5 or 50 are left out.',
  ),
  fact('prohibitions', 'Art. 5(1)(a) to (h)', 'Eight practices are forbidden.', '2025-02-02'),
  fact(
    'prohibitions-2026',
    'Art. 5(1)(ba), (bb)',
    'Making intimate pictures of people without their consent, and material of child abuse, is forbidden.',
    '2026-12-02',
  ),
  fact(
    'literacy',
    'Art. 4',
    'Providers and deployers take measures that support the AI literacy of their people.',
    '2025-02-02',
    'Reworded by the amendment in force since 27 July 2026.',
  ),
  fact(
    'annex-i',
    'Art. 6(1), Annex I',
    'Systems that are, or are a safety component of, a product under Annex I that a third party assesses are high-risk.',
    '2028-08-02',
    'The amendment narrows "safety component" (Art. 3(14)).',
  ),
  fact('annex-iii', 'Art. 6(2), Annex III', 'Systems in one of eight areas are high-risk.', '2027-12-02'),
  fact(
    'derogation',
    'Art. 6(3), (4)',
    'A system in such an area is not high-risk where it only prepares or improves what people do, unless it profiles people; the assessment is written down.',
    '2027-12-02',
    'The guidelines of the Commission are a draft of May 2026.',
  ),
  fact(
    'derogation-register',
    'Art. 49(2)',
    'A provider who holds a system in such an area for not high-risk registers it before it is placed on the market.',
    undefined,
    'Sources dispute the date.',
  ),
  fact(
    'high-risk-surroundings',
    'Art. 43, 47 to 49, 72, 73, 86',
    'Conformity, registration, monitoring on the market, reports of incidents and the right to an explanation go with high-risk systems.',
    undefined,
    'The date is that of the duties they serve: 2 December 2027 or 2 August 2028, as read of chapter III only.',
  ),
  fact('transparency', 'Art. 50', 'People are told that they deal with AI, and what AI made is marked.', '2026-08-02'),
  fact(
    'marking-grace',
    'Art. 50(2)',
    'Systems on the market before 2 August 2026 have until then to mark what they make.',
    '2026-12-02',
  ),
  fact('gpai', 'Art. 53', 'Providers of general-purpose models document them.', '2025-08-02'),
  fact(
    'gpai-systemic',
    'Art. 51, 55',
    'Above 10^25 operations of training a model is held to carry systemic risk and is tested and watched for it.',
    '2025-08-02',
  ),
  fact(
    'gpai-modified',
    'Art. 53, guidelines of the Commission',
    'Whoever changes a model with about a third or more of its training compute is a provider of the changed model.',
    '2025-08-02',
    'The third is remembered, not read.',
  ),
  fact(
    'becomes-provider',
    'Art. 25(1)',
    'Who puts their name on a high-risk system, changes it substantially, or gives a system a purpose that makes it high-risk becomes its provider.',
    '2027-12-02',
  ),
  fact(
    'rights-assessment',
    'Art. 27',
    'Public bodies, private bodies with public services, and users of credit scoring or of life and health insurance pricing assess the effect on rights before first use.',
    '2027-12-02',
  ),
  fact(
    'logs',
    'Art. 19, 26(6)',
    'Logs of a high-risk system are kept for six months at least.',
    '2027-12-02',
    'The six months are remembered, not read.',
  ),
]
