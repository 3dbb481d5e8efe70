import type { RuleFixture } from '../../findings/testing/mini-design.ts'
import { fixtures as actionPaths } from './action-paths-fixtures.ts'
import { fixtures as agentIdentity } from './agent-identity-fixtures.ts'
import { fixtures as agency } from './agency-fixtures.ts'
import { fixtures as agentPowers } from './agent-powers-fixtures.ts'
import { fixtures as agentTools } from './agent-tools-fixtures.ts'
import { fixtures as exposure } from './exposure-fixtures.ts'
import { fixtures as identity } from './identity-fixtures.ts'
import { fixtures as injection } from './injection-fixtures.ts'
import { fixtures as memory } from './memory-fixtures.ts'
import { fixtures as output } from './output-fixtures.ts'
import { fixtures as privacy } from './privacy-fixtures.ts'
import { fixtures as promptSources } from './prompt-sources-fixtures.ts'
import { fixtures as retrieval } from './retrieval-fixtures.ts'
import { fixtures as supply } from './supply-fixtures.ts'

/** A failing and a passing design for every threat. */
export const threatFixtures: readonly RuleFixture[] = [
  ...actionPaths,
  ...injection,
  ...promptSources,
  ...output,
  ...agency,
  ...agentTools,
  ...agentPowers,
  ...identity,
  ...agentIdentity,
  ...memory,
  ...retrieval,
  ...supply,
  ...privacy,
  ...exposure,
]
