import { app, dialog, type BrowserWindow } from 'electron'

const patienceMs = 10_000

export interface CloseGuard {
  /** The page listens: from now on it is asked before the window closes. */
  pageListens: () => void
  /** The answer of the page. */
  answer: (allow: boolean) => void
}

/**
 * Lets no window close before the page has flushed its work. The page may refuse (a linked file lags behind and the
 * person chose to stay); a page that does not answer is never waited for in silence.
 */
export function guardClose(window: BrowserWindow, ask: () => void): CloseGuard {
  let listening = false
  let allowed = false
  let asking = false
  let quitting = false
  let waiting: NodeJS.Timeout | undefined

  const beforeQuit = () => {
    quitting = true
  }
  app.on('before-quit', beforeQuit)

  const letClose = () => {
    allowed = true
    if (quitting) app.quit()
    else window.close()
  }

  async function askPerson(): Promise<void> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: 'Lintel does not answer.',
      detail: 'Your designs are kept in the library as you draw; changes of the last seconds may be lost.',
      buttons: ['Wait', 'Close anyway'],
      defaultId: 0,
      cancelId: 0,
    })
    if (!asking) return
    if (response === 1) letClose()
    else waiting = setTimeout(() => void askPerson(), patienceMs)
  }

  window.on('close', (event) => {
    if (allowed || !listening) return
    event.preventDefault()
    if (asking) return
    asking = true
    ask()
    waiting = setTimeout(() => void askPerson(), patienceMs)
  })
  window.on('closed', () => {
    clearTimeout(waiting)
    app.off('before-quit', beforeQuit)
  })
  // A page that has crashed cannot answer, and a reloaded one says again that it listens.
  window.webContents.on('render-process-gone', () => (listening = false))
  window.webContents.on('did-start-navigation', (event) => {
    if (event.isMainFrame && !event.isSameDocument) listening = false
  })

  return {
    pageListens: () => (listening = true),
    answer: (allow) => {
      if (!asking) return
      asking = false
      clearTimeout(waiting)
      if (allow) letClose()
      else quitting = false
    },
  }
}
