import { ArrowLeftRight, MoveRight } from 'lucide-react'
import type { Access, Flow, FlowMode, Id, Value } from '../../../shared/design/design.ts'
import { known } from '../../../shared/design/value.ts'
import { flowFields } from '../../../shared/kinds/fields/element-fields.ts'
import { findKind, findProduct } from '../../../shared/kinds/index.ts'
import { Choice, Choices, FieldRow, Group, TextField } from '../../ui/index.ts'
import { changeElement, withField } from '../edits.ts'
import { ElementChip } from '../ElementChips.tsx'
import { editDesign, useDesign } from '../stores.ts'
import { FaultNotes } from '../faults/FaultNotes.tsx'
import { useWantedField } from '../use-wanted.ts'
import { About, aboutOf } from './About.tsx'
import { CargoEditor } from './CargoEditor.tsx'
import { FieldList } from './FieldList.tsx'
import { accessOptions, modeOptions } from './flow-fields.ts'
import { IdentityPicker } from './IdentityPicker.tsx'
import { InResults } from './InResults.tsx'
import { setSetting } from './settings-edits.ts'
import { StepInPlan } from './StepInPlan.tsx'
import { useGraph } from '../../store/graph-of.ts'
import { ValueField } from './ValueField.tsx'

const limitNames = ['timeoutMs', 'retries', 'backoffMs', 'hedgeAfterMs'] as const

/** An arrow: who calls whom, what one call asks, what goes there and back, and how safely. */
export function FlowInspector({ id }: { readonly id: Id }) {
  const graph = useGraph()
  const wanted = useWantedField(id)
  const flow = useDesign((design) => design.flows?.find((one) => one.id === id))
  const from = useDesign((design) => design.components?.find((one) => one.id === flow?.from))
  const to = useDesign((design) => design.components?.find((one) => one.id === flow?.to))
  if (flow === undefined) return null
  const pulls = graph.flow(id)?.caller === flow.to
  const callee = pulls ? from : to
  const kind = callee === undefined ? undefined : findKind(callee.kind)
  const edit = (label: string, change: (flow: Flow) => Flow) =>
    editDesign(label, (design) => changeElement(design, 'flows', id, change))
  const setFact = (name: keyof typeof flowFields) => (value: Value | undefined) =>
    edit(`Change ${flowFields[name].label.toLowerCase()}`, (one) => withField(one, name, value as Flow[typeof name]))
  return (
    <>
      <header className="inspector-head">
        <span className="kind-icon kind-icon-tile" data-family="operations">
          <MoveRight size={18} aria-hidden />
        </span>
        <div className="inspector-title">
          <TextField
            quiet
            className="inspector-name"
            aria-label="Name"
            value={flow.name ?? ''}
            placeholder={`${from?.name ?? flow.from} to ${to?.name ?? flow.to}`}
            onCommit={(name) => edit('Rename', (one) => withField(one, 'name', name.trim() === '' ? undefined : name))}
          />
          <span className="inspector-ends">
            <ElementChip id={flow.from} />
            {pulls ? <ArrowLeftRight size={12} aria-label="asked for by" /> : <MoveRight size={12} aria-label="to" />}
            <ElementChip id={flow.to} />
          </span>
        </div>
      </header>
      <FaultNotes on={id} notAt={[...limitNames, 'call']} />
      <Group title="The call">
        <FieldRow
          label="Mode"
          note={flow.mode === undefined && kind !== undefined ? `usual for ${kind.title.toLowerCase()}` : undefined}
        >
          {(field) => (
            <Choice
              id={field}
              value={flow.mode}
              options={modeOptions}
              placeholder={modeOptions.find((one) => one.value === kind?.mode)?.label ?? 'Usual'}
              clearLabel="Usual"
              onChange={(mode) => edit('Change the mode', (one) => ({ ...one, mode: mode as FlowMode }))}
              onClear={() => edit('Change the mode', (one) => withField(one, 'mode', undefined))}
            />
          )}
        </FieldRow>
        <StepInPlan flow={flow} caller={pulls ? flow.to : flow.from} />
        {kind === undefined || Object.keys(kind.call).length === 0 ? null : (
          <FieldList
            fields={kind.call}
            settings={[flow.call]}
            product={findProduct(known(callee?.product))}
            on={id}
            onChange={(name, value) =>
              edit(`Change ${kind.call[name]?.label ?? name}`, (one) =>
                withField(one, 'call', setSetting(one.call, name, value)),
              )
            }
          />
        )}
      </Group>
      <Group title="What goes there and back">
        <CargoEditor
          title="There"
          cargos={[flow.request]}
          onChange={(change) => edit('Change what goes there', (one) => withField(one, 'request', change(one.request)))}
        />
        <CargoEditor
          title="Back"
          cargos={[flow.response]}
          onChange={(change) =>
            edit('Change what comes back', (one) => withField(one, 'response', change(one.response)))
          }
        />
      </Group>
      <Group title="Safety">
        <ValueField field={flowFields.encrypted} value={flow.encrypted} onChange={setFact('encrypted')} />
        <ValueField
          field={flowFields.authentication}
          value={flow.authentication}
          onChange={setFact('authentication')}
        />
        <IdentityPicker
          caller
          of={pulls ? to : from}
          wanted={wanted === 'as'}
          value={flow.as}
          change={(design, as) => changeElement(design, 'flows', id, (one) => withField(one, 'as', as))}
        />
        <FieldRow label="Does" wide>
          {(field) => (
            <Choices
              id={field}
              value={flow.does ?? []}
              options={accessOptions}
              placeholder={
                kind === undefined || kind.does.length === 0 ? 'Not stated' : `${kind.does.join(', ')} (usual)`
              }
              onChange={(does) =>
                edit('Change the access', (one) =>
                  withField(one, 'does', does.length === 0 ? undefined : (does as readonly Access[])),
                )
              }
            />
          )}
        </FieldRow>
      </Group>
      <Group
        title="When it is slow or fails"
        open={flow.timeoutMs !== undefined || flow.retries !== undefined || (wanted ?? '') in flowFields}
      >
        {limitNames.map((name) => (
          <ValueField
            key={name}
            field={flowFields[name]}
            value={flow[name]}
            of={{ on: id, name }}
            wanted={name === wanted}
            onChange={setFact(name)}
          />
        ))}
      </Group>
      <InResults id={id} />
      <About {...aboutOf(flow)} collection="flows" />
    </>
  )
}
