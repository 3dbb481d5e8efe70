import { findChild } from '../../../xml/xml-tree.ts'
import type { XmlElement } from '../../../xml/xml-tree.ts'
import { childrenOf, plainText } from '../../../xml/xml-tree.ts'

export interface Theme {
  readonly headings?: string
  readonly text?: string
  /** #rrggbb by the theme's own names: dk1, lt1, accent1. */
  readonly colours: Readonly<Record<string, string>>
}

/** Fonts and colours of a theme part. A font that is empty or a colour that is none is left out. */
export function readTheme(theme: XmlElement | undefined): Theme {
  const elements = findChild(theme, 'a:themeElements')
  const fontOf = (name: string): string | undefined => {
    const face = findChild(elements, 'a:fontScheme', name, 'a:latin')?.attributes.get('typeface')
    return face === undefined || face === '' ? undefined : plainText(face)
  }
  const colours: Record<string, string> = {}
  for (const child of findChild(elements, 'a:clrScheme')?.children ?? []) {
    if (typeof child === 'string') continue
    const system = childrenOf(child, 'a:sysClr')[0]?.attributes.get('lastClr')
    const value = childrenOf(child, 'a:srgbClr')[0]?.attributes.get('val') ?? system
    if (value !== undefined && /^[0-9a-f]{6}$/i.test(value))
      colours[child.name.replace('a:', '')] = `#${value.toLowerCase()}`
  }
  const [headings, text] = [fontOf('a:majorFont'), fontOf('a:minorFont')]
  return { ...(headings === undefined ? {} : { headings }), ...(text === undefined ? {} : { text }), colours }
}
