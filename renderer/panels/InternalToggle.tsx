import { Eye, EyeOff } from 'lucide-react'
import { IconButton } from '../ui/index.ts'
import { isInternal, setInternal } from './internal-edits.ts'
import { useDesign } from './stores.ts'

interface InternalButtonProps {
  /** What people know it by. */
  readonly name: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

/** Whether something stays out of every document. */
export function InternalButton({ name, on, onChange }: InternalButtonProps) {
  return (
    <IconButton
      label={on ? `“${name}” is internal: let it into documents` : `Keep “${name}” out of documents`}
      icon={on ? EyeOff : Eye}
      pressed={on}
      onClick={() => onChange(!on)}
    />
  )
}

/** The same for an element of the design. */
export function InternalToggle({ id, name }: { readonly id: string; readonly name: string }) {
  const on = useDesign((design) => isInternal(design, id))
  return <InternalButton name={name} on={on} onChange={(next) => setInternal(id, next)} />
}
