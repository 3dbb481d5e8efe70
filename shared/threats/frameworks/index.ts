import type { Reference } from '../../findings/finding.ts'
import { mitreAtlas } from './atlas.ts'
import { cwe, linddun, maestro, stride } from './classic.ts'
import type { Framework } from './framework.ts'
import { owaspAsi, owaspLlm } from './owasp.ts'
import { owaspAgenticThreats, owaspDataSecurity, owaspMcp, owaspMl } from './owasp-lists.ts'
import { awsAgentic, awsGenAi, awsMl, azureWaf, iso42001 } from './practice.ts'
import { euAiAct, gdpr, nistAml, nistRmf } from './regulation.ts'

export const frameworks: readonly Framework[] = [
  owaspLlm,
  owaspAsi,
  owaspAgenticThreats,
  owaspMcp,
  owaspMl,
  owaspDataSecurity,
  mitreAtlas,
  stride,
  linddun,
  cwe,
  maestro,
  euAiAct,
  gdpr,
  nistRmf,
  nistAml,
  awsGenAi,
  awsAgentic,
  awsMl,
  azureWaf,
  iso42001,
]

/** The official title of a reference, or undefined when the pinned edition has no such id. */
export function titleOf(reference: Reference): string | undefined {
  return frameworks.find((framework) => framework.id === reference.framework)?.editions[reference.edition]?.[
    reference.id
  ]
}
