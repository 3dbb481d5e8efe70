import type { Rule } from '../../findings/rule.ts'
import { actionPaths } from './action-paths.ts'
import { agentIdentity } from './agent-identity.ts'
import { agency } from './agency.ts'
import { agentPowers } from './agent-powers.ts'
import { approvals } from './approvals.ts'
import { agentTools } from './agent-tools.ts'
import { excessiveRights } from './excess-rights.ts'
import { exposure } from './exposure.ts'
import { identity } from './identity.ts'
import { injection } from './injection.ts'
import { memoryThreats } from './memory.ts'
import { output } from './output.ts'
import { privacy } from './privacy.ts'
import { dataResidency } from './data-residency.ts'
import { promptSources } from './prompt-sources.ts'
import { outputUse } from './output-use.ts'
import { agentsTogether } from './agents-together.ts'
import { indexContent } from './index-content.ts'
import { retrieval } from './retrieval.ts'
import { supply } from './supply.ts'
import { agentReach } from './agent-reach.ts'
import { dataPaths } from './data-paths.ts'
import { logs } from './logs.ts'
import { neededFields } from './needed-fields.ts'
import { predictive } from './predictive.ts'
import { releasePaths } from './release-paths.ts'
import { training } from './training.ts'

/** The threat catalogue: a new threat is a rule in its family's file. */
export const threats: readonly Rule[] = [
  ...actionPaths,
  ...injection,
  ...promptSources,
  ...output,
  ...outputUse,
  ...agency,
  ...excessiveRights,
  ...agentTools,
  ...agentPowers,
  ...approvals,
  ...identity,
  ...agentIdentity,
  ...memoryThreats,
  ...agentsTogether,
  ...retrieval,
  ...indexContent,
  ...supply,
  ...privacy,
  ...dataResidency,
  ...exposure,
  ...agentReach,
  ...training,
  ...releasePaths,
  ...predictive,
  ...neededFields,
  ...logs,
  ...dataPaths,
]
