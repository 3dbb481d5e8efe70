import type { FrameworkAlias } from './framework.ts'
import { llmIdIn2025, owaspLlm } from './owasp.ts'

/** OWASP LLM of 2025 to 2026: eight of ten moved. */
const ofLlm: readonly FrameworkAlias[] = Object.entries(llmIdIn2025).map(([now, then]) => {
  const titles = [owaspLlm.editions['2025']?.[then], owaspLlm.editions['2026']?.[now]]
  return {
    from: { framework: 'owasp-llm', edition: '2025', id: then },
    to: { framework: 'owasp-llm', edition: '2026', id: now },
    change: titles[0] === titles[1] ? 'renumbered' : 'broader',
  }
})

/** Three techniques of MITRE ATLAS became parts of one. */
const ofAtlas: readonly FrameworkAlias[] = [
  ['T0019', 'T0115.000'],
  ['T0058', 'T0115.001'],
  ['T0104', 'T0115.002'],
].map(([from = '', to = '']) => ({
  from: { framework: 'mitre-atlas', edition: 'v5.6.1', id: from },
  to: { framework: 'mitre-atlas', edition: '2026.09', id: to },
  change: 'renamed',
}))

/** What the same risk is called in a later edition. */
export const aliases: readonly FrameworkAlias[] = [...ofLlm, ...ofAtlas]
