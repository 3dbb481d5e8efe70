/** Rules that standards bring to life; no pack may take their ids. */
export const controlRuleId = 'STD-01'
export const technologyRuleId = 'STD-02'
export const ownRuleIds: readonly string[] = [controlRuleId, technologyRuleId]
