import type { Answer, Design } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import type { EvidenceContext, EvidenceId, EvidenceState, Part } from './evidence.ts'
import { evidenceObjects } from './objects.ts'
import { smallTitle } from '../../design/wording.ts'

/** The key of a person's word on where evidence is kept. */
export function evidenceAnswer(id: EvidenceId): string {
  return `evidence.${id}`
}

/** The value that says that a kind of evidence does not apply; the reason stands in the rationale. */
export const notApplicable = 'notApplicable'

/** What a person said of a kind of evidence: where it is, or that it does not apply. Blank says nothing. */
function typedEvidence(design: Design, id: EvidenceId): Answer | undefined {
  const answer = design.answers?.[evidenceAnswer(id)]
  const value = known(answer?.value)
  const says = value === true || (typeof value === 'string' && value.trim() !== '')
  if (answer === undefined || !says) return undefined
  return value === notApplicable && (answer.rationale ?? '').trim() === '' ? undefined : answer
}

/** Looks for every kind of evidence in the design and in what people said. */
export function gatherEvidence(context: EvidenceContext): readonly EvidenceState[] {
  return evidenceObjects.map(({ id, title, look }) => {
    const parts = look?.(context) ?? []
    const answer = typedEvidence(context.graph.design, id)
    const isShown = parts.length > 0 && parts.every(({ state }) => state === 'yes')
    const isAway = known(answer?.value) === notApplicable
    const status = isAway ? 'notApplicable' : isShown ? 'automatic' : answer === undefined ? 'missing' : 'typed'
    const shown = parts.filter(({ state }) => state === 'yes')
    return {
      id,
      title,
      status,
      parts,
      elements: [...new Set((status === 'missing' ? parts : shown).flatMap(({ elements }) => elements))],
      says: wordsOf(status, parts, answer),
      ...(answer === undefined ? {} : { answer }),
    }
  })
}

function wordsOf(status: EvidenceState['status'], parts: readonly Part[], answer: Answer | undefined): string {
  if (status === 'notApplicable') return `Does not apply: ${answer?.rationale ?? ''}`
  if (status === 'typed') {
    const value = known(answer?.value)
    return typeof value === 'string' ? value : (answer?.rationale ?? 'Stated by hand')
  }
  if (parts.length === 0) return 'Nothing drawn shows it; say where it is kept.'
  const titled = (state: Part['state']) => parts.filter((part) => part.state === state).map(({ title }) => title)
  if (status === 'automatic') return `${joined(titled('yes'))}.`
  const lacking = titled('no')
  const open = titled('open')
  return [
    ...(lacking.length > 0 ? [`Not so yet: ${smallTitle(joined(lacking))}.`] : []),
    ...(open.length > 0 ? [`Open: ${smallTitle(joined(open))}.`] : []),
  ].join(' ')
}

/** "The design is drawn; decisions are recorded". */
function joined(titles: readonly string[]): string {
  return titles.map((title, index) => (index === 0 ? title : smallTitle(title))).join('; ')
}
