import { describe, expect, it } from 'vitest'
import { paletteOf } from '../../brand/palette.ts'
import { renderChart } from '../../picture/render-chart.ts'
import { pageStyle } from './html-style.ts'

describe('the style of a page', () => {
  it('holds no more of a font and of the words of every page than their letters', () => {
    const style = pageStyle(
      { fonts: { text: "x'; } body { display: none", headings: '</style><script>' } },
      'A "quoted" \\ </style> {client}',
    )
    expect(style).not.toContain('</style')
    expect(style).toContain("font: 10.5pt/1.5 'x body display none', Inter")
    expect(style).toContain('content: "A \\22 quoted\\22  \\5c  \\3c \\2f style\\3e  \\7b client\\7d "')
  })

  it('names what stands for a font that is not installed', () => {
    expect(pageStyle({ fonts: { text: 'Corporate Sans' } }, '')).toContain("'Corporate Sans', Inter, 'Segoe UI', Arial")
  })

  it('has titles, rules, links and the first series of charts in the accent, dark enough to be read', () => {
    const brand = { accent: '#ffb81c' }
    const { accent, accentDark } = paletteOf(brand)
    const style = pageStyle(brand, '')
    expect(style).toContain(`border-bottom: 2px solid ${accent}`)
    expect(style).toMatch(new RegExp(`h1, h2, h3 \\{[^}]*color: ${accentDark}`))
    expect(style).toContain(`a { color: ${accentDark}`)
    const series = [
      { name: 'a', values: [1] },
      { name: 'b', values: [2] },
    ]
    const chart = renderChart({ type: 'bar', unit: 's', categories: ['x'], series }, 'Times', paletteOf(brand))
    expect(chart.match(new RegExp(`height="19" fill="${accent}"`, 'g'))).toHaveLength(1)
  })
})
