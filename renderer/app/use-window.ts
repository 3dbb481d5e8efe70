import { useEffect } from 'react'
import { shorten } from '../../shared/design/wording.ts'
import { desktop } from '../desktop.ts'
import { isUnsaved, leave } from '../standards/leave.ts'
import { flushAutosave, writeBackups } from '../store/autosave.ts'
import { isEdited, useDesignState } from '../store/design-store.ts'
import { useOpenDesigns } from '../store/open-designs.ts'

/** No title bar shows more. */
const titleLength = 200

/** The window's title, and what must be written before the window closes. */
export function useWindow(): void {
  const name = useDesignState((state) => (state.open ? state.document.name : ''))
  const edited = useDesignState(isEdited)
  const handle = useOpenDesigns((state) => state.tabs.find((tab) => tab.id === state.active)?.file?.handle)
  useEffect(() => {
    void desktop.setTitle({ title: shorten(name, titleLength), edited, ...(handle === undefined ? {} : { handle }) })
  }, [name, edited, handle])
  useEffect(
    () =>
      desktop.on('close-requested', () => {
        if (isUnsaved()) askFirst()
        else void closeWindow()
      }),
    [],
  )
}

/** Stays until a person has said that what they typed may be lost; meanwhile nobody waits for an answer. */
function askFirst(): void {
  void desktop.answerClose(false)
  leave(() => window.close())
}

/** A disk that does not answer must not keep the window open. */
const longestMs = 3000

/** The library and the ring of backups hold every edit of a design, so closing one never needs to ask. */
async function closeWindow(): Promise<void> {
  const keep = async (): Promise<void> => {
    await flushAutosave()
    await writeBackups()
  }
  try {
    await Promise.race([keep(), new Promise((resolve) => setTimeout(resolve, longestMs))])
  } finally {
    await desktop.answerClose(true)
  }
}
