import type { ComponentProps } from 'react'
import { TextField } from './TextField.tsx'

/** What something is called, without blanks around it. Left empty, the name that it had comes back. */
export function NameField({ value, onCommit, ...rest }: ComponentProps<typeof TextField>) {
  const commit = (text: string): void => {
    const name = text.trim()
    if (name !== '' && name !== value) onCommit(name)
  }
  return <TextField quiet {...rest} value={value} onCommit={commit} />
}
