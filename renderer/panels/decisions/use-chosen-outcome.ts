import { useMemo } from 'react'
import type { Decision } from '../../../shared/design/design.ts'
import { chosenSide, type MovedFigure, movedSince } from '../../../shared/decisions/basis.ts'
import { sayChosenOut } from '../../../shared/decisions/chosen-out.ts'
import { weighOptions } from '../../../shared/decisions/matrix.ts'
import type { Outcome, Side } from '../../../shared/options/outcome.ts'
import { useDesignState } from '../../store/design-store.ts'
import { useOutcomes } from '../options/use-outcomes.ts'

/** What the engines say of the option that was chosen, or of the base; undefined while they are at work. */
export function useChosenOutcome(decision: Decision): Outcome | undefined {
  return useOutcomes().get(chosenSide(decision))?.outcome
}

/** What they say of every side, without the revision that it is of. */
export function useSideOutcomes(): ReadonlyMap<Side, Outcome> {
  const held = useOutcomes()
  return useMemo(() => new Map([...held].map(([side, { outcome }]) => [side, outcome] as const)), [held])
}

/** That the chosen option misses a must, as a sentence; undefined while nothing says so. */
export function useChosenOut(decision: Decision): string | undefined {
  const document = useDesignState((state) => state.document)
  const outcomes = useSideOutcomes()
  return useMemo(
    () =>
      decision.chosen === undefined ? undefined : sayChosenOut(decision, weighOptions(decision, document, outcomes)),
    [decision, document, outcomes],
  )
}

/** The numbers that each decision was accepted on and that have moved since, by decision. */
export function useMoved(decisions: readonly Decision[]): ReadonlyMap<string, readonly MovedFigure[]> {
  const outcomes = useSideOutcomes()
  const document = useDesignState((state) => state.document)
  return useMemo(
    () => new Map(decisions.map((decision) => [decision.id, movedSince(decision, document, outcomes)] as const)),
    [decisions, document, outcomes],
  )
}
