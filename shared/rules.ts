import { checks } from './checks/rules/index.ts'
import type { Rule } from './findings/rule.ts'
import { threats } from './threats/catalog/index.ts'

/** Every rule of both rooms, for `runRules`. A rule that is check and threat at once stands in one of them only. */
export const rules: readonly Rule[] = [...threats, ...checks]
