import type { Rule } from '../../findings/rule.ts'
import { availability } from './availability.ts'
import { capacity } from './capacity.ts'
import { deletion } from './deletion.ts'
import { endless } from './endless.ts'
import { fallback } from './fallback.ts'
import { governance } from './governance.ts'
import { models } from './models.ts'
import { performance } from './performance.ts'
import { personalData } from './personal-data.ts'
import { prompts } from './prompts.ts'
import { quality } from './quality.ts'
import { recovery } from './recovery.ts'
import { regions } from './regions.ts'
import { responsibleUse } from './responsible-use.ts'
import { secrets } from './secrets.ts'
import { timeouts } from './timeouts.ts'

/** The design checks: a new check is a rule in its category's file. */
export const checks: readonly Rule[] = [
  ...fallback,
  ...timeouts,
  ...availability,
  ...recovery,
  ...regions,
  ...endless,
  ...capacity,
  ...performance,
  ...secrets,
  ...personalData,
  ...deletion,
  ...responsibleUse,
  ...prompts,
  ...quality,
  ...governance,
  ...models,
]
