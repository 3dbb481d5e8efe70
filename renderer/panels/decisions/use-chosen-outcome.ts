import { useMemo } from 'react'
import type { Decision } from '../../../shared/design/design.ts'
import { chosenSide, movedFigures, type MovedFigure } from '../../../shared/decisions/basis.ts'
import { sayChosenOut } from '../../../shared/decisions/chosen-out.ts'
import { weighOptions } from '../../../shared/decisions/matrix.ts'
import type { Outcome, Side } from '../../../shared/options/outcome.ts'
import { findMetric } from '../../../shared/requirements/metrics/index.ts'
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
  const requirements = useDesignState(({ document }) => document.requirements)
  return useMemo(() => {
    const nameOf = (id: string): { readonly title: string; readonly unit?: NonNullable<MovedFigure['unit']> } => {
      const stated = requirements?.find((each) => each.id === id)
      const metric = stated === undefined ? undefined : findMetric(stated.metric)
      const unit = metric?.unit
      return {
        title: stated?.name ?? metric?.title ?? 'A requirement',
        ...(unit === undefined ? {} : { unit }),
      }
    }
    return new Map(
      decisions.flatMap((decision) => {
        const outcome = outcomes.get(chosenSide(decision))
        return outcome === undefined ? [] : [[decision.id, movedFigures(decision, outcome, nameOf)] as const]
      }),
    )
  }, [decisions, outcomes, requirements])
}
