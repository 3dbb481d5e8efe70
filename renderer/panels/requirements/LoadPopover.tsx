import type { Requirement, Settings, Value } from '../../../shared/design/design.ts'
import { known } from '../../../shared/design/value.ts'
import type { Field } from '../../../shared/kinds/fields/field.ts'
import { Choice, FieldRow, LinkButton, Popover, TextField } from '../../ui/index.ts'
import { withField } from '../edits.ts'
import { ValueControl } from '../inspector/ValueControl.tsx'
import { editRequirement, requirementTitle } from './requirement-edits.ts'

const number = (label: string, more: Partial<Field> = {}): Field => ({ type: 'number', label, min: 0, ...more })

/** Under which load a target holds; a rate or users other than the estimate's are computed by scaling its traffic. */
const loadFields: Readonly<Record<string, Field>> = {
  requestsPerSecond: number('Requests a second'),
  users: number('Users at work'),
  inputTokens: number('Tokens read a request', { unit: 'tokens' }),
  outputTokens: number('Tokens written a request', { unit: 'tokens' }),
}

/** "At 20/s, over 30 days"; what the trigger says. */
export function loadWords({ load, window, at }: Requirement): string {
  const rate = known(load?.['requestsPerSecond'])
  const users = known(load?.['users'])
  const parts = [
    ...(at === undefined ? [] : [at === 'peak' ? 'at the peak' : 'in the mean hour']),
    ...(typeof rate === 'number' ? [`at ${rate}/s`] : []),
    ...(typeof users === 'number' ? [`with ${users} users`] : []),
    ...(known(load?.['inputTokens']) === undefined && known(load?.['outputTokens']) === undefined ? [] : ['by tokens']),
    ...(window === undefined ? [] : [`over ${window}`]),
  ]
  const words = parts.join(', ')
  return words === '' ? 'Load and window...' : `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** Load and window of a requirement: under what it holds, and over which time it is measured. */
export function LoadPopover({ requirement }: { readonly requirement: Requirement }) {
  const { id, load, window, at } = requirement
  const setLoad = (name: string, value: Value | undefined) =>
    editRequirement(id, 'Change the load', (one) => {
      const { [name]: _before, ...others } = one.load ?? {}
      const next: Settings = value === undefined ? others : { ...others, [name]: value }
      return withField(one, 'load', Object.keys(next).length === 0 ? undefined : next)
    })
  return (
    <Popover
      label={`Load and window of ${requirementTitle(requirement)}`}
      width={340}
      align="start"
      trigger={<LinkButton className="small">{loadWords(requirement)}</LinkButton>}
    >
      <div className="popover-form">
        <p className="strong">Load and window</p>
        <FieldRow label="Hour">
          {(field) => (
            <Choice
              id={field}
              value={at}
              placeholder="The peak"
              options={[
                { value: 'peak', label: 'The peak' },
                { value: 'average', label: 'The mean hour' },
              ]}
              onClear={() => editRequirement(id, 'Change the hour', (one) => withField(one, 'at', undefined))}
              onChange={(next) =>
                editRequirement(id, 'Change the hour', (one) => ({
                  ...one,
                  at: next === 'average' ? 'average' : 'peak',
                }))
              }
            />
          )}
        </FieldRow>
        {Object.entries(loadFields).map(([name, field]) => (
          <FieldRow key={name} label={field.label}>
            {(control) => (
              <ValueControl
                isTarget
                id={control}
                field={field}
                value={load?.[name]}
                onChange={(value) => setLoad(name, value)}
              />
            )}
          </FieldRow>
        ))}
        <FieldRow label="Measured over" help="The time over which it must hold: 30 days, each release">
          {(control) => (
            <TextField
              id={control}
              value={window ?? ''}
              placeholder="30 days"
              onCommit={(text) =>
                editRequirement(id, 'Change the window', (one) =>
                  withField(one, 'window', text.trim() === '' ? undefined : text.trim()),
                )
              }
            />
          )}
        </FieldRow>
        <p className="muted small">
          A rate other than the estimate’s is computed by scaling its traffic; other lengths of prompts are only named.
        </p>
      </div>
    </Popover>
  )
}
