import type { LucideIcon } from 'lucide-react'
import { useRef } from 'react'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'

/** A file as somebody chose it, read as text. */
export interface ChosenFile {
  readonly fileName: string
  readonly text: string
}

interface FileButtonProps {
  /** Of the field behind the button, for who cannot see it. */
  readonly label: string
  /** Endings of files: ".csv,.txt". */
  readonly accept: string
  readonly icon: LucideIcon
  readonly title?: string
  readonly onChoose: (file: ChosenFile) => void
  readonly children: ReactNode
}

/** A button that asks for a file and hands its text on; the same file can be chosen again. */
export function FileButton({ label, accept, icon, title, onChoose, children }: FileButtonProps) {
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
          if (file !== undefined) void file.text().then((text) => onChoose({ fileName: file.name, text }))
        }}
      />
      <Button icon={icon} {...(title === undefined ? {} : { title })} onClick={() => input.current?.click()}>
        {children}
      </Button>
    </>
  )
}
