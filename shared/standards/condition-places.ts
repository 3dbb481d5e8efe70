import type { Segments } from '../design/json-path.ts'
import type { Subject } from './read-condition.ts'

/** Where a rule of a pack keeps conditions, and what each is asked of. */
export function conditionPlaces(of: unknown): readonly { readonly at: Segments; readonly subject: Subject | 'any' }[] {
  const subjects: readonly Subject[] = ['components', 'flows', 'data', 'boundaries']
  const subject = subjects.find((each) => each === of) ?? 'any'
  return [
    { at: ['each', 'where'], subject },
    { at: ['each', 'require'], subject },
    { at: ['path', 'from'], subject: 'components' },
    { at: ['path', 'to'], subject: 'components' },
    { at: ['path', 'through'], subject: 'components' },
  ]
}
