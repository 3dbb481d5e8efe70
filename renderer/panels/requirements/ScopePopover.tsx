import { useId, useState } from 'react'
import type { Requirement } from '../../../shared/design/design.ts'
import type { Metric } from '../../../shared/requirements/metric.ts'
import { findMetric } from '../../../shared/requirements/metrics/index.ts'
import { FieldRow, Popover, SearchChoice, Segmented, TextArea } from '../../ui/index.ts'
import { ElementChips } from '../ElementChips.tsx'
import { withField } from '../edits.ts'
import { useGraph } from '../../store/graph-of.ts'
import { useDesign } from '../stores.ts'
import { editRequirement, requirementTitle } from './requirement-edits.ts'
import { chosenWords, conditionOffers, scopeGroups, scopeLabel } from './scope-words.ts'

type Form = 'design' | 'named' | 'rule'

function formOf({ on, where }: Requirement): Form {
  if (on !== undefined && on.length > 0) return 'named'
  return where === undefined ? 'design' : 'rule'
}

/** What a requirement holds for: the whole design, elements by name, or whatever a rule chooses as the drawing grows. */
export function ScopePopover({ requirement }: { readonly requirement: Requirement }) {
  const label = useDesign((design) => scopeLabel(design, requirement))
  return (
    <Popover
      label={`What ${requirementTitle(requirement)} holds for`}
      width={380}
      align="end"
      trigger={
        <button
          type="button"
          className="ui-input ui-input-quiet scope-trigger"
          aria-label={`Of: ${label}`}
          title={label}
        >
          <span className="ellipsis">{label}</span>
        </button>
      }
    >
      <ScopeForm requirement={requirement} />
    </Popover>
  )
}

function ScopeForm({ requirement }: { readonly requirement: Requirement }) {
  const metric = findMetric(requirement.metric)
  const stated = formOf(requirement)
  const [wanted, setWanted] = useState<Form>(stated)
  const form = stated === 'design' ? wanted : stated
  const edit = (change: (one: Requirement) => Requirement) =>
    editRequirement(requirement.id, 'Change the scope', change)
  const choose = (next: Form | undefined) => {
    if (next === undefined || next === form) return
    setWanted(next)
    if (stated !== 'design') edit((one) => withField(withField(one, 'on', undefined), 'where', undefined))
  }
  return (
    <div className="popover-form">
      <p className="strong">Holds for</p>
      <Segmented
        label="Holds for"
        value={form}
        options={[
          { value: 'design', label: 'The design' },
          { value: 'named', label: 'Elements' },
          { value: 'rule', label: 'A rule' },
        ]}
        onChange={choose}
      />
      {form === 'design' ? <p className="muted small">The design as a whole, by its main action.</p> : null}
      {form === 'named' ? <NamedScope requirement={requirement} metric={metric} edit={edit} /> : null}
      {form === 'rule' && metric !== undefined ? (
        <RuleScope requirement={requirement} metric={metric} edit={edit} />
      ) : null}
    </div>
  )
}

interface PartProps<M> {
  readonly requirement: Requirement
  readonly metric: M
  readonly edit: (change: (one: Requirement) => Requirement) => void
}

function NamedScope({ requirement, metric, edit }: PartProps<Metric | undefined>) {
  const groups = useDesign((design) => design)
  const on = requirement.on ?? []
  const listed = scopeGroups(groups, metric)
  const set = (id: string, chosen: boolean) => {
    const next = chosen ? [...on, id] : on.filter((each) => each !== id)
    edit((one) => withField(withField(one, 'where', undefined), 'on', next.length === 0 ? undefined : next))
  }
  if (listed.length === 0) {
    return <p className="muted small">This metric is measured on the whole design, or on what is not drawn yet.</p>
  }
  return (
    <div className="scope-list">
      {listed.map(({ title, options }) => (
        <fieldset key={title} className="scope-group">
          <legend className="muted small">{title}</legend>
          {options.map(({ id, label }) => (
            <label key={id} className="scope-option">
              <input type="checkbox" checked={on.includes(id)} onChange={(event) => set(id, event.target.checked)} />
              <span className="ellipsis">{label}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  )
}

function RuleScope({ requirement, metric, edit }: PartProps<Metric>) {
  const graph = useGraph()
  const said = useId()
  const where = requirement.where ?? ''
  const set = (text: string) =>
    edit((one) => withField(withField(one, 'on', undefined), 'where', text.trim() === '' ? undefined : text.trim()))
  const offers = conditionOffers(graph)
  const { words, ids, isFault } = chosenWords(where, metric, graph)
  return (
    <>
      <SearchChoice
        label="Add a condition"
        value={undefined}
        shown={undefined}
        placeholder="Add a kind or a trait..."
        searchLabel="Find a kind or a trait"
        nothingFound="Nothing on the drawing is called that."
        find={(text) => [
          {
            options: offers
              .filter(({ label }) => label.toLowerCase().includes(text.toLowerCase()))
              .map((offer) => ({ value: offer.text, label: offer.label })),
          },
        ]}
        onChange={(text) => set(where === '' ? text : `${where} & ${text}`)}
      />
      <FieldRow label="The rule, as it is written" wide>
        {(id) => (
          <TextArea
            id={id}
            value={where}
            placeholder="trait = stores-data & in trust < 50"
            aria-describedby={said}
            aria-invalid={isFault}
            onCommit={set}
          />
        )}
      </FieldRow>
      <output id={said} className={isFault ? 'form-gap small' : 'muted small'}>
        {words}
      </output>
      {ids.length === 0 ? null : <ElementChips ids={ids} />}
    </>
  )
}
