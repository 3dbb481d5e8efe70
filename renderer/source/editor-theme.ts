import { isDark, readColour } from '../ui/colours.ts'
import { monaco } from './editor.ts'

const name = 'lintel'

/** The editor in the colours of the page; returns the theme's name. */
export function applyTheme(): string {
  monaco.editor.defineTheme(name, {
    base: isDark() ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: 'string.key.json', foreground: hex('--family-data').slice(1) },
      { token: 'string.value.json', foreground: hex('--family-gateways').slice(1) },
      { token: 'number.json', foreground: hex('--family-training').slice(1) },
      { token: 'keyword.json', foreground: hex('--family-models').slice(1) },
    ],
    colors: {
      'editor.background': hex('--surface'),
      'editor.foreground': hex('--text'),
      'editor.lineHighlightBackground': hex('--sunken'),
      'editor.lineHighlightBorder': hex('--sunken'),
      'editorLineNumber.foreground': hex('--text-faint'),
      'editorLineNumber.activeForeground': hex('--text'),
      'editorIndentGuide.background1': hex('--line'),
      'editorWidget.background': hex('--raised'),
      'editorWidget.border': hex('--line-strong'),
      'editorHoverWidget.background': hex('--raised'),
      'editorSuggestWidget.background': hex('--raised'),
      'editorSuggestWidget.border': hex('--line-strong'),
      'editorSuggestWidget.selectedBackground': hex('--accent-soft'),
      'editorSuggestWidget.selectedForeground': hex('--text'),
      'editorSuggestWidget.highlightForeground': hex('--accent-text'),
      'editorSuggestWidget.focusHighlightForeground': hex('--accent-text'),
      'scrollbarSlider.background': hex('--line'),
      'scrollbarSlider.hoverBackground': hex('--line-strong'),
      'scrollbarSlider.activeBackground': hex('--line-strong'),
      'scrollbar.shadow': hex('--surface'),
      focusBorder: hex('--focus'),
    },
  })
  monaco.editor.setTheme(name)
  return name
}

/** Follows the theme of the page; returns the stop. */
export function watchTheme(): () => void {
  const observer = new MutationObserver(() => void applyTheme())
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-contrast'] })
  const media = matchMedia('(prefers-color-scheme: dark)')
  const follow = () => void applyTheme()
  media.addEventListener('change', follow)
  return () => {
    observer.disconnect()
    media.removeEventListener('change', follow)
  }
}

/** A token as "#rrggbb": the only form that the editor takes. */
function hex(token: `--${string}`): string {
  const channels = readColour(token).match(/[\d.]+/g) ?? []
  return `#${channels
    .slice(0, 3)
    .map((channel) => Math.round(Number(channel)).toString(16).padStart(2, '0'))
    .join('')}`
}
