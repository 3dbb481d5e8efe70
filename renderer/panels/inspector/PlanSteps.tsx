import { ArrowDown, ArrowUp, X } from 'lucide-react'
import type { Id, Step } from '../../../shared/design/design.ts'
import { moveStep, removeStep } from '../../../shared/design/edit/plan.ts'
import type { StepPath } from '../../../shared/design/step-names.ts'
import { childrenOf } from '../../../shared/design/steps.ts'
import { IconButton } from '../../ui/index.ts'
import { ElementChip } from '../ElementChips.tsx'
import { editDesign, useDesign } from '../stores.ts'
import { changeModifier } from './plan-edits.ts'
import { StepModifiers } from './StepModifiers.tsx'
import { graphOf } from '../../store/graph-of.ts'

interface PlanStepsProps {
  readonly component: Id
  readonly steps: readonly Step[]
  /** Where these steps stand. */
  readonly path: StepPath
  readonly nameAt: (path: StepPath) => string
  /** The kind's usual order, which is written down by the first change. */
  readonly usual: boolean
}

/** Steps in order, groups indented. */
export function PlanSteps({ component, steps, path, nameAt, usual }: PlanStepsProps) {
  return (
    <ol className="plan">
      {steps.map((step, index) => {
        const here = [...path, index]
        const name = nameAt(here)
        return (
          <li key={name} className="plan-item">
            <div className="plan-step" data-step={name}>
              <Callee step={step} />
              {step.label === undefined ? null : (
                <span className="plan-label ellipsis" title={step.label}>
                  {step.label}
                </span>
              )}
              <StepModifiers
                step={step}
                onChange={(modifier, value) =>
                  editDesign('Change a step', (design) => changeModifier(design, component, name, modifier, value))
                }
              />
              {usual ? null : (
                <StepTools
                  component={component}
                  name={name}
                  path={path}
                  index={index}
                  count={steps.length}
                  nameAt={nameAt}
                />
              )}
            </div>
            {childrenOf(step).length === 0 ? null : (
              <PlanSteps component={component} steps={childrenOf(step)} path={here} nameAt={nameAt} usual={usual} />
            )}
            {'orElse' in step && step.orElse !== undefined ? (
              <div className="plan-else">
                <span className="faint small">if it fails</span>
                <PlanSteps
                  component={component}
                  steps={step.orElse}
                  path={[...here, 'orElse']}
                  nameAt={nameAt}
                  usual={usual}
                />
              </div>
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}

/** Whom a step calls, or how its group runs. */
export function Callee({ step }: { readonly step: Step }) {
  const called = useDesign((design) => ('call' in step ? graphOf(design).flow(step.call)?.callee : undefined))
  if ('call' in step) {
    return called === undefined ? <span className="faint">an arrow that is gone</span> : <ElementChip id={called} />
  }
  return <span className="plan-group">{groupWord(step)}</span>
}

function groupWord(step: Step): string {
  if ('parallel' in step) {
    return step.join === undefined || step.join === 'all'
      ? 'at the same time'
      : `at the same time, ${String(step.join)} counts`
  }
  if ('choose' in step) return step.failover === true ? 'the first that works' : 'one of'
  return 'in a row'
}

interface StepToolsProps {
  readonly component: Id
  readonly name: string
  readonly path: StepPath
  readonly index: number
  readonly count: number
  readonly nameAt: (path: StepPath) => string
}

function StepTools({ component, name, path, index, count, nameAt }: StepToolsProps) {
  const [plan] = path
  const group = path.length > 1 ? nameAt(path.at(-1) === 'orElse' ? path.slice(0, -1) : path) : undefined
  const move = (at: number) =>
    editDesign('Move a step', (design) =>
      moveStep(design, component, name, {
        at,
        ...(group === undefined ? { plan: typeof plan === 'number' ? plan : 0 } : { inside: group }),
      }),
    )
  return (
    <span className="plan-tools">
      <IconButton label="Earlier" icon={ArrowUp} disabled={index === 0} onClick={() => move(index - 1)} />
      <IconButton label="Later" icon={ArrowDown} disabled={index === count - 1} onClick={() => move(index + 1)} />
      <IconButton
        label="Take out of the plan"
        icon={X}
        onClick={() => editDesign('Take a step out', (design) => removeStep(design, component, name))}
      />
    </span>
  )
}
