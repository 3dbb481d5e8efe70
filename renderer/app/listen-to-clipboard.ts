import { deleteElements } from '../canvas/canvas-edits.ts'
import { copySelection } from '../canvas/clipboard.ts'
import { designStore } from '../store/design-store.ts'
import { viewStore } from '../store/view-store.ts'
import { layPicture } from '../underlay/lay-picture.ts'
import { isPicture } from '../underlay/read-picture.ts'
import { typesText } from './commands/text-focus.ts'
import { takeText } from './take-text.ts'

/** What was copied last, for where the system's clipboard does not answer. */
let copied = ''

/** Copies from and pastes onto the canvas, unless a text field or marked text has the say. Returns the stop. */
export function listenToClipboard(): () => void {
  const copy = (event: ClipboardEvent): void => {
    if (typesText(document.activeElement) || (document.getSelection()?.toString() ?? '') !== '') return
    const text = copySelection()
    if (text === undefined) return
    event.preventDefault()
    copied = text
    event.clipboardData?.setData('text/plain', text)
    if (event.type === 'cut') deleteElements(viewStore.getState().selection)
  }
  const paste = (event: ClipboardEvent): void => {
    if (typesText(document.activeElement)) return
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const picture = text === '' ? [...(event.clipboardData?.files ?? [])].find(isPicture) : undefined
    if (picture !== undefined && designStore.getState().open) {
      event.preventDefault()
      void layPicture(picture)
    } else if (takeText(text === '' ? copied : text, 'the clipboard')) event.preventDefault()
  }
  document.addEventListener('copy', copy)
  document.addEventListener('cut', copy)
  document.addEventListener('paste', paste)
  return () => {
    document.removeEventListener('copy', copy)
    document.removeEventListener('cut', copy)
    document.removeEventListener('paste', paste)
  }
}
