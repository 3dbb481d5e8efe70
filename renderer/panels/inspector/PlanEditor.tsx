import { ArrowDown, ArrowUp, X } from 'lucide-react'
import type { Component, Flow, Step } from '../../../shared/design/design.ts'
import { childrenOf } from '../../../shared/design/steps.ts'
import { Badge, Button, Group, IconButton } from '../../ui/index.ts'
import { changeElement } from '../edits.ts'
import { ElementChip } from '../ElementChips.tsx'
import { editDesign, useDesign } from '../stores.ts'
import { calleeOf, callsOf, changeStep, moveStep, placeCalls, unplacedCalls, usualOrder } from './plan-edits.ts'
import type { StepPath } from './plan-edits.ts'
import { PlanHead } from './PlanHead.tsx'
import { StepModifiers } from './StepModifiers.tsx'

/** What the component does each time it is called: the steps in order, each with its share, times and ends. */
export function PlanEditor({ component }: { readonly component: Component }) {
  const design = useDesign((one) => one)
  const calls = usualOrder(design, component.id, callsOf(design, component.id))
  if (calls.length === 0 && component.plans === undefined) return null
  const unplaced = component.plans === undefined ? [] : unplacedCalls(component, calls)
  const edit = (label: string, change: (one: Component) => Component) =>
    editDesign(label, (whole) => changeElement(whole, 'components', component.id, change))
  return (
    <Group title="Each time it is called" aside={component.plans === undefined ? 'usual order' : undefined}>
      {component.plans === undefined ? (
        <>
          <ol className="plan">
            {calls.map((flow) => (
              <li key={flow.id} className="plan-step">
                <ElementChip id={calleeOf(flow, component.id)} />
                <StepModifiers
                  step={{ call: flow.id }}
                  onChange={(step) => edit('Change a step', (one) => withStep(one, calls, flow, step))}
                />
              </li>
            ))}
          </ol>
          <Button
            tone="quiet"
            onClick={() =>
              edit('Write the order down', (one) =>
                placeCalls(
                  one,
                  calls.map((flow) => flow.id),
                ),
              )
            }
          >
            Write this order down
          </Button>
        </>
      ) : (
        component.plans.map((plan, index) => (
          // A plan has no id; its place among the component's plans is what names it.
          // eslint-disable-next-line react/no-array-index-key
          <div key={index} className="plan-block">
            <PlanHead plan={plan} />
            <Steps component={component} steps={plan.steps} path={[index]} flows={design.flows ?? []} />
          </div>
        ))
      )}
      {unplaced.length === 0 ? null : (
        <ul className="plan plan-unplaced">
          {unplaced.map((flow) => (
            <li key={flow.id} className="plan-step">
              <ElementChip id={calleeOf(flow, component.id)} />
              <Badge tone="atRisk">not placed yet</Badge>
              <Button tone="quiet" onClick={() => edit('Place the call', (one) => placeCalls(one, [flow.id]))}>
                Place
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Group>
  )
}

function withStep(component: Component, calls: readonly Flow[], flow: Flow, step: Step): Component {
  const planned = placeCalls(
    component,
    calls.map((one) => one.id),
  )
  return changeStep(planned, [0, calls.indexOf(flow)], () => step)
}

interface StepsProps {
  readonly component: Component
  readonly steps: readonly Step[]
  readonly path: StepPath
  readonly flows: readonly Flow[]
}

function Steps({ component, steps, path, flows }: StepsProps) {
  const edit = (label: string, change: (one: Component) => Component) =>
    editDesign(label, (whole) => changeElement(whole, 'components', component.id, change))
  return (
    <ol className="plan">
      {steps.map((step, index) => {
        const here = [...path, index]
        const flow = 'call' in step ? flows.find((one) => one.id === step.call) : undefined
        return (
          <li key={`${'call' in step ? step.call : (step.label ?? 'group')} ${here.join('.')}`} className="plan-item">
            <div className="plan-step">
              {'call' in step ? (
                flow === undefined ? (
                  <span className="faint">an arrow that is gone</span>
                ) : (
                  <ElementChip id={calleeOf(flow, component.id)} />
                )
              ) : (
                <span className="plan-group">{groupWord(step)}</span>
              )}
              {step.label === undefined ? null : (
                <span className="plan-label ellipsis" title={step.label}>
                  {step.label}
                </span>
              )}
              <StepModifiers
                step={step}
                onChange={(next) => edit('Change a step', (one) => changeStep(one, here, () => next))}
              />
              <span className="plan-tools">
                <IconButton
                  label="Earlier"
                  icon={ArrowUp}
                  disabled={index === 0}
                  onClick={() => edit('Move a step', (one) => moveStep(one, here, -1))}
                />
                <IconButton
                  label="Later"
                  icon={ArrowDown}
                  disabled={index === steps.length - 1}
                  onClick={() => edit('Move a step', (one) => moveStep(one, here, 1))}
                />
                <IconButton
                  label="Take out of the plan"
                  icon={X}
                  onClick={() => edit('Take a step out', (one) => changeStep(one, here, () => undefined))}
                />
              </span>
            </div>
            {childrenOf(step).length === 0 ? null : (
              <Steps component={component} steps={childrenOf(step)} path={here} flows={flows} />
            )}
            {'orElse' in step && step.orElse !== undefined ? (
              <OrElse component={component} steps={step.orElse} flows={flows} />
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}

function OrElse({
  component,
  steps,
  flows,
}: {
  readonly component: Component
  readonly steps: readonly Step[]
  readonly flows: readonly Flow[]
}) {
  return (
    <div className="plan-else">
      <span className="faint small">if it fails</span>
      {steps.map((step) => {
        const flow = 'call' in step ? flows.find((one) => one.id === step.call) : undefined
        return flow === undefined ? null : <ElementChip key={flow.id} id={calleeOf(flow, component.id)} />
      })}
    </div>
  )
}

function groupWord(step: Step): string {
  if ('parallel' in step)
    return step.join === undefined || step.join === 'all'
      ? 'at the same time'
      : `at the same time, ${String(step.join)} counts`
  if ('choose' in step) return step.failover === true ? 'the first that works' : 'one of'
  return 'in a row'
}
