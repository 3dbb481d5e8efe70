import type { Component, Design } from '../../design/design.ts'
import type { Finding } from '../../findings/finding.ts'
import { inspect } from '../../findings/testing/inspect.ts'
import { area, arrow, box, miniDesign } from '../../findings/testing/mini-design.ts'
import { rules } from '../../rules.ts'
import { applyStandards } from '../apply-standards.ts'
import { readStandardsValue } from '../read-standards.ts'
import type { Standards } from '../standards.ts'

/** A rule of a pack as somebody writes it: what is left out is the usual one's. */
export type WrittenRule = Readonly<Record<string, unknown>>

const usual = {
  id: 'T-01',
  title: 'Test',
  severity: 'medium',
  topic: 'governance',
  why: 'It matters.',
  fix: 'Mend it.',
  problem: '{name} is wrong.',
}

/** Standards with one pack of such rules; throws where they cannot be read. */
export function standardsWith(...packRules: readonly WrittenRule[]): Standards {
  const file = {
    format: 'lintel/standards',
    version: 1,
    packs: [{ id: 'p', title: 'Pack', edition: '1', rules: packRules.map((rule) => ({ ...usual, ...rule })) }],
  }
  const { standards, problems } = readStandardsValue(file, rules)
  if (standards === undefined || problems.length > 0) throw new Error(problems[0]?.sentence)
  return standards
}

/** What the standards, and nothing else, say of a design. */
export function run(design: Design, standards: Standards) {
  return inspect(design, applyStandards([], standards).rules)
}

export const idsOf = (findings: readonly Finding[]): readonly string[] => findings.map(({ id }) => id)

/** A component that calls object stores, one for each that is given. */
export const stores = (...more: readonly Partial<Component>[]): Design =>
  miniDesign({
    boundaries: [area('b-ours')],
    components: [
      box('c-app', 'orchestrator', { in: 'b-ours' }),
      ...more.map((each, index) => box(`c-s${index}`, 'object-store', { in: 'b-ours', ...each })),
    ],
    flows: more.map((_, index) => arrow('c-app', `c-s${index}`)),
  })
