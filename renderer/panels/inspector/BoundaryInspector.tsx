import type { Boundary, Copies, Id, Value } from '../../../shared/design/design.ts'
import { boundaryFields } from '../../../shared/kinds/fields/element-fields.ts'
import { SquareDashed } from 'lucide-react'
import { Choice, FieldRow, Group, NameField, Switch } from '../../ui/index.ts'
import { changeElement, withField } from '../edits.ts'
import { editDesign, useDesign } from '../stores.ts'
import { About, aboutOf } from './About.tsx'
import { copiesFields, copyWords, modeWords } from './boundary-fields.ts'
import { InResults } from './InResults.tsx'
import { ValueField } from './ValueField.tsx'
import type { Fallback } from './ValueControl.tsx'

const labels = ['restricted', 'internal', 'partner', 'public'].map((value) => ({
  value,
  label: value.charAt(0).toUpperCase() + value.slice(1),
}))

/** A boundary: four facts that everything inside inherits, and how many copies of it exist. */
export function BoundaryInspector({ id }: { readonly id: Id }) {
  const boundary = useDesign((design) => design.boundaries?.find((one) => one.id === id))
  const boundaries = useDesign((design) => design.boundaries)
  if (boundary === undefined) return null
  const edit = (label: string, change: (boundary: Boundary) => Boundary) =>
    editDesign(label, (design) => changeElement(design, 'boundaries', id, change))
  const setFacet = (name: keyof typeof boundaryFields) => (value: Value | undefined) =>
    edit(`Change ${boundaryFields[name].label.toLowerCase()}`, (one) =>
      withField(one, name, value as Boundary[typeof name]),
    )
  return (
    <>
      <header className="inspector-head">
        <span className="kind-icon kind-icon-tile" data-family="operations">
          <SquareDashed size={18} aria-hidden />
        </span>
        <div className="inspector-title">
          <NameField
            className="inspector-name"
            aria-label="Name"
            value={boundary.name}
            onCommit={(name) => edit('Rename', (one) => ({ ...one, name }))}
          />
          <span className="inspector-sub">Boundary</span>
        </div>
      </header>
      <Group title="What everything inside inherits">
        <FieldRow label="Shown as">
          {(field) => (
            <Choice
              id={field}
              value={boundary.label}
              options={
                boundary.label === undefined || labels.some((one) => one.value === boundary.label)
                  ? labels
                  : [...labels, { value: boundary.label, label: boundary.label }]
              }
              placeholder="By trust"
              clearLabel="By trust"
              onChange={(label) => edit('Change the label', (one) => ({ ...one, label }))}
              onClear={() => edit('Change the label', (one) => withField(one, 'label', undefined))}
            />
          )}
        </FieldRow>
        {(['trust', 'organisation', 'region', 'network'] as const).map((name) => (
          <ValueField
            key={name}
            field={boundaryFields[name]}
            value={boundary[name]}
            fallback={inherited(boundaries ?? [], boundary, name)}
            onChange={setFacet(name)}
          />
        ))}
      </Group>
      <CopiesGroup
        copies={boundary.copies}
        onChange={(copies) => edit('Change the copies', (one) => withField(one, 'copies', copies))}
      />
      <Group title="Complete" open={boundary.complete === true}>
        <p className="inspector-hint">
          Complete means that all there is inside has been drawn and stated: what is missing there is then a finding, no
          longer a question.
        </p>
        <FieldRow label="All is drawn">
          {(field) => (
            <Switch
              id={field}
              checked={boundary.complete === true}
              onChange={(on) =>
                edit(on ? 'Mark a boundary complete' : 'Open a boundary again', (one) =>
                  withField(one, 'complete', on ? true : undefined),
                )
              }
            />
          )}
        </FieldRow>
      </Group>
      <InResults id={id} />
      <About {...aboutOf(boundary)} collection="boundaries" />
    </>
  )
}

/** The nearest boundary around it that states the facet. */
function inherited(
  boundaries: readonly Boundary[],
  boundary: Boundary,
  facet: 'trust' | 'organisation' | 'region' | 'network',
): Fallback | undefined {
  const seen = new Set<Id>([boundary.id])
  let parent = boundaries.find((one) => one.id === boundary.in)
  while (parent !== undefined && !seen.has(parent.id)) {
    const value = parent[facet]
    const scalar = typeof value === 'object' ? ('value' in value ? value.value : undefined) : value
    if (scalar !== undefined) return { scalar, source: `as ${parent.name}` }
    if (value !== undefined) return undefined
    seen.add(parent.id)
    const next: Id | undefined = parent.in
    parent = boundaries.find((one) => one.id === next)
  }
  return undefined
}

function CopiesGroup({
  copies,
  onChange,
}: {
  readonly copies: Copies | undefined
  readonly onChange: (copies: Copies | undefined) => void
}) {
  const isOf = (text: string): text is Copies['of'] => copyWords.some((word) => word.value === text)
  const isMode = (text: string): text is NonNullable<Copies['mode']> => modeWords.some((word) => word.value === text)
  return (
    <Group title="Copies" open={copies !== undefined} aside={copies === undefined ? 'one' : undefined}>
      <FieldRow label="One for each" note="Drawn once; everything inside exists this many times.">
        {(id) => (
          <Choice
            id={id}
            value={copies?.of}
            options={copyWords}
            placeholder="One only"
            clearLabel="One only"
            onChange={(of) => isOf(of) && onChange(copies === undefined ? { of, count: 2 } : { ...copies, of })}
            onClear={() => onChange(undefined)}
          />
        )}
      </FieldRow>
      {copies === undefined ? null : (
        <>
          <ValueField
            field={copiesFields.count}
            value={copies.count}
            onChange={(count) => count !== undefined && onChange({ ...copies, count: count as Value<number> })}
          />
          <FieldRow label="How they work">
            {(id) => (
              <Choice
                id={id}
                value={copies.mode}
                options={modeWords}
                placeholder="Not stated"
                onChange={(mode) => isMode(mode) && onChange({ ...copies, mode })}
                onClear={() => onChange(withField(copies, 'mode', undefined))}
              />
            )}
          </FieldRow>
          <ValueField
            field={copiesFields.failoverS}
            value={copies.failoverS}
            onChange={(value) => onChange(withField(copies, 'failoverS', value as Value<number> | undefined))}
          />
        </>
      )}
    </Group>
  )
}
