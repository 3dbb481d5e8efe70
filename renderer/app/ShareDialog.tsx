import { useView, viewStore } from '../store/view-store.ts'
import { Button, Dialog } from '../ui/index.ts'
import { runCommand } from './commands/run.ts'
import type { CommandId } from '../../shared/commands.ts'

interface Offer {
  readonly title: string
  readonly what: string
  readonly actions: readonly { readonly id: CommandId; readonly label: string }[]
}

const offers: readonly Offer[] = [
  {
    title: 'Decision records',
    what: 'One Markdown file for each decision, in the MADR 4 form, with the numbers they rest on.',
    actions: [{ id: 'share.decision-records', label: 'Markdown' }],
  },
  {
    title: 'Threat model',
    what: 'What is at stake, the ways in, the worst paths with their cheapest breaks, and what was decided about each.',
    actions: [
      { id: 'share.threat-model-pdf', label: 'PDF' },
      { id: 'share.threat-model-html', label: 'HTML' },
      { id: 'share.threat-model-markdown', label: 'Markdown' },
    ],
  },
  {
    title: 'Deck',
    what: 'Six slides with an editable diagram. Read alone, their titles tell the story.',
    actions: [{ id: 'share.deck', label: 'PowerPoint' }],
  },
  {
    title: 'Picture of the canvas',
    what: 'The selection, or the whole design, for a document or a slide.',
    actions: [
      { id: 'share.picture', label: 'SVG' },
      { id: 'edit.copy-as-picture', label: 'Copy' },
    ],
  },
]

/** What the design can leave the studio as. */
export function ShareDialog() {
  const open = useView((view) => view.shareOpen)
  const onOpenChange = (next: boolean): void => viewStore.getState().set({ shareOpen: next })
  return (
    <Dialog title="Documents" open={open} onOpenChange={onOpenChange} width={560}>
      <ul className="offers">
        {offers.map(({ title, what, actions }) => (
          <li key={title} className="offer">
            <div>
              <p className="strong">{title}</p>
              <p className="muted">{what}</p>
            </div>
            <div className="offer-actions">
              {actions.map(({ id, label }) => (
                <Button
                  key={id}
                  onClick={() => {
                    onOpenChange(false)
                    runCommand(id)
                  }}
                >
                  {label}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
