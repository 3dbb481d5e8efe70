/** One of the nine criteria of WP248 rev.01 by a stable name. */
export type CriterionId =
  | 'scoring'
  | 'automated'
  | 'monitoring'
  | 'sensitive'
  | 'large-scale'
  | 'matching'
  | 'vulnerable'
  | 'innovative'
  | 'blocking'

/** The key of a person's word on a criterion: true or false. */
export function criterionAnswer(id: CriterionId): string {
  return `dpia.${id}`
}

/** People, records or requests a month from which on processing is taken for large: ours, the guidelines name no number. */
export const largeScale = 100_000
