/** Heads of the keys of `Design.answers`: what no field of any element says. */
const heads = ['topic', 'review', 'ai-act', 'law', 'evidence', 'requirement'] as const

/**
 * Whether a question with this field is answered in `Design.answers` ('topic.release', 'review.threats',
 * 'ai-act.role'), and not in a field of an element ('settings.pinned', 'encrypted').
 */
export function isAnswerKey(field: string): boolean {
  const dot = field.indexOf('.')
  return dot > 0 && heads.some((head) => head === field.slice(0, dot))
}
