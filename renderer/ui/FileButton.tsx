import type { LucideIcon } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { textOfFile } from '../../shared/design/file-text.ts'
import { Button } from './Button.tsx'
import { showToast } from './toasts.ts'

interface FileButtonProps {
  /** Of the field behind the button, for who cannot see it. */
  readonly label: string
  /** Endings of files: ".csv,.txt". */
  readonly accept: string
  readonly icon: LucideIcon
  readonly title?: string
  /** What the button is called where its own words stand beside others like it. */
  readonly buttonLabel?: string
  readonly onChoose: (file: File) => void
  readonly children: ReactNode
}

/** A button that asks for a file; the same file can be chosen again. */
export function FileButton({ label, accept, icon, title, buttonLabel, onChoose, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        className="ui-file"
        aria-label={label}
        // The button beside it is the way for everybody: it would be read twice.
        aria-hidden
        tabIndex={-1}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          target.value = ''
          if (file !== undefined) onChoose(file)
        }}
      />
      <Button
        icon={icon}
        {...(title === undefined ? {} : { title })}
        {...(buttonLabel === undefined ? {} : { 'aria-label': buttonLabel })}
        onClick={() => input.current?.click()}
      >
        {children}
      </Button>
    </>
  )
}

/** A file as somebody chose it, read as text. */
export interface ChosenText {
  readonly fileName: string
  readonly text: string
}

type TextFileButtonProps = Omit<FileButtonProps, 'onChoose'> & { readonly onChoose: (file: ChosenText) => void }

/** As `FileButton`, for a file that is text. */
export function TextFileButton({ onChoose, ...rest }: TextFileButtonProps) {
  const read = (file: File): void => void readChosen(file).then((chosen) => chosen && onChoose(chosen))
  return <FileButton {...rest} onChoose={read} />
}

/** Its text; of a file that has none the person is told why. */
export async function readChosen(file: File): Promise<ChosenText | undefined> {
  const read = textOfFile(new Uint8Array(await file.arrayBuffer()), file.name, TextDecoder)
  if (read.ok) return { fileName: file.name, text: read.text }
  showToast(read.sentence, { tone: 'fail' })
  return undefined
}
