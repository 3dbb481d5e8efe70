import type { Id } from './design.ts'

/** Heads of the keys of `Design.answers`: what no field of any element says. */
const heads = ['topic', 'review', 'ai-act', 'law', 'evidence', 'requirement', 'open'] as const

/**
 * Whether a question with this field is answered in `Design.answers` ('topic.release', 'review.threats',
 * 'ai-act.role'), and not in a field of an element ('settings.pinned', 'encrypted').
 */
export function isAnswerKey(field: string): boolean {
  const dot = field.indexOf('.')
  return dot > 0 && heads.some((head) => head === field.slice(0, dot))
}

/** Fields of an element that hold text and nothing else, so that "don't know" has no room in them. */
const plainTexts = ['owner', 'source'] as const

/** Where it is kept that nobody knows a plain text yet; undefined for fields that can say so themselves. */
export function openKey(field: string, on: Id): string | undefined {
  return plainTexts.some((plain) => plain === field) ? `open.${field}.${on}` : undefined
}
