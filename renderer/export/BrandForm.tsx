import { ArrowLeft, FileUp, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Brand } from '../../shared/documents/brand.ts'
import { keepBrand, useBrand } from '../store/brand-store.ts'
import { Button, FieldRow, FileButton, IconButton, Segmented, TextRow } from '../ui/index.ts'
import { type ReadFile, readLogoFile, readPresentationFile, readWordTemplate } from './read-brand.ts'

const none: Brand = {}
const papers = [
  { value: 'a4', label: 'A4' },
  { value: 'letter', label: 'Letter' },
] as const

/** How the files of the open workspace look: kept there, seen in no other, gone with it. */
export function BrandForm({ onClose }: { readonly onClose: () => void }) {
  const brand = useBrand((state) => state.brand) ?? none
  const [notes, setNotes] = useState<Readonly<Record<string, readonly string[]>>>({})
  const change = (field: keyof Brand, value: Brand[keyof Brand] | undefined): void => {
    const { [field]: _before, ...rest } = brand
    void keepBrand(value === undefined ? rest : { ...rest, [field]: value })
  }
  const take = async <Field extends keyof Brand>(
    field: Field,
    file: File,
    read: (file: File) => Promise<ReadFile<NonNullable<Brand[Field]>>>,
  ): Promise<void> => {
    const result = await read(file)
    setNotes((before) => ({ ...before, [field]: result.notes }))
    if (result.value !== undefined) change(field, result.value)
  }
  const changeFont = (part: 'headings' | 'text', name: string | undefined): void => {
    const { [part]: _before, ...rest } = brand.fonts ?? {}
    const next = name === undefined ? rest : { ...rest, [part]: name }
    change('fonts', Object.keys(next).length === 0 ? undefined : next)
  }
  return (
    <aside className="export-form export-brand" aria-label="How the files look">
      <header>
        <Button tone="quiet" icon={ArrowLeft} onClick={onClose}>
          Back to the document
        </Button>
        <p className="muted">For every document of this workspace, and of no other.</p>
      </header>
      <TextRow label="Client" value={brand.client} onCommit={(name) => change('client', name)} />
      <TextRow
        label="Confidentiality"
        note="Stands at the foot of every page."
        value={brand.confidentiality}
        placeholder="Confidential"
        onCommit={(words) => change('confidentiality', words)}
      />
      <FieldRow
        label="Colour"
        wide
        note="Of titles, rules and the first series of charts; a PowerPoint template brings its own."
      >
        {(id) => (
          <span className="export-colour">
            <input
              id={id}
              type="color"
              value={brand.accent ?? '#4f46e5'}
              onChange={({ target }) => change('accent', target.value)}
            />
            <span>{brand.accent ?? 'the studio’s own'}</span>
            {brand.accent === undefined ? null : (
              <IconButton label="Take the colour away" icon={Trash2} onClick={() => change('accent', undefined)} />
            )}
          </span>
        )}
      </FieldRow>
      <TextRow
        label="Font of headings"
        value={brand.fonts?.headings}
        onCommit={(name) => changeFont('headings', name)}
      />
      <TextRow label="Font of text" value={brand.fonts?.text} onCommit={(name) => changeFont('text', name)} />
      <FieldRow label="Paper" wide note="Of documents and sheets; a Word template brings its own.">
        {() => (
          <Segmented
            label="Paper"
            value={brand.paper ?? 'a4'}
            options={papers}
            onChange={(paper) => change('paper', paper === 'letter' ? paper : undefined)}
          />
        )}
      </FieldRow>
      <Chosen
        label="Logo"
        accept=".png,.jpg,.jpeg,.svg"
        has={brand.logo === undefined ? undefined : `${brand.logo.width} × ${brand.logo.height} pixels`}
        notes={notes['logo']}
        onChoose={(file) => void take('logo', file, readLogoFile)}
        onRemove={() => change('logo', undefined)}
      />
      <Chosen
        label="PowerPoint template"
        accept=".potx,.pptx"
        has={brand.presentation?.fileName}
        notes={notes['presentation']}
        onChoose={(file) => void take('presentation', file, readPresentationFile)}
        onRemove={() => change('presentation', undefined)}
      />
      <Chosen
        label="Word template"
        accept=".dotx,.docx"
        has={brand.wordFile?.fileName}
        notes={notes['wordFile']}
        onChoose={(file) => void take('wordFile', file, readWordTemplate)}
        onRemove={() => change('wordFile', undefined)}
      />
    </aside>
  )
}

interface ChosenProps {
  readonly label: string
  readonly accept: string
  readonly has: string | undefined
  readonly notes: readonly string[] | undefined
  readonly onChoose: (file: File) => void
  readonly onRemove: () => void
}

/** A file that the files of the workspace are built on, with what was found in it. */
function Chosen({ label, accept, has, notes = [], onChoose, onRemove }: ChosenProps) {
  return (
    <section className="export-chosen" aria-label={label}>
      <p>{label}</p>
      <div>
        <FileButton
          label={label}
          accept={accept}
          icon={FileUp}
          buttonLabel={`${label}: choose a file`}
          onChoose={onChoose}
        >
          {has === undefined ? 'Choose...' : 'Choose another...'}
        </FileButton>
        {has === undefined ? null : (
          <>
            <span className="ellipsis" title={has}>
              {has}
            </span>
            <IconButton label={`Take the ${label.toLowerCase()} away`} icon={Trash2} onClick={onRemove} />
          </>
        )}
      </div>
      {notes.map((note) => (
        <output key={note} className="export-note">
          {note}
        </output>
      ))}
    </section>
  )
}
