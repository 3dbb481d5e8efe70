import { memo } from 'react'
import type { Id } from '../../../shared/design/design.ts'
import { placeFlow } from '../../../shared/design/edit/plan.ts'
import { Badge, Button, Group } from '../../ui/index.ts'
import { ElementChips } from '../ElementChips.tsx'
import { editDesign } from '../stores.ts'
import { type ShownPlans, shownPlans, stepNames, writePlanDown } from './plan-edits.ts'
import { Callee, PlanSteps } from './PlanSteps.tsx'
import { useGraph } from '../../store/graph-of.ts'
import { useKept } from '../../store/use-kept.ts'

/** What the component does each time it is called: the steps in order, each with its share, times and ends. */
export function PlanEditor({ component }: { readonly component: Id }) {
  const shown = useKept(shownPlans(useGraph(), component))
  return <Plans component={component} shown={shown} />
}

interface PlansProps {
  readonly component: Id
  readonly shown: ShownPlans
}

/** Drawn again when the plans are others, and not by every edit: each of their steps has a form of its own. */
const Plans = memo(function Plans({ component, shown: { usual, plans, unplaced } }: PlansProps) {
  const steps = plans.reduce((total, plan) => total + plan.steps.length, 0)
  if (steps + unplaced.length === 0) return null
  const nameAt = stepNames(component, plans)
  return (
    <Group title="Each time it is called" aside={usual ? 'usual order' : undefined}>
      {plans.map((plan, index) => (
        // A plan has no id; its place among the component's plans is what names it.
        // eslint-disable-next-line react/no-array-index-key
        <div key={index} className="plan-block">
          {plan.on === undefined || plan.on.length === 0 ? null : (
            <p className="plan-on">
              <span className="faint small">on</span> <ElementChips ids={plan.on} most={3} />
            </p>
          )}
          <PlanSteps component={component} steps={plan.steps} path={[index]} nameAt={nameAt} usual={usual} />
        </div>
      ))}
      {unplaced.length === 0 ? null : (
        <ul className="plan plan-unplaced">
          {unplaced.map((flow) => (
            <li key={flow} className="plan-step">
              <Callee step={{ call: flow }} />
              <Badge tone="atRisk">not placed yet</Badge>
              {usual ? null : (
                <Button
                  tone="quiet"
                  onClick={() => editDesign('Place the call', (design) => placeFlow(design, component, flow))}
                >
                  Place
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {usual ? (
        <Button
          tone="quiet"
          className="plan-write"
          onClick={() => editDesign('Write the order down', (design) => writePlanDown(design, component))}
        >
          Write this order down
        </Button>
      ) : null}
    </Group>
  )
})
