import { FileUp } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { Button } from '../ui/index.ts'

interface BytesButtonProps {
  readonly label: string
  /** Endings of files: ".png,.jpg". */
  readonly accept: string
  readonly onChoose: (file: File) => void
  readonly children: ReactNode
}

/** As `FileButton`, for a file that is no text. */
export function BytesButton({ label, accept, onChoose, children }: BytesButtonProps) {
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
      <Button icon={FileUp} aria-label={`${label}: choose a file`} onClick={() => input.current?.click()}>
        {children}
      </Button>
    </>
  )
}
