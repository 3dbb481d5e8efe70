import type { LucideIcon } from 'lucide-react'
import { useRef } from 'react'
import { Button, readChosen } from '../ui/index.ts'

interface ChooseFileProps {
  readonly label: string
  readonly title: string
  readonly icon: LucideIcon
  readonly onChoose: (fileName: string, text: string) => void
}

/** A button that asks for a file and hands over its text. */
export function ChooseFile({ label, title, icon, onChoose }: ChooseFileProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,.csv,.tsv,.txt"
        className="standards-file"
        aria-label={title}
        // The button beside it is the way for everybody: it would be read twice.
        aria-hidden
        tabIndex={-1}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          target.value = ''
          if (file !== undefined)
            void readChosen(file).then((chosen) => chosen && onChoose(chosen.fileName, chosen.text))
        }}
      />
      <Button icon={icon} title={title} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  )
}
