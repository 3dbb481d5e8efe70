import type { Cargo, Content, Id } from '../../../shared/design/design.ts'
import { Choices, FieldRow } from '../../ui/index.ts'
import { withField } from '../edits.ts'
import { contentOptions } from './flow-fields.ts'
import { DataPicker } from './DataPicker.tsx'

interface CargoEditorProps {
  readonly title: 'There' | 'Back'
  readonly cargo: Cargo | undefined
  readonly onChange: (cargo: Cargo | undefined) => void
}

/** What travels one way: data assets, and what sort of content it is. */
export function CargoEditor({ title, cargo, onChange }: CargoEditorProps) {
  const set = (next: Cargo) => onChange(Object.keys(next).length === 0 ? undefined : next)
  const setData = (data: readonly Id[]) => set(withField(cargo ?? {}, 'data', data.length === 0 ? undefined : data))
  const setContent = (content: readonly string[]) =>
    set(withField(cargo ?? {}, 'content', content.length === 0 ? undefined : (content as readonly Content[])))
  return (
    <>
      <DataPicker
        label={title === 'There' ? 'Data there' : 'Data back'}
        ids={cargo?.data ?? []}
        placeholder={title === 'There' ? 'All the caller has' : 'All the answer holds'}
        onChange={setData}
      />
      {cargo === undefined ? null : (
        <FieldRow label={`Content ${title.toLowerCase()}`} wide>
          {(id) => (
            <Choices
              id={id}
              value={cargo.content ?? []}
              options={contentOptions}
              placeholder="Not stated"
              onChange={setContent}
            />
          )}
        </FieldRow>
      )}
    </>
  )
}
