import { LayoutDashboard, NotebookPen } from 'lucide-react'
import type { Settings, Value } from '../../../shared/design/design.ts'
import { setTopicComplete } from '../../../shared/design/edit/intent.ts'
import { known } from '../../../shared/design/value.ts'
import { topicWords } from '../../../shared/findings/topic-words.ts'
import { contextFields } from '../../../shared/kinds/fields/context-fields.ts'
import { runCommand } from '../commands.ts'
import { Button, FieldRow, Group, NameField, Switch, TextField, TextRow } from '../../ui/index.ts'
import { readCommaList } from '../comma-list.ts'
import { withField } from '../edits.ts'
import { editDesign, useDesign } from '../stores.ts'
import { FieldList } from './FieldList.tsx'
import { setSetting } from './settings-edits.ts'

/** The design as a whole: shown while nothing is selected. */
export function DesignInspector() {
  const name = useDesign((design) => design.name)
  const summary = useDesign((design) => design.summary)
  const client = useDesign((design) => design.client)
  const authors = useDesign((design) => design.authors)
  const context = useDesign((design) => design.context)
  const id = useDesign((design) => design.id)
  const setText = (field: 'summary' | 'client') => (text: string | undefined) =>
    editDesign(`Change the ${field}`, (design) => withField(design, field, text))
  const setAuthors = (text: string) =>
    editDesign('Change the authors', (design) => withField(design, 'authors', readCommaList(text)))
  return (
    <>
      <header className="inspector-head">
        <span className="kind-icon kind-icon-tile" data-family="operations">
          <LayoutDashboard size={18} aria-hidden />
        </span>
        <div className="inspector-title">
          <NameField
            className="inspector-name"
            aria-label="Design name"
            title={name}
            value={name}
            onCommit={(next) => editDesign('Rename the design', (design) => ({ ...design, name: next }))}
          />
          <span className="inspector-sub">Design</span>
        </div>
      </header>
      <Group title="About">
        <TextRow
          several
          label="Summary"
          value={summary}
          placeholder="What it does, for whom, in two sentences"
          onCommit={setText('summary')}
        />
        <TextRow label="Client" value={client} onCommit={setText('client')} />
        <FieldRow label="Authors" wide>
          {(field) => (
            <TextField id={field} value={(authors ?? []).join(', ')} placeholder="By commas" onCommit={setAuthors} />
          )}
        </FieldRow>
        <Button tone="quiet" icon={NotebookPen} onClick={() => runCommand('go.framing')}>
          Framing sheet
        </Button>
      </Group>
      <Group title="Context">
        <FieldList
          fields={contextFields}
          settings={[withoutTopics(context)]}
          on={id}
          onChange={(field, value) =>
            editDesign(`Change ${contextFields[field]?.label.toLowerCase() ?? field}`, (design) =>
              withField(design, 'context', setSetting(design.context, field, value)),
            )
          }
        />
      </Group>
      <Topics complete={context?.['complete']} />
    </>
  )
}

function withoutTopics(context: Settings | undefined): Settings | undefined {
  return setSetting(context, 'complete', undefined)
}

/** Topics of which the architect says: all that matters is drawn. What is missing there then counts as a finding. */
function Topics({ complete }: { readonly complete: Value | undefined }) {
  const scalar = known(complete)
  const done: readonly string[] = Array.isArray(scalar) ? scalar.map(String) : []
  const set = (topic: string, on: boolean) =>
    editDesign(on ? 'Mark a topic complete' : 'Open a topic again', (design) => setTopicComplete(design, topic, on))
  return (
    <Group title="Complete topics" open={done.length > 0} aside={`${done.length} of ${topicWords.length}`}>
      <p className="inspector-hint">
        Complete means that all there is has been drawn: what is missing is then a finding, no longer a question.
      </p>
      {topicWords.map(({ topic, word }) => (
        <FieldRow key={topic} label={word}>
          {(id) => <Switch id={id} checked={done.includes(topic)} onChange={(on) => set(topic, on)} />}
        </FieldRow>
      ))}
    </Group>
  )
}
