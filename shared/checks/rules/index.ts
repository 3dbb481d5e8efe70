import type { Rule } from '../../findings/rule.ts'
import { availability } from './availability.ts'
import { board } from './board.ts'
import { caching } from './caching.ts'
import { capacity } from './capacity.ts'
import { dataSources } from './data-sources.ts'
import { decisionsOnPeople } from './decisions-on-people.ts'
import { deletion } from './deletion.ts'
import { disclosure } from './disclosure.ts'
import { endless } from './endless.ts'
import { evaluation } from './evaluation.ts'
import { fallback } from './fallback.ts'
import { figures } from './figures.ts'
import { governance } from './governance.ts'
import { hygiene } from './hygiene.ts'
import { inventory } from './inventory.ts'
import { dataLineage } from './lineage.ts'
import { machines } from './machines.ts'
import { modelUse } from './model-use.ts'
import { models } from './models.ts'
import { monitoring } from './monitoring.ts'
import { obligations } from './obligations.ts'
import { personalData } from './personal-data.ts'
import { prompts } from './prompts.ts'
import { quality } from './quality.ts'
import { recovery } from './recovery.ts'
import { regions } from './regions.ts'
import { release } from './release.ts'
import { requirements } from './requirements.ts'
import { responseTimes } from './response-times.ts'
import { responsibleUse } from './responsible-use.ts'
import { secrets } from './secrets.ts'
import { sequences } from './sequences.ts'
import { sharedParts } from './shared-parts.ts'
import { spending } from './spending.ts'
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
  ...responseTimes,
  ...sequences,
  ...machines,
  ...spending,
  ...modelUse,
  ...caching,
  ...secrets,
  ...personalData,
  ...deletion,
  ...responsibleUse,
  ...disclosure,
  ...decisionsOnPeople,
  ...dataSources,
  ...dataLineage,
  ...prompts,
  ...quality,
  ...evaluation,
  ...release,
  ...sharedParts,
  ...monitoring,
  ...governance,
  ...board,
  ...inventory,
  ...obligations,
  ...requirements,
  ...figures,
  ...models,
  ...hygiene,
]
