import './capture.css'
import { PenLine } from 'lucide-react'
import { Dialog as RadixDialog } from 'radix-ui'
import { type KeyboardEvent, useState } from 'react'
import { capture, type CaptureType, captureTypes, readCapture } from '../../shared/design/edit/index.ts'
import { nouns } from '../../shared/design/collections.ts'
import { freshId, todayIso } from '../panels/edits.ts'
import { ElementChips } from '../panels/ElementChips.tsx'
import { setSaidBy, useSaidBy } from '../panels/inspector/said-by.ts'
import { editDesign, tellStep, useView, viewStore } from '../panels/stores.ts'
import { Button, giveFocusBack, Segmented, TextField } from '../ui/index.ts'

const labels: Readonly<Record<CaptureType, string>> = {
  decision: 'Decision',
  assumption: 'Assumption',
  question: 'Question',
  risk: 'Risk',
  parked: 'Parked',
}
const options = captureTypes.map((value) => ({ value, label: labels[value] }))

/** One line, written down as it is said: over whatever shows, gone with Enter. */
export function CaptureBar() {
  const open = useView((view) => view.captureOpen)
  return (
    <RadixDialog.Root open={open} onOpenChange={(next) => viewStore.getState().set({ captureOpen: next })}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="capture-veil" />
        <RadixDialog.Content
          className="capture"
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.querySelector('input')?.focus()
          }}
          onCloseAutoFocus={giveFocusBack}
        >
          <CaptureForm />
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}

function CaptureForm() {
  const selection = useView((view) => view.selection)
  const by = useSaidBy()
  const [line, setLine] = useState('')
  const [chosen, setChosen] = useState<CaptureType | undefined>(undefined)
  const { type: read, text } = readCapture(line)
  const type = chosen ?? read ?? 'decision'
  const save = (): void => {
    if (text === '') return
    write(type, text, selection, by)
    viewStore.getState().set({ captureOpen: false })
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') save()
    // The next type, without leaving the line.
    else if (event.altKey && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
      const step = event.key === 'ArrowRight' ? 1 : -1
      setChosen(captureTypes[(captureTypes.indexOf(type) + step + captureTypes.length) % captureTypes.length])
    } else return
    event.preventDefault()
  }
  return (
    <>
      <header className="capture-head">
        <PenLine size={16} aria-hidden />
        <RadixDialog.Title className="capture-title">Write down what was said</RadixDialog.Title>
        <Segmented
          label="What it is"
          value={type}
          options={options}
          onChange={(next) => setChosen(next)}
          className="capture-types"
        />
      </header>
      <input
        className="ui-input capture-line"
        aria-label={`${labels[type]}, in one line`}
        placeholder={placeholders[type]}
        value={line}
        onChange={(event) => setLine(event.target.value)}
        onKeyDown={onKey}
      />
      <footer className="capture-foot">
        <span className="capture-by">
          Said by
          <TextField aria-label="Said by" value={by} onCommit={setSaidBy} />
        </span>
        <span className="capture-about">
          {selection.length === 0 ? 'About the whole design' : <ElementChips ids={selection} most={2} />}
        </span>
        <span className="capture-keys">
          <kbd>Alt</kbd> <kbd>←</kbd> <kbd>→</kbd> type
        </span>
        <Button tone="primary" onClick={save} disabled={text === ''}>
          Write down
        </Button>
      </footer>
    </>
  )
}

const placeholders: Readonly<Record<CaptureType, string>> = {
  decision: 'We host the model in our own region',
  assumption: 'A document has 9,000 tokens',
  question: 'Who may read the research archive?',
  risk: 'The vendor retires the model within a year',
  parked: 'Voice input, after the pilot',
}

function write(type: CaptureType, text: string, about: readonly string[], by: string): void {
  const said = { ...(by === '' ? {} : { by }), date: todayIso() }
  const noun = type === 'parked' ? nouns.parked : type
  editDesign(`Write down a ${noun}`, (design) =>
    capture(design, { id: freshId(design, type), type, text, about, ...said }),
  )
  tellStep(`Written down as a ${noun}: ${text}`)
}
