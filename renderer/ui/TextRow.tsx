import { FieldRow } from './Field.tsx'
import { TextArea, TextField } from './TextField.tsx'

interface TextRowProps {
  readonly label: string
  readonly help?: string
  /** Under the field, always seen. */
  readonly note?: string
  readonly value: string | undefined
  readonly placeholder?: string
  /** A field of several lines. */
  readonly several?: true
  /** Without blanks around it; undefined when nothing is left. */
  readonly onCommit: (words: string | undefined) => void
}

/** One thing that may be said in words, or left unsaid, with its name above it. */
export function TextRow({ label, help, note, value = '', placeholder, several, onCommit }: TextRowProps) {
  const Field = several === true ? TextArea : TextField
  const commit = (words: string): void => onCommit(words.trim() === '' ? undefined : words.trim())
  return (
    <FieldRow label={label} wide {...(help === undefined ? {} : { help })} {...(note === undefined ? {} : { note })}>
      {(id) => <Field id={id} value={value} placeholder={placeholder} onCommit={commit} />}
    </FieldRow>
  )
}
