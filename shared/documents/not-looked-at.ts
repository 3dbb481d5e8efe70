import { rules } from '../rules.ts'
import { applyStandards, type OffRule } from '../standards/apply-standards.ts'
import { heading, paragraph, table } from './blocks.ts'
import type { DocumentContext } from './document.ts'
import type { Block, Outline } from './outline.ts'
import { listWords } from './text/numbers.ts'

/** Rules that somebody switched off: what they would have found is in no document. */
export function switchedOff({ standards }: Pick<DocumentContext, 'standards'>): readonly OffRule[] {
  return applyStandards(rules, standards).off
}

/** Each of them with what it looks for, and why it is switched off. */
export function notLookedAtBlocks(context: DocumentContext): readonly Block[] {
  const off = switchedOff(context)
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

const mostIds = 6

/** The same in a sentence, where there is no room for a table; undefined where every rule looked. */
export function notLookedAtWords(context: DocumentContext): string | undefined {
  const off = switchedOff(context)
  if (off.length === 0) return undefined
  const ids = listWords(
    off.map(({ id }) => id),
    mostIds,
  )
  return off.length === 1 ? `The rule ${ids} is switched off.` : `${off.length} rules are switched off: ${ids}.`
}

/** The outline with what nobody looked at, at its end: small print on the last slide, a section after text. */
export function withNotLookedAt(outline: Outline, context: DocumentContext): Outline {
  const words = notLookedAtWords(context)
  const last = outline.blocks.at(-1)
  if (words === undefined || last === undefined) return outline
  if (last.type !== 'slide')
    return { ...outline, blocks: [...outline.blocks, heading(2, 'Not looked at'), ...notLookedAtBlocks(context)] }
  const footnote = [last.footnote, `${words} What they would have found is not shown.`].filter(Boolean).join(' ')
  return { ...outline, blocks: [...outline.blocks.slice(0, -1), { ...last, footnote }] }
}
