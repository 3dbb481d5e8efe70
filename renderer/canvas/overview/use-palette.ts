import { useEffect, useState } from 'react'
import type { Palette } from './palette.ts'
import { readPalette } from './palette.ts'

/** The colours of the theme, read again when it changes; the words of room mode are as large as the window asks. */
export function usePalette(): Palette {
  const [palette, setPalette] = useState(readPalette)
  useEffect(() => {
    const read = (): void => setPalette(readPalette())
    const attributes = new MutationObserver(read)
    attributes.observe(document.documentElement, { attributes: true })
    const dark = matchMedia('(prefers-color-scheme: dark)')
    dark.addEventListener('change', read)
    window.addEventListener('resize', read)
    return () => {
      attributes.disconnect()
      dark.removeEventListener('change', read)
      window.removeEventListener('resize', read)
    }
  }, [])
  return palette
}
