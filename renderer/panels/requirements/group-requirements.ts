import type { Requirement } from '../../../shared/design/design.ts'
import { qualityOf } from '../../../shared/requirements/requirement-quality.ts'
import { characteristicOf, qualityModel } from '../../../shared/requirements/quality-model.ts'

export interface RequirementGroup {
  readonly id: string
  readonly title: string
  /** Standard and edition of the characteristic, for whoever asks where it comes from. */
  readonly source: string
  readonly requirements: readonly Requirement[]
}

/** The requirements by quality characteristic, in the order of the model; what no model knows comes last. */
export function groupRequirements(requirements: readonly Requirement[]): readonly RequirementGroup[] {
  const known = qualityModel.map(({ id, title, source }) => ({
    id,
    title,
    source: `${source.standard}:${source.edition}`,
    requirements: requirements.filter((each) => characteristicOf(qualityOf(each))?.id === id),
  }))
  const rest = requirements.filter((each) => characteristicOf(qualityOf(each)) === undefined)
  return [...known, { id: 'other', title: 'Other', source: '', requirements: rest }].filter(
    (group) => group.requirements.length > 0,
  )
}
