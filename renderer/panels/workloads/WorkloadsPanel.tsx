import { Gauge, Plus } from 'lucide-react'
import type { Action, Component, Design, Flow, Workload } from '../../../shared/design/design.ts'
import { nameOf } from '../../../shared/design/collections.ts'
import { Button, Choice, EmptyState, showToast } from '../../ui/index.ts'
import { runCommand } from '../commands.ts'
import { changeElement, withField } from '../edits.ts'
import { setSetting } from '../inspector/settings-edits.ts'
import { editDesign, useDesign } from '../stores.ts'
import { startsOf } from './starts.ts'
import { inputFields, nobodyStarts, withNewAction } from './use-edits.ts'
import { UseHead } from './UseHead.tsx'
import { ValueCell } from './ValueCell.tsx'
import { WorkloadCard } from './WorkloadCard.tsx'

const noActions: readonly Action[] = []
const noWorkloads: readonly Workload[] = []
const noFlows: readonly Flow[] = []
const noComponents: readonly Component[] = []

/** What people do with the system (actions) and how often (workloads). */
export function WorkloadsPanel() {
  const actions = useDesign((design) => design.actions) ?? noActions
  const workloads = useDesign((design) => design.workloads) ?? noWorkloads
  const addWorkload = () => runCommand('insert.workload')
  const addAction = () => {
    if (!editDesign('New action', withNewAction)) showToast(nobodyStarts)
  }
  if (actions.length === 0 && workloads.length === 0) {
    return (
      <EmptyState
        icon={Gauge}
        text={
          'Until somebody says more, every arrow out of a person is an action, 1\u202f000 a day in all, with a peak of three times that.'
        }
        action={
          <Button tone="primary" icon={Plus} onClick={addWorkload}>
            State the workload
          </Button>
        }
      />
    )
  }
  return (
    <div className="use-columns">
      <section className="use-column" aria-label="Workloads">
        <div className="panel-bar">
          <h3>How often</h3>
          <Button tone="quiet" icon={Plus} onClick={addWorkload}>
            Workload
          </Button>
        </div>
        {workloads.map((workload) => (
          <WorkloadCard key={workload.id} workload={workload} actions={actions} />
        ))}
      </section>
      <section className="use-column" aria-label="Actions">
        <div className="panel-bar">
          <h3>What people do</h3>
          <Button tone="quiet" icon={Plus} onClick={addAction}>
            Action
          </Button>
        </div>
        {actions.map((action) => (
          <ActionCard key={action.id} action={action} />
        ))}
      </section>
    </div>
  )
}

function ActionCard({ action }: { readonly action: Action }) {
  const flows = useDesign((design) => design.flows) ?? noFlows
  const components = useDesign((design) => design.components) ?? noComponents
  const design = useDesign((one) => one)
  const edit = (label: string, change: (one: Action) => Action) =>
    editDesign(label, (whole) => changeElement(whole, 'actions', action.id, change))
  const starts = startsOf(design, flows, components)
  return (
    <article className="use-card">
      <UseHead
        id={action.id}
        name={action.name}
        what="Action"
        onRename={(name) => edit('Rename', (one) => ({ ...one, name }))}
      />
      <div className="use-fields">
        <span className="muted">Starts with</span>
        <Choice
          label="Starts with"
          value={action.starts}
          options={withListed(starts, action.starts, design)}
          onChange={(next) => edit('Change where it starts', (one) => ({ ...one, starts: next }))}
        />
        <span className="muted">Answered by</span>
        <Choice
          label="Answered by"
          value={action.answeredBy}
          placeholder="The return of the first call"
          clearLabel="The return of the first call"
          options={flows.map((flow) => ({ value: flow.id, label: nameOf(design, flow.id) }))}
          onChange={(next) => edit('Change what answers it', (one) => ({ ...one, answeredBy: next }))}
          onClear={() => edit('Change what answers it', (one) => withField(one, 'answeredBy', undefined))}
        />
        {Object.entries(inputFields).map(([name, field]) => (
          <ActionInput key={name} name={name} action={action} field={field} />
        ))}
      </div>
    </article>
  )
}

function ActionInput({
  name,
  action,
  field,
}: {
  readonly name: string
  readonly action: Action
  readonly field: (typeof inputFields)[string]
}) {
  const value = action.input?.[name]
  if (value === undefined && name !== 'tokens' && name !== 'resolvedShare') return null
  const set = (next: Parameters<typeof setSetting>[2]) =>
    editDesign('Change the input', (design) =>
      changeElement(design, 'actions', action.id, (one) => withField(one, 'input', setSetting(one.input, name, next))),
    )
  return <ValueCell field={field} value={value} onChange={set} />
}

/** A start that is not on offer (the arrow's tail is no actor any more) still shows. */
function withListed(
  options: readonly { readonly value: string; readonly label: string }[],
  id: string,
  design: Design,
) {
  return options.some((option) => option.value === id)
    ? options
    : [...options, { value: id, label: nameOf(design, id) }]
}
