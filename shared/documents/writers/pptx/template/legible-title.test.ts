import { describe, expect, it } from 'vitest'
import { findChild } from '../../../../xml/xml-tree.ts'
import { deckParts, type DeckPlan, deckPlans, zipped } from '../../../testing/brand-files.ts'
import { chooseLayouts } from './choose-layouts.ts'
import { openDeckTemplate } from './deck-template.ts'
import { isTitleLegible, lookOfSubtitle } from './legible-title.ts'

const twoMasters = deckPlans['two masters, 4:3, a sample slide, a picture and a link']!
/** Two masters with the same layouts on white; what is drawn on the first of them tells them apart. */
const alike: DeckPlan = { ...twoMasters, masters: [twoMasters.masters[0]!, twoMasters.masters[0]!] }
const firstMaster = 'ppt/slideMasters/slideMaster1.xml'
const band = (fill: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="77" name="Band"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9144000" cy="6858000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fill}</p:spPr></p:sp></p:spTree>`

/** The masters of the cover and of the other slides, once the first master's own words and shapes are changed. */
async function mastersWith(change: (master: string) => string): Promise<readonly (string | undefined)[]> {
  const parts = deckParts(alike)
  const opened = await openDeckTemplate(await zipped({ ...parts, [firstMaster]: change(String(parts[firstMaster])) }))
  if (!opened.ok) throw new Error('the template was not read')
  const { masters } = opened.value
  const chosen = chooseLayouts(opened.value, isTitleLegible)
  return [chosen?.cover, chosen?.plain].map((each) => (each?.master === masters[0] ? 'first' : 'second'))
}

const inWhite = (master: string): string =>
  master.replace(/(<p:titleStyle>.*?<a:solidFill>).*?(<\/a:solidFill>)/, '$1<a:srgbClr val="FFFFFF"/>$2')

it('takes the layouts of the first master while its titles can be read', async () => {
  expect(await mastersWith((master) => master)).toEqual(['first', 'first'])
})

it('passes over titles in white on white', async () => {
  expect(await mastersWith(inWhite)).toEqual(['second', 'second'])
})

it('reads a white title on a dark band behind it', async () => {
  const dark = band('<a:solidFill><a:srgbClr val="00303C"/></a:solidFill>')
  expect(await mastersWith((master) => inWhite(master).replace('</p:spTree>', dark))).toEqual(['first', 'first'])
})

it('believes the designer where the colour behind a title cannot be told', async () => {
  const picture = band('<a:blipFill/>')
  expect(await mastersWith((master) => inWhite(master).replace('</p:spTree>', picture))).toEqual(['first', 'first'])
})

describe('the subtitle of a cover', () => {
  const navy = band('<a:solidFill><a:srgbClr val="000032"/></a:solidFill>')
  const inBlack = (master: string): string =>
    master.replace(/(<p:bodyStyle>.*?<a:solidFill>).*?(<\/a:solidFill>)/, '$1<a:srgbClr val="000000"/>$2')

  /** The colour that its words are given one by one; undefined where the template's own styles say it. */
  async function colourOn(change: (master: string) => string): Promise<string | undefined> {
    const parts = deckParts(alike)
    const opened = await openDeckTemplate(await zipped({ ...parts, [firstMaster]: change(String(parts[firstMaster])) }))
    const cover = opened.ok ? chooseLayouts(opened.value, () => true)?.cover : undefined
    if (cover?.subtitle === undefined) throw new Error('there is no cover with a subtitle')
    const { fill } = lookOfSubtitle(cover, cover.subtitle)
    return findChild(fill, 'a:srgbClr')?.attributes.get('val')
  }

  it('takes the colour of the title where its own is gone on what stands behind it', async () => {
    const changed = (master: string): string => inBlack(inWhite(master)).replace('</p:spTree>', navy)
    expect(await colourOn(changed)).toBe('FFFFFF')
  })

  it('keeps its own where it is read, or where the title is no better', async () => {
    expect(await colourOn(inBlack)).toBeUndefined()
    expect(await colourOn((master) => inBlack(master).replace('</p:spTree>', band('<a:blipFill/>')))).toBeUndefined()
  })
})
