import { useEffect, useState } from 'react'
import { desktop } from '../desktop.ts'
import { layPicture } from '../underlay/lay-picture.ts'
import { isPicture } from '../underlay/read-picture.ts'
import { openFile } from './open-file.ts'

/** Files that come by drop, by the command line or by a second start of the program. */
export function useFiles(): { readonly dropping: boolean } {
  const [dropping, setDropping] = useState(false)
  useEffect(() => {
    const carriesFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true
    const over = (event: DragEvent): void => {
      if (!carriesFile(event)) return
      event.preventDefault()
      setDropping(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setDropping(false)
    }
    const drop = (event: DragEvent): void => {
      setDropping(false)
      if (!carriesFile(event)) return
      event.preventDefault()
      for (const file of event.dataTransfer?.files ?? []) {
        if (isPicture(file)) void layPicture(file)
        else void desktop.openDropped(file).then(openFile)
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
