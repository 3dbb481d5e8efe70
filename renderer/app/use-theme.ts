import { useEffect, useInsertionEffect } from 'react'
import { desktop } from '../desktop.ts'
import { useView } from '../store/view-store.ts'

/** Writes theme, contrast and room mode on the document, and tells the main process for the window's own frame. */
export function useTheme(): void {
  const theme = useView((view) => view.theme)
  const highContrast = useView((view) => view.highContrast)
  const roomMode = useView((view) => view.roomMode)
  useEffect(() => {
    const { dataset } = document.documentElement
    if (theme === 'system') delete dataset['theme']
    else dataset['theme'] = theme
    void desktop.setTheme(theme)
  }, [theme])
  useEffect(() => {
    const asked = matchMedia('(prefers-contrast: more)')
    const write = (): void => {
      const { dataset } = document.documentElement
      if (highContrast || asked.matches) dataset['contrast'] = 'more'
      else delete dataset['contrast']
    }
    write()
    asked.addEventListener('change', write)
    return () => asked.removeEventListener('change', write)
  }, [highContrast])
  // Before anything measures itself: the size of words depends on it.
  useInsertionEffect(() => {
    document.documentElement.toggleAttribute('data-room-mode', roomMode)
  }, [roomMode])
}
