import { memo } from 'react'
import type { Element } from '../../../shared/design/design.ts'
import { FieldRow, Group, Switch, TextField, TextRow } from '../../ui/index.ts'
import { readCommaList } from '../comma-list.ts'
import { changeElement, withField } from '../edits.ts'
import { setInternal } from '../internal-edits.ts'
import { editDesign } from '../stores.ts'
import { DecidedBy } from './DecidedBy.tsx'

/** Of an element what everyone may say about itself: the rest of it is not looked at. */
interface AboutProps extends ReturnType<typeof aboutOf> {
  readonly collection: 'components' | 'flows' | 'boundaries'
}

export function aboutOf({ id, notes, owner, tags, internal }: Element) {
  return { id, notes, owner, tags, internal }
}

/** What every element may say about itself; drawn again when that changes. */
export const About = memo(function About({ id: element, notes, owner, tags, internal, collection }: AboutProps) {
  const set = (field: 'notes' | 'owner') => (text: string | undefined) =>
    editDesign(`Change the ${field === 'notes' ? 'notes' : 'owner'}`, (design) =>
      changeElement(design, collection, element, (one) => withField(one, field, text)),
    )
  const setTags = (text: string) =>
    editDesign('Change the tags', (design) =>
      changeElement(design, collection, element, (one) => withField(one, 'tags', readCommaList(text))),
    )
  const stated = [notes, owner, tags, internal].some((value) => value !== undefined)
  return (
    <>
      <DecidedBy id={element} />
      <Group title="Notes" open={stated}>
        <FieldRow label="Owner">
          {(id) => <TextField id={id} value={owner ?? ''} placeholder="A team or a person" onCommit={set('owner')} />}
        </FieldRow>
        <FieldRow label="Tags">
          {(id) => <TextField id={id} value={(tags ?? []).join(', ')} placeholder="By commas" onCommit={setTags} />}
        </FieldRow>
        <FieldRow label="Internal" help="Stays out of every document, with what starts or ends at it">
          {(id) => <Switch id={id} checked={internal === true} onChange={(on) => setInternal(element, on)} />}
        </FieldRow>
        <TextRow several label="Notes" value={notes} onCommit={set('notes')} />
      </Group>
    </>
  )
})
