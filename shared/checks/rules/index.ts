import type { Rule } from '../../findings/rule.ts'
import { capacity } from './capacity.ts'
import { endless } from './endless.ts'
import { governance } from './governance.ts'
import { models } from './models.ts'
import { performance } from './performance.ts'
import { prompts } from './prompts.ts'
import { quality } from './quality.ts'
import { reliability } from './reliability.ts'
import { responsibleUse } from './responsible-use.ts'

/** The design checks: a new check is a rule in its category's file. */
export const checks: readonly Rule[] = [
  ...reliability,
  ...endless,
  ...capacity,
  ...performance,
  ...responsibleUse,
  ...prompts,
  ...quality,
  ...governance,
  ...models,
]
