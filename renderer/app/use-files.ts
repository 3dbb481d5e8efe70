import { useEffect, useState } from 'react'
import { desktop } from '../desktop.ts'
import { canvasControls, canvasStore } from '../canvas/canvas-store.ts'
import { drawingIn } from '../drawing-in-picture.ts'
import { layPicture } from '../underlay/lay-picture.ts'
import { isPicture } from '../underlay/read-picture.ts'
import { openFile, openUnsaved } from './open-file.ts'
import { takeText } from './take-text.ts'

/** Text from another window, over what takes no typing: a field takes it as it is. */
function carriesText({ dataTransfer, target }: DragEvent): boolean {
  const isTyped = target instanceof Element && target.closest('input, textarea, .monaco-editor') !== null
  return !isTyped && (dataTransfer?.types.includes('text/plain') ?? false)
}

/** It lands where it was let go, as if it had been pasted there. */
function dropText(event: DragEvent): void {
  event.preventDefault()
  canvasStore.setState({ pointer: canvasControls()?.toCanvas({ x: event.clientX, y: event.clientY }) })
  takeText(event.dataTransfer?.getData('text/plain') ?? '', 'the dropped text')
}

/** A picture is laid under the drawing, unless the drawing that it shows is in it: then that is read. */
async function takeFile(file: File): Promise<void> {
  if (isPicture(file) && (await drawingIn(file)) === undefined) {
    await layPicture(file)
    return
  }
  const answer = await desktop.openDropped(file)
  if (!answer.ok && answer.reason === 'unsaved') await openUnsaved(file, answer)
  else await openFile(answer)
}

/** Files that come by drop, by the command line or by a second start of the program. */
export function useFiles(): { readonly dropping: boolean } {
  const [dropping, setDropping] = useState(false)
  useEffect(() => {
    const carriesFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true
    const over = (event: DragEvent): void => {
      if (!carriesFile(event)) {
        if (carriesText(event)) event.preventDefault()
        return
      }
      event.preventDefault()
      setDropping(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setDropping(false)
    }
    const drop = (event: DragEvent): void => {
      setDropping(false)
      if (!carriesFile(event)) {
        if (carriesText(event)) dropText(event)
        return
      }
      event.preventDefault()
      for (const file of event.dataTransfer?.files ?? []) {
        void takeFile(file)
      }
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    const stop = desktop.on('file-opened', (answer) => void openFile(answer))
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
      stop()
    }
  }, [])
  return { dropping }
}
