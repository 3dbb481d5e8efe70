import type { RuleFixture } from '../../findings/testing/mini-design.ts'
import { fixtures as availability } from './availability-fixtures.ts'
import { fixtures as capacity } from './capacity-fixtures.ts'
import { fixtures as deletion } from './deletion-fixtures.ts'
import { fixtures as endless } from './endless-fixtures.ts'
import { fixtures as fallback } from './fallback-fixtures.ts'
import { fixtures as governance } from './governance-fixtures.ts'
import { fixtures as models } from './models-fixtures.ts'
import { fixtures as performance } from './performance-fixtures.ts'
import { fixtures as personalData } from './personal-data-fixtures.ts'
import { fixtures as prompts } from './prompts-fixtures.ts'
import { fixtures as quality } from './quality-fixtures.ts'
import { fixtures as recovery } from './recovery-fixtures.ts'
import { fixtures as regions } from './regions-fixtures.ts'
import { fixtures as responsibleUse } from './responsible-use-fixtures.ts'
import { fixtures as secrets } from './secrets-fixtures.ts'
import { fixtures as timeouts } from './timeouts-fixtures.ts'

/** A failing and a passing design for every check. */
export const checkFixtures: readonly RuleFixture[] = [
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
