import { CircleHelp, Quote } from 'lucide-react'
import type { Value } from '../../../shared/design/design.ts'
import { isStated, isUnknown, known } from '../../../shared/design/value.ts'
import type { Field } from '../../../shared/kinds/fields/field.ts'
import { limitsOf } from '../../../shared/kinds/formula/standing.ts'
import {
  Button,
  currencyOf,
  DateField,
  FieldRow,
  formatNumber,
  NumberField,
  Popover,
  Segmented,
  TextField,
} from '../../ui/index.ts'
import { typedAs } from '../quantities.ts'
import { setSaidBy, useSaidBy } from './said-by.ts'
import { unknownValue, withBacking } from './value-edits.ts'
import type { Backing } from './value-edits.ts'

interface ValuePopoverProps {
  readonly field: Field
  readonly value: Value | undefined
  /** As in `ValueControl`. */
  readonly isTarget?: boolean
  readonly onChange: (value: Value | undefined) => void
}

/** Where a value comes from and how far it is known; or that nobody here knows, and who would. */
export function ValuePopover({ field, value, isTarget = false, onChange }: ValuePopoverProps) {
  const unknown = isUnknown(value)
  const scalar = known(value)
  const backed = isStated(value)
  const Sign = unknown ? CircleHelp : Quote
  return (
    <Popover
      label={`Source of ${field.label}`}
      trigger={
        <button
          type="button"
          className="field-backing"
          aria-label={`Source of ${field.label}`}
          data-backed={backed || unknown}
          title={backed ? 'Source and band' : unknown ? 'Who would know' : 'Add a source or a band'}
        >
          <Sign size={12} aria-hidden />
        </button>
      }
    >
      <div className="popover-form">
        <p className="strong">{field.label}</p>
        {field.question === undefined ? null : <p className="muted small">{field.question}</p>}
        {field.help === undefined ? null : <p className="muted small">{field.help}</p>}
        {scalar === undefined ? null : (
          <BackingForm field={field} value={value} isTarget={isTarget} onChange={onChange} />
        )}
        {unknown ? (
          <FieldRow label="Who would know" wide>
            {(id) => (
              <TextField
                id={id}
                value={value.ask ?? ''}
                placeholder={field.ask ?? 'A person or a team'}
                onCommit={(ask) => onChange(unknownValue(ask))}
              />
            )}
          </FieldRow>
        ) : null}
        {field.type === 'number' ? <SaidBy /> : null}
        <div className="popover-foot">
          {unknown ? null : (
            <Button tone="quiet" icon={CircleHelp} onClick={() => onChange(unknownValue(undefined))}>
              Nobody here knows
            </Button>
          )}
          {value === undefined ? null : (
            <Button tone="quiet" onClick={() => onChange(undefined)}>
              {field.default === undefined ? 'Not answered' : 'Back to the default'}
            </Button>
          )}
        </div>
      </div>
    </Popover>
  )
}

/** Whose word the numbers typed next are; remembered for the workspace. */
function SaidBy() {
  const by = useSaidBy()
  return (
    <FieldRow label="Numbers typed from now on are said by" wide>
      {(id) => <TextField id={id} value={by} placeholder="Nobody: no source" onCommit={setSaidBy} />}
    </FieldRow>
  )
}

/** The band that counts while nobody opens it: what the standing of the value gives. */
function usualLimits(field: Field, value: Value, number: number) {
  const backing = isStated(value) ? value : undefined
  return limitsOf({
    op: 'input',
    label: field.label,
    value: number,
    unit: field.unit ?? 'count',
    provenance: { from: 'stated', ...(backing?.confidence === undefined ? {} : { confidence: backing.confidence }) },
  })
}

function BackingForm({
  field,
  value,
  isTarget,
  onChange,
}: {
  readonly field: Field
  readonly value: Value | undefined
  readonly isTarget: boolean
  readonly onChange: (value: Value) => void
}) {
  if (value === undefined || isUnknown(value)) return null
  const stated = isStated(value) ? value : undefined
  const set = (backing: Backing) => onChange(withBacking(value, backing))
  const scalar = known(value)
  const { suffix, scale, others } = typedAs(field.unit, isTarget)
  // The row has room for a short unit: what an amount is per stands beside the field itself.
  const unit = suffix === '%' ? suffix : currencyOf(suffix ?? '')
  const usual = typeof scalar === 'number' ? usualLimits(field, value, scalar) : undefined
  return (
    <>
      {field.type === 'number' ? (
        <div className="popover-triple">
          <FieldRow label="Low" wide help="P10: lower in one case of ten">
            {(id) => (
              <NumberField
                id={id}
                value={typeof stated?.low === 'number' ? stated.low : undefined}
                max={typeof scalar === 'number' ? scalar : undefined}
                scale={scale}
                suffix={unit}
                others={others}
                placeholder={usual === undefined ? '–' : formatNumber(usual.low * scale, 4)}
                onCommit={(low) => set({ low })}
              />
            )}
          </FieldRow>
          <FieldRow label="Likely" wide>
            {(id) => (
              <NumberField
                id={id}
                value={typeof scalar === 'number' ? scalar : undefined}
                min={typeof stated?.low === 'number' ? stated.low : field.min}
                max={typeof stated?.high === 'number' ? stated.high : field.max}
                scale={scale}
                suffix={unit}
                others={others}
                onCommit={(likely) =>
                  likely === undefined ? undefined : onChange(isStated(value) ? { ...value, value: likely } : likely)
                }
              />
            )}
          </FieldRow>
          <FieldRow label="High" wide help="P90: higher in one case of ten">
            {(id) => (
              <NumberField
                id={id}
                value={typeof stated?.high === 'number' ? stated.high : undefined}
                min={typeof scalar === 'number' ? scalar : undefined}
                scale={scale}
                suffix={unit}
                others={others}
                placeholder={usual === undefined ? '–' : formatNumber(usual.high * scale, 4)}
                onCommit={(high) => set({ high })}
              />
            )}
          </FieldRow>
        </div>
      ) : null}
      <FieldRow label="Source" wide>
        {(id) => (
          <TextField
            id={id}
            value={stated?.source ?? ''}
            placeholder="Who said it, or a contract, a pilot, a vendor page"
            onCommit={(source) => set({ source })}
          />
        )}
      </FieldRow>
      <div className="popover-pair">
        <FieldRow label="As of" wide>
          {(id) => <DateField id={id} value={stated?.asOf ?? ''} onCommit={(asOf) => set({ asOf })} />}
        </FieldRow>
        <FieldRow label="Confidence" wide>
          {() => (
            <Segmented
              label="Confidence"
              clearable
              value={stated?.confidence}
              options={[
                { value: 'A', label: 'A', name: 'A, measured here' },
                { value: 'B', label: 'B', name: 'B, measured elsewhere or published' },
                { value: 'C', label: 'C', name: 'C, a guess' },
              ]}
              onChange={(confidence) => set({ confidence })}
            />
          )}
        </FieldRow>
      </div>
      <p className="faint small">A: measured here. B: published or measured elsewhere. C: a guess.</p>
      <FieldRow label="Note" wide>
        {(id) => <TextField id={id} value={stated?.note ?? ''} onCommit={(note) => set({ note })} />}
      </FieldRow>
    </>
  )
}
