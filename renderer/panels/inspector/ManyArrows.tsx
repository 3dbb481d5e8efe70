import type { Access, Component, Flow, FlowMode, Value } from '../../../shared/design/design.ts'
import { flowFields } from '../../../shared/kinds/fields/element-fields.ts'
import { findKind } from '../../../shared/kinds/index.ts'
import { useGraph } from '../../store/graph-of.ts'
import { Choice, Choices, FieldRow, Group } from '../../ui/index.ts'
import { changeElements, withField } from '../edits.ts'
import { editDesign, useDesign } from '../stores.ts'
import { CargoEditor } from './CargoEditor.tsx'
import { FieldList } from './FieldList.tsx'
import { accessOptions, modeOptions } from './flow-fields.ts'
import { IdentityPicker } from './IdentityPicker.tsx'
import { setSetting } from './settings-edits.ts'
import { onlyOne, sharedFields } from './shared-fields.ts'
import { commonValue } from './value-edits.ts'
import { ValueField } from './ValueField.tsx'

const none: readonly Component[] = []

/** What several arrows share; an edit makes all alike, as one step. */
export function ManyArrows({ arrows, title }: { readonly arrows: readonly Flow[]; readonly title: string }) {
  const ids = arrows.map(({ id }) => id)
  const edit = (label: string, change: (flow: Flow) => Flow) =>
    editDesign(label, (design) => changeElements(design, 'flows', ids, change))
  const calls = useCallsOf(arrows)
  const modes = new Set(arrows.map(({ mode }) => mode))
  const accesses = new Set(arrows.map(({ does = [] }) => JSON.stringify(does)))
  const identities = new Set(arrows.map((flow) => flow.as))
  const fact = (name: keyof typeof flowFields) => (
    <ValueField
      key={name}
      field={flowFields[name]}
      value={commonValue(arrows.map((flow) => flow[name]))}
      onChange={(value) =>
        edit(`Change ${flowFields[name].label.toLowerCase()} of all`, (flow) =>
          withField(flow, name, value as Flow[typeof name]),
        )
      }
    />
  )
  return (
    <>
      <Group title={title}>
        <FieldRow label="Mode">
          {(field) => (
            <Choice
              id={field}
              value={onlyOne(modes)}
              options={modeOptions}
              placeholder={modes.size > 1 ? 'mixed' : 'Usual'}
              clearLabel="Usual"
              onChange={(mode) => edit('Change the mode of all', (flow) => ({ ...flow, mode: mode as FlowMode }))}
              onClear={() => edit('Change the mode of all', (flow) => withField(flow, 'mode', undefined))}
            />
          )}
        </FieldRow>
        <FieldList
          fields={sharedFields(calls)}
          settings={arrows.map(({ call }) => call)}
          onChange={(name, value: Value | undefined) =>
            edit('Change a setting of all', (flow) => withField(flow, 'call', setSetting(flow.call, name, value)))
          }
        />
      </Group>
      <Group title="What goes there and back">
        <CargoEditor
          title="There"
          cargos={arrows.map(({ request }) => request)}
          onChange={(change) =>
            edit('Change what goes there on all', (flow) => withField(flow, 'request', change(flow.request)))
          }
        />
        <CargoEditor
          title="Back"
          cargos={arrows.map(({ response }) => response)}
          onChange={(change) =>
            edit('Change what comes back on all', (flow) => withField(flow, 'response', change(flow.response)))
          }
        />
      </Group>
      <Group title="Safety">
        {fact('encrypted')}
        {fact('authentication')}
        <IdentityPicker
          caller
          mixed={identities.size > 1}
          value={onlyOne(identities)}
          change={(design, as) => changeElements(design, 'flows', ids, (flow) => withField(flow, 'as', as))}
        />
        <FieldRow label="Does" wide>
          {(field) => (
            <Choices
              id={field}
              value={accesses.size > 1 ? [] : (arrows[0]?.does ?? [])}
              options={accessOptions}
              placeholder={accesses.size > 1 ? 'mixed' : 'Not stated'}
              onChange={(does) =>
                edit('Change the access of all', (flow) =>
                  withField(flow, 'does', does.length === 0 ? undefined : (does as readonly Access[])),
                )
              }
            />
          )}
        </FieldRow>
      </Group>
      <Group title="When it is slow or fails">
        {(['timeoutMs', 'retries', 'backoffMs', 'hedgeAfterMs'] as const).map(fact)}
      </Group>
    </>
  )
}

/** What one call of each asks: the fields of the kind that is called, once each. */
function useCallsOf(arrows: readonly Flow[]) {
  const graph = useGraph()
  const components = useDesign((design) => design.components) ?? none
  const kinds = arrows.map(({ id, from, to }) => {
    const callee = graph.flow(id)?.caller === to ? from : to
    return components.find((one) => one.id === callee)?.kind
  })
  return [...new Set(kinds)].map((kind) => (kind === undefined ? {} : findKind(kind).call))
}
