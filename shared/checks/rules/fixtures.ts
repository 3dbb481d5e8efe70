import type { RuleFixture } from '../../findings/testing/mini-design.ts'
import { fixtures as availability } from './availability-fixtures.ts'
import { fixtures as board } from './board-fixtures.ts'
import { fixtures as caching } from './caching-fixtures.ts'
import { fixtures as capacity } from './capacity-fixtures.ts'
import { fixtures as dataSources } from './data-sources-fixtures.ts'
import { fixtures as decisionsOnPeople } from './decisions-on-people-fixtures.ts'
import { fixtures as deletion } from './deletion-fixtures.ts'
import { fixtures as disclosure } from './disclosure-fixtures.ts'
import { fixtures as endless } from './endless-fixtures.ts'
import { fixtures as evaluation } from './evaluation-fixtures.ts'
import { fixtures as fallback } from './fallback-fixtures.ts'
import { fixtures as figures } from './figures-fixtures.ts'
import { fixtures as governance } from './governance-fixtures.ts'
import { fixtures as hygiene } from './hygiene-fixtures.ts'
import { fixtures as inventory } from './inventory-fixtures.ts'
import { fixtures as dataLineage } from './lineage-fixtures.ts'
import { fixtures as machines } from './machines-fixtures.ts'
import { fixtures as modelUse } from './model-use-fixtures.ts'
import { fixtures as models } from './models-fixtures.ts'
import { fixtures as monitoring } from './monitoring-fixtures.ts'
import { fixtures as obligations } from './obligations-fixtures.ts'
import { fixtures as personalData } from './personal-data-fixtures.ts'
import { fixtures as prompts } from './prompts-fixtures.ts'
import { fixtures as quality } from './quality-fixtures.ts'
import { fixtures as recovery } from './recovery-fixtures.ts'
import { fixtures as regions } from './regions-fixtures.ts'
import { fixtures as release } from './release-fixtures.ts'
import { fixtures as requirements } from './requirements-fixtures.ts'
import { fixtures as responseTimes } from './response-times-fixtures.ts'
import { fixtures as responsibleUse } from './responsible-use-fixtures.ts'
import { fixtures as secrets } from './secrets-fixtures.ts'
import { fixtures as sequences } from './sequences-fixtures.ts'
import { fixtures as sharedParts } from './shared-parts-fixtures.ts'
import { fixtures as spending } from './spending-fixtures.ts'
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
  ...figures,
  ...inventory,
  ...monitoring,
  ...obligations,
  ...release,
  ...sharedParts,
  ...requirements,
  ...governance,
  ...board,
  ...models,
  ...hygiene,
]
