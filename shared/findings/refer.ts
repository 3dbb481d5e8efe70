import type { Reference } from './finding.ts'

/**
 * References with their editions pinned once, so that a rule names only the id. OWASP LLM ids are those of 2026; the
 * 2025 id is looked up where it is shown.
 */
const pin =
  (framework: string, edition: string) =>
  (...ids: readonly string[]): readonly Reference[] =>
    ids.map((id) => ({ framework, edition, id }))

export const llm = pin('owasp-llm', '2026')
export const asi = pin('owasp-asi', '2025')
export const agentic = pin('owasp-agentic-threats', '1.1')
export const mcp = pin('owasp-mcp', '2025-beta')
export const owaspMl = pin('owasp-ml', '2023-draft')
export const atlas = pin('mitre-atlas', 'v5.6.1')
/** Techniques that came after the files of format 5. */
export const atlas2026 = pin('mitre-atlas', '2026.09')
export const linddun = pin('linddun', '2020')
export const stride = pin('stride', '1999')
export const cwe = pin('cwe', '4')
export const aiAct = pin('eu-ai-act', '2026')
export const gdpr = pin('gdpr', '2016')
export const nist = pin('nist-ai-rmf', '1.0')
export const nistAml = pin('nist-ai-100-2', 'E2025')
export const aws = pin('aws-genai-lens', '2025')
export const awsAgentic = pin('aws-agentic-lens', '2026')
export const awsMl = pin('aws-ml-lens', '2025')
export const azure = pin('azure-waf', '2026')
export const iso42001 = pin('iso-42001', '2023')
