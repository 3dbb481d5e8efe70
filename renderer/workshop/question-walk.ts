import type { QuestionGroup } from '../../shared/findings/finding.ts'

/** A walk through the questions of a workshop: their order is that of the start, so that nothing moves while people talk. */
export interface Walk {
  readonly order: readonly string[]
  readonly at: number
}

export function startWalk(groups: readonly QuestionGroup[]): Walk {
  return { order: groups.map(({ id }) => id), at: 0 }
}

/**
 * Questions that an answer has raised are asked at the end; those that are answered keep their place in the order, and
 * one that was answered meanwhile is passed over.
 */
export function followQuestions(walk: Walk, groups: readonly QuestionGroup[]): Walk {
  const raised = groups.map(({ id }) => id).filter((id) => !walk.order.includes(id))
  const followed = raised.length === 0 ? walk : { ...walk, order: [...walk.order, ...raised] }
  const hasEnded = followed.at >= followed.order.length
  return hasEnded || questionAt(followed, groups) !== undefined ? followed : stepForward(followed, groups)
}

/** The next question that is still open after this place; behind the last one the walk has ended. */
export function stepForward(walk: Walk, groups: readonly QuestionGroup[]): Walk {
  const next = walk.order.findIndex((id, index) => index > walk.at && isOpen(id, groups))
  return { ...walk, at: next < 0 ? walk.order.length : next }
}

/** The question before this place, answered or not: a room may want to see it again. */
export function stepBack(walk: Walk, groups: readonly QuestionGroup[]): Walk {
  const before = walk.order.findLastIndex((id, index) => index < walk.at && isOpen(id, groups))
  return before < 0 ? walk : { ...walk, at: before }
}

export function questionAt(walk: Walk, groups: readonly QuestionGroup[]): QuestionGroup | undefined {
  const id = walk.order[walk.at]
  return id === undefined ? undefined : groups.find((group) => group.id === id)
}

export interface Tally {
  readonly answered: number
  /** Somebody will say. */
  readonly asked: readonly QuestionGroup[]
  readonly skipped: readonly QuestionGroup[]
}

/** What has become of the questions of the walk. */
export function tally(walk: Walk, groups: readonly QuestionGroup[]): Tally {
  const open = groups.filter(({ id }) => walk.order.includes(id))
  const isAsked = (group: QuestionGroup): boolean => group.elements.every(({ answered }) => answered === 'unknown')
  return {
    answered: walk.order.length - open.length,
    asked: open.filter(isAsked),
    skipped: open.filter((group) => !isAsked(group)),
  }
}

function isOpen(id: string, groups: readonly QuestionGroup[]): boolean {
  return groups.some((group) => group.id === id)
}
