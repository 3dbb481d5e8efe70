import type { Flow, Id, Value } from '../../../shared/design/design.ts'
import { placeFlow } from '../../../shared/design/edit/plan.ts'
import { namedSteps } from '../../../shared/design/step-names.ts'
import { Button, FieldRow } from '../../ui/index.ts'
import { editDesign, useDesign } from '../stores.ts'
import { useWantedField } from '../use-wanted.ts'
import { changeModifier, shownPlans } from './plan-edits.ts'
import { stepDefaults, stepFields, stepModifiers } from './step-fields.ts'
import type { ShownModifier } from './step-fields.ts'
import { useGraph } from '../../store/graph-of.ts'
import { ValueField } from './ValueField.tsx'

/** The modifiers of this arrow's step in its caller's plan, edited where the arrow is read. */
export function StepInPlan({ flow, caller }: { readonly flow: Flow; readonly caller: Id }) {
  const component = useDesign((design) => design.components?.find((one) => one.id === caller))
  const graph = useGraph()
  const wanted = useWantedField(flow.id)
  if (component === undefined || graph.flow(flow.id)?.mode === 'offline') return null
  const { plans, unplaced, usual } = shownPlans(graph, caller)
  const places = namedSteps({ ...component, plans }).filter(({ step }) => 'call' in step && step.call === flow.id)
  const [place] = places
  const set = (name: ShownModifier) => (value: Value | undefined) =>
    editDesign(`Change ${stepFields[name].label.toLowerCase()}`, (design) =>
      changeModifier(design, caller, place?.name ?? flow.id, name, value),
    )
  return (
    <>
      {!usual && unplaced.includes(flow.id) ? (
        <FieldRow label="Step" note={`${component.name} calls it last, until it is placed.`}>
          {() => (
            <Button onClick={() => editDesign('Place the call', (design) => placeFlow(design, caller, flow.id))}>
              Not placed yet: place it
            </Button>
          )}
        </FieldRow>
      ) : null}
      {stepModifiers.map((name) => (
        <ValueField
          key={name}
          field={stepFields[name]}
          value={place?.step[name]}
          fallback={stepDefaults[name]}
          wanted={name === wanted}
          onChange={set(name)}
        />
      ))}
      {places.length > 1 ? (
        <p className="faint small">Called {places.length} times in the plan; this is the first.</p>
      ) : null}
    </>
  )
}
