import { Palette } from 'lucide-react'
import { useMemo } from 'react'
import type { DocumentChoices } from '../../shared/documents/brand.ts'
import { withheldThings } from '../../shared/documents/choices/withheld.ts'
import { droppedWords } from '../../shared/documents/dropped-words.ts'
import { findDocument } from '../../shared/documents/index.ts'
import { useBrand } from '../store/brand-store.ts'
import { useDesign } from '../store/design-store.ts'
import { Button, Group, Segmented, Switch } from '../ui/index.ts'
import { changeChoices, useExport } from './export-store.ts'
import { NeedsForm } from './NeedsForm.tsx'

const nothing: DocumentChoices = {}

/** What the document asks, what it leaves out, how it looks, and what stays inside. */
export function ExportForm({ onBrand }: { readonly onBrand: () => void }) {
  const documentId = useExport((state) => state.documentId)
  const choices = useBrand((state) => state.choices[documentId]) ?? nothing
  return (
    <aside className="export-form" aria-label="What the document says">
      <Missing choices={choices} />
      <Parts choices={choices} />
      <Look onBrand={onBrand} />
      {findDocument(documentId)?.carriesDesign === true ? <GoesAlong /> : null}
      <Withheld />
    </aside>
  )
}

function Missing({ choices }: { readonly choices: DocumentChoices }) {
  const needs = useExport((state) => state.needs)
  const documentId = useExport((state) => state.documentId)
  return (
    <Group title="Missing" aside={needs === undefined ? '' : String(needs.length)}>
      {needs === undefined ? (
        <p className="muted">Looking through the design...</p>
      ) : needs.length === 0 ? (
        <p className="muted">Nothing that this document has words for is missing.</p>
      ) : (
        <NeedsForm key={documentId} needs={needs} />
      )}
      <div className="export-unanswered">
        <span>Unanswered passages</span>
        <Segmented
          label="Unanswered passages"
          value={choices.unanswered ?? 'leaveOut'}
          options={[
            { value: 'leaveOut', label: 'Leave out' },
            { value: 'mark', label: 'Mark' },
          ]}
          onChange={(unanswered) => {
            if (unanswered !== undefined) changeChoices({ ...choices, unanswered })
          }}
        />
      </div>
    </Group>
  )
}

function Parts({ choices }: { readonly choices: DocumentChoices }) {
  const parts = useExport((state) => state.parts) ?? []
  const notMade = droppedWords(useExport((state) => state.dropped))
  if (parts.length === 0 && notMade === undefined) return null
  const out = new Set(choices.leaveOut)
  const isDeck = parts.some(({ type }) => type === 'slide')
  const toggle = (key: string, on: boolean): void => {
    const leaveOut = on ? [...out].filter((one) => one !== key) : [...out, key]
    changeChoices({ ...choices, leaveOut })
  }
  const kept = parts.filter(({ key }) => !out.has(key)).length
  return (
    <Group title={isDeck ? 'Slides' : 'Sections'} aside={`${kept} of ${parts.length}`}>
      <ul className="export-parts">
        {parts.map(({ key, title }) => (
          <li key={key}>
            <Switch label={title} checked={!out.has(key)} onChange={(on) => toggle(key, on)} />
            <span className="export-part-title" title={title}>
              {title}
            </span>
          </li>
        ))}
      </ul>
      {notMade === undefined ? null : <p className="muted">{notMade}</p>}
    </Group>
  )
}

function Look({ onBrand }: { readonly onBrand: () => void }) {
  const brand = useBrand((state) => state.brand)
  const words = [
    brand?.client,
    brand?.logo === undefined ? undefined : 'logo',
    brand?.accent,
    brand?.confidentiality,
    brand?.presentation?.fileName,
    brand?.wordFile?.fileName,
  ].filter((word) => word !== undefined)
  return (
    <Group title="Look">
      <p className="muted">{words.length === 0 ? 'As the studio makes them.' : words.join(' · ')}</p>
      <Button icon={Palette} onClick={onBrand}>
        Client, logo, colours, templates...
      </Button>
    </Group>
  )
}

/** Of a file that is read here again: it says more than a reader of its format sees. */
function GoesAlong() {
  return (
    <Group title="Goes along">
      <p className="muted">
        The whole design, so that nothing is lost when the file comes back: notes, questions and assumptions too. Notes
        of what is drawn stand in its descriptions. What is marked internal stays inside.
      </p>
    </Group>
  )
}

function Withheld() {
  const design = useDesign((shown) => shown)
  const things = useMemo(() => withheldThings(design), [design])
  // One question on several elements is one line.
  const lines = [...new Map(things.map((thing) => [`${thing.type} ${thing.words}`, thing])).values()]
  return (
    <Group title="Stays inside" aside={String(lines.length)} open={lines.length > 0}>
      {lines.length === 0 ? (
        <p className="muted">
          Nothing is marked internal. Mark an element, a decision, an assumption, a question or a waiver where it is
          edited.
        </p>
      ) : (
        <ul className="export-withheld">
          {lines.map(({ id, type, words, follows }) => (
            <li key={id}>
              <span className="muted">{type}</span> {words}
              {follows === true ? <span className="muted"> (goes with what is internal)</span> : null}
            </li>
          ))}
        </ul>
      )}
    </Group>
  )
}
