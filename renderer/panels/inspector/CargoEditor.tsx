import type { Cargo, Content, Id } from '../../../shared/design/design.ts'
import { Choices, FieldRow } from '../../ui/index.ts'
import { withField } from '../edits.ts'
import { contentOptions } from './flow-fields.ts'
import { DataPicker } from './DataPicker.tsx'

interface CargoEditorProps {
  readonly title: 'There' | 'Back'
  /** Of each arrow that is edited. */
  readonly cargos: readonly (Cargo | undefined)[]
  /** Changes the cargo of one arrow; what is not asked about stays as it is there. */
  readonly onChange: (change: (cargo: Cargo | undefined) => Cargo | undefined) => void
}

/** What travels one way: data assets, and what sort of content it is. Of several arrows: what all of them have alike. */
export function CargoEditor({ title, cargos, onChange }: CargoEditorProps) {
  const set = (part: 'data' | 'content', chosen: readonly string[]) =>
    onChange((cargo = {}) => {
      const next = withField(cargo, part, chosen.length === 0 ? undefined : (chosen as readonly Content[]))
      return Object.keys(next).length === 0 ? undefined : next
    })
  const data = alike(cargos.map((cargo) => cargo?.data ?? []))
  const content = alike(cargos.map((cargo) => cargo?.content ?? []))
  const usual = title === 'There' ? 'All the caller has' : 'All the answer holds'
  return (
    <>
      <DataPicker
        label={title === 'There' ? 'Data there' : 'Data back'}
        ids={data ?? []}
        placeholder={data === undefined ? 'mixed' : usual}
        onChange={(ids: readonly Id[]) => set('data', ids)}
      />
      {cargos.every((cargo) => cargo === undefined) ? null : (
        <FieldRow label={`Content ${title.toLowerCase()}`} wide>
          {(id) => (
            <Choices
              id={id}
              value={content ?? []}
              options={contentOptions}
              placeholder={content === undefined ? 'mixed' : 'Not stated'}
              onChange={(chosen) => set('content', chosen)}
            />
          )}
        </FieldRow>
      )}
    </>
  )
}

/** The list that all have; undefined where they differ. */
function alike(lists: readonly (readonly string[])[]): readonly string[] | undefined {
  return new Set(lists.map((list) => JSON.stringify(list))).size > 1 ? undefined : lists[0]
}
