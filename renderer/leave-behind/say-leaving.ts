import type { LeftFile, PlannedFile } from '../../shared/documents/leave-behind/leave-behind.ts'
import { listWords } from '../../shared/documents/text/numbers.ts'

/** How far it is. */
export interface LeaveBehind {
  readonly phase: 'ready' | 'writing' | 'done' | 'stopped'
  readonly planned: readonly PlannedFile[]
  readonly made: readonly Omit<LeftFile, 'content'>[]
  /** The folder as a person knows it, and the page that leads to everything. */
  readonly folder?: string
  readonly index?: string
  /** Why nothing more was written. */
  readonly problem?: string
}

/** How far it is, or what came of it, in one sentence or two. */
export function sayLeaving({ phase, planned, made, folder }: LeaveBehind): string {
  const written = made.filter(({ state }) => state === 'new' || state === 'changed').length
  const same = made.filter(({ state }) => state === 'same').length
  const asBefore = same === 0 ? '' : `, ${same} as before`
  const failed = made.filter(({ state }) => state === 'failed').map(({ name }) => name)
  const missing = failed.length === 0 ? '' : ` Not made: ${listWords(failed, 3)}; list and index say why.`
  switch (phase) {
    case 'ready':
      return `${planned.length} documents of this design, with an index. Into a folder that has them already only what changed is written.`
    case 'writing':
      return `${made.length} of ${planned.length} in “${folder ?? ''}”`
    case 'done':
      return `Written into “${folder ?? ''}”: ${written} of ${planned.length}${asBefore}.${missing}`
    case 'stopped':
      if (written + same === 0) return `Stopped: nothing was written into “${folder ?? ''}”.`
      return `Stopped: ${written + same} of ${planned.length} are in “${folder ?? ''}”, each of them whole.`
    default:
      return phase satisfies never
  }
}
