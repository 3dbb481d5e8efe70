import { rules } from '../../rules.ts'
import { applyStandards } from '../../standards/apply-standards.ts'
import { paragraph, table } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block } from '../outline.ts'

/** Rules that somebody switched off: what they would have found is not in this report. */
export function notLookedAtBlocks({ standards }: DocumentContext): readonly Block[] {
  const { off } = applyStandards(rules, standards)
  if (off.length === 0) return []
  return [
    paragraph(
      `${off.length === 1 ? 'One rule is' : `${off.length} rules are`} switched off in this workspace; what ${off.length === 1 ? 'it' : 'they'} would have found is not in this report.`,
    ),
    table(
      [{ title: 'Rule' }, { title: 'What it looks for', width: 3 }, { title: 'Why it is switched off', width: 2.4 }],
      off.map(({ id, title, reason }) => [id, title, reason ?? 'Nobody said why.']),
    ),
  ]
}
