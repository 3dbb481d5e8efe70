import type { Study } from '../../shared/analyse.ts'
import type { Numbers } from '../../shared/analysis.ts'
import type { Design } from '../../shared/design/design.ts'
import { type Outcome, outcomeOf, type Side, sidesOf } from '../../shared/options/outcome.ts'
import { saysTheSame, withSide } from '../../shared/options/reuse.ts'

interface Kept {
  readonly design: Design
  readonly today: string
  readonly outcome: Outcome
}

/**
 * What the engines say of the base and of the variants, worked out once for each state of what they rest on: an edit
 * within one option leaves the outcomes of the others as they are.
 */
export function holdSides(study: (design: Design, today: string) => Study): {
  /** The steps that tell of every side, those that are known at once. */
  readonly stepsFor: (
    design: Design,
    today: string,
    tell: (side: Side, outcome: Outcome) => void,
  ) => readonly (() => void)[]
  readonly keep: (design: Design, today: string, side: Side, outcome: Outcome) => void
  /** The surroundings have changed: nothing holds any more. */
  readonly forget: () => void
} {
  const kept = new Map<Side, Kept>()
  const known = (design: Design, today: string, side: Side): Outcome | undefined => {
    const held = kept.get(side)
    return held?.today === today && saysTheSame(held.design, design, side) ? held.outcome : undefined
  }
  return {
    stepsFor: (design, today, tell) =>
      sidesOf(design).flatMap((side) => {
        const held = known(design, today, side)
        if (held !== undefined) return [() => tell(side, held)]
        let opened: Study | undefined
        let numbers: Numbers | undefined
        return [
          () => {
            opened = study(withSide(design, side), today)
            numbers = opened.compute()
          },
          () => {
            if (opened === undefined || numbers === undefined) return
            const outcome = outcomeOf({ ...numbers, ...opened.judge(numbers) })
            kept.set(side, { design, today, outcome })
            tell(side, outcome)
          },
        ]
      }),
    keep: (design, today, side, outcome) => kept.set(side, { design, today, outcome }),
    forget: () => kept.clear(),
  }
}
