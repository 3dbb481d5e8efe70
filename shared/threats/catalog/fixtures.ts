import type { RuleFixture } from '../../findings/testing/mini-design.ts'
import { fixtures as actionPaths } from './action-paths-fixtures.ts'
import { fixtures as trifecta } from './trifecta-fixtures.ts'
import { fixtures as agentIdentity } from './agent-identity-fixtures.ts'
import { fixtures as agency } from './agency-fixtures.ts'
import { fixtures as agentPowers } from './agent-powers-fixtures.ts'
import { fixtures as approvals } from './approvals-fixtures.ts'
import { fixtures as agentTools } from './agent-tools-fixtures.ts'
import { fixtures as directReach } from './direct-reach-fixtures.ts'
import { fixtures as excessRights } from './excess-rights-fixtures.ts'
import { fixtures as exposure } from './exposure-fixtures.ts'
import { fixtures as guardBypass } from './guard-bypass-fixtures.ts'
import { fixtures as identity } from './identity-fixtures.ts'
import { fixtures as injection } from './injection-fixtures.ts'
import { fixtures as memory } from './memory-fixtures.ts'
import { fixtures as openDoor } from './open-door-fixtures.ts'
import { fixtures as output } from './output-fixtures.ts'
import { fixtures as privacy } from './privacy-fixtures.ts'
import { fixtures as dataResidency } from './data-residency-fixtures.ts'
import { fixtures as promptSources } from './prompt-sources-fixtures.ts'
import { fixtures as outputUse } from './output-use-fixtures.ts'
import { fixtures as agentsTogether } from './agents-together-fixtures.ts'
import { fixtures as indexContent } from './index-content-fixtures.ts'
import { fixtures as retrieval } from './retrieval-fixtures.ts'
import { fixtures as supply } from './supply-fixtures.ts'
import { fixtures as agentReach } from './agent-reach-fixtures.ts'
import { fixtures as dataPaths } from './data-paths-fixtures.ts'
import { fixtures as logs } from './logs-fixtures.ts'
import { fixtures as neededFields } from './needed-fields-fixtures.ts'
import { fixtures as predictive } from './predictive-fixtures.ts'
import { fixtures as releasePaths } from './release-paths-fixtures.ts'
import { fixtures as training } from './training-fixtures.ts'

/** A failing and a passing design for every threat. */
export const threatFixtures: readonly RuleFixture[] = [
  ...actionPaths,
  ...trifecta,
  ...guardBypass,
  ...injection,
  ...promptSources,
  ...output,
  ...outputUse,
  ...agency,
  ...excessRights,
  ...agentTools,
  ...agentPowers,
  ...approvals,
  ...identity,
  ...openDoor,
  ...agentIdentity,
  ...memory,
  ...agentsTogether,
  ...retrieval,
  ...indexContent,
  ...supply,
  ...privacy,
  ...dataResidency,
  ...exposure,
  ...directReach,
  ...agentReach,
  ...training,
  ...releasePaths,
  ...predictive,
  ...neededFields,
  ...logs,
  ...dataPaths,
]
