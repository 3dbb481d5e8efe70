import type { ComponentProps, KeyboardEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import { classNames } from './class-names.ts'
import { asksToSend, sendForm } from './send-form.ts'

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'onBlur'> {
  readonly value: string
  /** Called when the person is done (Enter, or the focus leaves) and the text differs. */
  readonly onCommit: (value: string) => void
  readonly quiet?: boolean
  /** Each text becomes an entry of a list: Enter keeps the focus, ready for the next one. */
  readonly adds?: true
}

/** One line of text. Escape takes back what was typed; Ctrl+Enter sends the form that it stands in. */
export function TextField({ value, onCommit, quiet, adds, className, ...rest }: TextFieldProps) {
  const draft = useDraft(value, onCommit)
  return (
    <input
      type="text"
      className={classNames('ui-input', quiet === true && 'ui-input-quiet', className)}
      spellCheck={false}
      {...rest}
      value={draft.text}
      onChange={(event) => draft.change(event.target.value)}
      onBlur={draft.commit}
      onKeyDown={(event) => {
        if (adds === true && event.key === 'Enter') draft.commit()
        else draft.key(event)
      }}
      data-keeps-escape={draft.isTyped ? '' : undefined}
    />
  )
}

interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'onBlur'> {
  readonly value: string
  readonly onCommit: (value: string) => void
}

/** Several lines; grows with its text. Enter is a new line, the focus leaving commits, Ctrl+Enter sends the form as well. */
export function TextArea({ value, onCommit, className, ...rest }: TextAreaProps) {
  const draft = useDraft(value, onCommit)
  return (
    <textarea
      className={classNames('ui-input', 'ui-textarea', className)}
      rows={2}
      {...rest}
      value={draft.text}
      onChange={(event) => draft.change(event.target.value)}
      onBlur={draft.commit}
      onKeyDown={(event) => {
        if (event.key === 'Escape' || asksToSend(event)) draft.key(event)
      }}
      data-keeps-escape={draft.isTyped ? '' : undefined}
    />
  )
}

interface Draft {
  readonly text: string
  readonly isTyped: boolean
  readonly change: (text: string) => void
  readonly commit: () => void
  readonly key: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => void
}

/** What is being typed, apart from what is stored: one edit of the design per visit to a field. */
function useDraft(value: string, onCommit: (value: string) => void): Draft {
  const [typed, setTyped] = useState<string | undefined>(undefined)
  // Escape blurs, and the blur must not commit what Escape took back: state would be stale in that handler.
  const pending = useRef<string | undefined>(undefined)
  const latestCommit = useRef(onCommit)
  useEffect(() => {
    latestCommit.current = onCommit
  })
  // A field that goes away while being typed in (another element was selected) still keeps what was typed.
  useEffect(
    () => () => {
      if (pending.current !== undefined) latestCommit.current(pending.current)
    },
    [],
  )
  const change = (text: string) => {
    pending.current = text === value ? undefined : text
    setTyped(text)
  }
  const commit = () => {
    const text = pending.current
    pending.current = undefined
    setTyped(undefined)
    if (text !== undefined && text !== value) onCommit(text)
  }
  const key = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (asksToSend(event)) {
      sendForm(event, commit)
    } else if (event.key === 'Enter') {
      event.currentTarget.blur()
    } else if (event.key === 'Escape') {
      pending.current = undefined
      setTyped(undefined)
      event.stopPropagation()
      event.currentTarget.blur()
    }
  }
  return { text: typed ?? value, isTyped: typed !== undefined, change, commit, key }
}
