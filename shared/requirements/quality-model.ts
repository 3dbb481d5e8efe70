import { smallTitle } from '../design/wording.ts'

/**
 * The quality model by which requirements are sorted, as data: titles and where they stand, no text of a standard. Cost
 * and compliance are no qualities of a product there, and are asked for all the same; they are our own.
 */

export interface QualitySource {
  readonly standard: string
  readonly edition: string
}

const iso25010: QualitySource = { standard: 'ISO/IEC 25010', edition: '2023' }
/** Extends the edition of 2011; its additions are placed under the titles of 2023. */
const iso25059: QualitySource = { standard: 'ISO/IEC 25059', edition: '2023' }
const iso25019: QualitySource = { standard: 'ISO/IEC 25019', edition: '2023' }
const own: QualitySource = { standard: 'Lintel', edition: '1' }

export interface Quality {
  /** 'reliability', or 'reliability.availability' for a subcharacteristic: part of the file format. */
  readonly id: string
  readonly title: string
  readonly source: QualitySource
}

export interface QualityCharacteristic extends Quality {
  readonly parts: readonly Quality[]
}

function characteristic(
  id: string,
  title: string,
  source: QualitySource,
  parts: readonly (readonly [id: string, title: string, source?: QualitySource])[],
): QualityCharacteristic {
  return {
    id,
    title,
    source,
    parts: parts.map(([part, partTitle, partSource = source]) => ({
      id: `${id}.${part}`,
      title: partTitle,
      source: partSource,
    })),
  }
}

/** In the order in which panels and documents group by it. */
export const qualityModel: readonly QualityCharacteristic[] = [
  characteristic('functional-suitability', 'Functional suitability', iso25010, [
    ['completeness', 'Functional completeness'],
    ['correctness', 'Functional correctness'],
    ['appropriateness', 'Functional appropriateness'],
    ['functional-adaptability', 'Functional adaptability', iso25059],
  ]),
  characteristic('performance-efficiency', 'Performance efficiency', iso25010, [
    ['time-behaviour', 'Time behaviour'],
    ['resource-utilisation', 'Resource utilisation'],
    ['capacity', 'Capacity'],
  ]),
  characteristic('compatibility', 'Compatibility', iso25010, [
    ['co-existence', 'Co-existence'],
    ['interoperability', 'Interoperability'],
  ]),
  characteristic('interaction-capability', 'Interaction capability', iso25010, [
    ['recognisability', 'Appropriateness recognisability'],
    ['learnability', 'Learnability'],
    ['operability', 'Operability'],
    ['user-error-protection', 'User error protection'],
    ['user-engagement', 'User engagement'],
    ['inclusivity', 'Inclusivity'],
    ['user-assistance', 'User assistance'],
    ['self-descriptiveness', 'Self-descriptiveness'],
    ['user-controllability', 'User controllability', iso25059],
    ['transparency', 'Transparency', iso25059],
  ]),
  characteristic('reliability', 'Reliability', iso25010, [
    ['faultlessness', 'Faultlessness'],
    ['availability', 'Availability'],
    ['fault-tolerance', 'Fault tolerance'],
    ['recoverability', 'Recoverability'],
    ['robustness', 'Robustness', iso25059],
  ]),
  characteristic('security', 'Security', iso25010, [
    ['confidentiality', 'Confidentiality'],
    ['integrity', 'Integrity'],
    ['non-repudiation', 'Non-repudiation'],
    ['accountability', 'Accountability'],
    ['authenticity', 'Authenticity'],
    ['resistance', 'Resistance'],
    ['intervenability', 'Intervenability', iso25059],
  ]),
  characteristic('maintainability', 'Maintainability', iso25010, [
    ['modularity', 'Modularity'],
    ['reusability', 'Reusability'],
    ['analysability', 'Analysability'],
    ['modifiability', 'Modifiability'],
    ['testability', 'Testability'],
  ]),
  characteristic('flexibility', 'Flexibility', iso25010, [
    ['adaptability', 'Adaptability'],
    ['scalability', 'Scalability'],
    ['installability', 'Installability'],
    ['replaceability', 'Replaceability'],
  ]),
  characteristic('safety', 'Safety', iso25010, [
    ['operational-constraint', 'Operational constraint'],
    ['risk-identification', 'Risk identification'],
    ['fail-safe', 'Fail safe'],
    ['hazard-warning', 'Hazard warning'],
    ['safe-integration', 'Safe integration'],
  ]),
  characteristic('quality-in-use', 'Quality in use', iso25019, [
    ['beneficialness', 'Beneficialness'],
    ['freedom-from-risk', 'Freedom from risk'],
    ['acceptability', 'Acceptability'],
    ['societal-and-ethical-risk-mitigation', 'Societal and ethical risk mitigation', iso25059],
    ['transparency-in-use', 'Transparency in use', iso25059],
  ]),
  characteristic('cost', 'Cost', own, []),
  characteristic('compliance', 'Compliance', own, []),
]

const byId: ReadonlyMap<string, Quality> = new Map(
  qualityModel.flatMap((each) => [[each.id, each] as const, ...each.parts.map((part) => [part.id, part] as const)]),
)

/** A characteristic or a part of one; undefined for an id that no model has. */
export function findQuality(id: string): Quality | undefined {
  return byId.get(id)
}

/** The characteristic that a quality belongs to, itself when it is one. */
export function characteristicOf(id: string): QualityCharacteristic | undefined {
  const [head] = id.split('.')
  return qualityModel.find((each) => each.id === head)
}

/** "Reliability: availability"; an id that no model knows reads as it stands. */
export function qualityTitle(id: string): string {
  const found = findQuality(id)
  const parent = characteristicOf(id)
  if (!found || !parent) return id
  return found.id === parent.id ? parent.title : `${parent.title}: ${smallTitle(found.title)}`
}
