import type { Decision } from '../../../shared/design/design.ts'
import { FieldRow, TextField } from '../../ui/index.ts'
import { readCommaList } from '../comma-list.ts'
import { withField } from '../edits.ts'
import { editDecision } from './decision-edits.ts'

const roles = [
  { role: 'deciders', label: 'Decided by' },
  { role: 'consulted', label: 'Consulted' },
  { role: 'informed', label: 'Informed' },
] as const
type Role = (typeof roles)[number]['role']

/** Who decided, who was asked, and who was told; by commas. */
export function People({ decision }: { readonly decision: Decision }) {
  const set = (role: Role) => (text: string) =>
    editDecision(decision.id, 'Change who decided', (one) => {
      const people = withField(one.people ?? {}, role, readCommaList(text))
      return withField(one, 'people', Object.keys(people).length === 0 ? undefined : people)
    })
  return (
    <div className="decision-people">
      {roles.map(({ role, label }) => (
        <FieldRow key={role} label={label} wide>
          {(id) => (
            <TextField
              id={id}
              value={(decision.people?.[role] ?? []).join(', ')}
              placeholder="Names, by commas"
              onCommit={set(role)}
            />
          )}
        </FieldRow>
      ))}
    </div>
  )
}
