import type { Component, Flow, Id, Step, Value } from '../../../shared/design/design.ts'
import { Button, FieldRow } from '../../ui/index.ts'
import { changeElement, withField } from '../edits.ts'
import { editDesign, useDesign } from '../stores.ts'
import { callsOf, changeStep, pathsOfCall, placeCalls, usualOrder } from './plan-edits.ts'
import type { StepPath } from './plan-edits.ts'
import { stepFields } from './step-fields.ts'
import { ValueField } from './ValueField.tsx'

/** The modifiers of this arrow's step in its caller's plan, edited where the arrow is read. */
export function StepInPlan({ flow, caller }: { readonly flow: Flow; readonly caller: Id }) {
  const component = useDesign((design) => design.components?.find((one) => one.id === caller))
  if (component === undefined || flow.mode === 'offline') return null
  const places = pathsOfCall(component, flow.id)
  const [place] = places
  const set = (name: keyof typeof stepFields) => (value: Value | undefined) =>
    editDesign(`Change ${stepFields[name].label.toLowerCase()}`, (design) => {
      const usual = usualOrder(design, caller, callsOf(design, caller)).map((one) => one.id)
      return changeElement(design, 'components', caller, (one) =>
        withModifier(one, flow.id, place?.path, usual, name, value),
      )
    })
  return (
    <>
      {place === undefined && component.plans !== undefined ? (
        <FieldRow label="Step" note={`${component.name} calls it last, until it is placed.`}>
          {() => (
            <Button
              onClick={() =>
                editDesign('Place the call', (design) =>
                  changeElement(design, 'components', caller, (one) => placeCalls(one, [flow.id])),
                )
              }
            >
              Not placed yet: place it
            </Button>
          )}
        </FieldRow>
      ) : null}
      {(['share', 'times', 'ends'] as const).map((name) => (
        <ValueField
          key={name}
          field={{ ...stepFields[name], label: fieldLabels[name] }}
          value={place?.step[name]}
          fallback={stepDefaults[name]}
          onChange={set(name)}
        />
      ))}
      {places.length > 1 ? (
        <p className="faint small">Called {places.length} times in the plan; this is the first.</p>
      ) : null}
    </>
  )
}

const fieldLabels = { share: 'Share of runs', times: 'Times', ends: 'Ends here in' } as const
const stepDefaults = {
  share: { scalar: 1, source: 'each run' },
  times: { scalar: 1, source: 'once' },
  ends: { scalar: 0, source: 'never' },
} as const

/** Sets a modifier; where no plan mentions the arrow yet, the usual order is written down first. */
function withModifier(
  component: Component,
  flow: Id,
  path: StepPath | undefined,
  usual: readonly Id[],
  name: 'share' | 'times' | 'ends',
  value: Value | undefined,
): Component {
  const change = (step: Step): Step => withField(step, name, value as Step[typeof name])
  if (path !== undefined) return changeStep(component, path, change)
  const planned = component.plans === undefined ? placeCalls(component, usual) : placeCalls(component, [flow])
  const [place] = pathsOfCall(planned, flow)
  return place === undefined ? component : changeStep(planned, place.path, change)
}
