import JSZip from 'jszip'

export const xmlStart = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const spaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const slideType = 'application/vnd.openxmlformats-officedocument.presentationml'
const emuPerInch = 914_400

/** The smallest PNG there is: one pixel. */
export const onePixel = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
)

export type Parts = Readonly<Record<string, string | Uint8Array>>

export async function zipped(parts: Parts): Promise<Uint8Array> {
  const zip = new JSZip()
  for (const [path, content] of Object.entries(parts)) zip.file(path, content)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

type Rectangle = readonly [x: number, y: number, w: number, h: number]
interface LayoutPlan {
  readonly name: string
  /** Absent: the file states none, as for layouts that people make. */
  readonly type?: string
  /** Placeholders by type, with index and place in inches where they state them. */
  readonly holders: readonly { readonly type?: string; readonly idx?: number; readonly at?: Rectangle }[]
}
interface MasterPlan {
  readonly layouts: readonly LayoutPlan[]
  /** Colours of the theme: text, ground, accent. */
  readonly colours: readonly [text: string, ground: string, accent: string]
  readonly fonts: readonly [headings: string, text: string]
  readonly titleSize?: number
}
export interface DeckPlan {
  /** Inches. */
  readonly size: readonly [width: number, height: number]
  readonly masters: readonly MasterPlan[]
  /** Whether relationships are numbered from the last to the first, as some programs do. */
  readonly backwards?: boolean
  /** A sample slide, and a picture in every master. */
  readonly extras?: boolean
}

const xml = (root: string, inner: string, attributes = ''): string =>
  `${xmlStart}<p:${root} ${spaces}${attributes}>${inner}</p:${root}>`
export const relationsPart = (entries: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${xmlStart}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries
    .map(
      ([id, type, target]) =>
        `<Relationship Id="${id}" Type="${relationType}/${type}" Target="${target}"${/^https?:|^file:/.test(target) ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`
const emu = (inches: number): number => Math.round(inches * emuPerInch)
const place = (at: Rectangle | undefined): string =>
  at === undefined
    ? '<p:spPr/>'
    : `<p:spPr><a:xfrm><a:off x="${emu(at[0])}" y="${emu(at[1])}"/><a:ext cx="${emu(at[2])}" cy="${emu(at[3])}"/></a:xfrm></p:spPr>`
const holder = (id: number, { type, idx, at }: LayoutPlan['holders'][number]): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Holder ${id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph${type === undefined ? '' : ` type="${type}"`}${idx === undefined ? '' : ` idx="${idx}"`}/></p:nvPr></p:nvSpPr>${place(at)}<p:txBody><a:bodyPr/><a:lstStyle/><a:p>${type === 'sldNum' ? numberField : '<a:r><a:rPr lang="en-GB"/><a:t>Click to edit</a:t></a:r>'}</a:p></p:txBody></p:sp>`
const numberField =
  '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'
const tree = (shapes: string): string =>
  `<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shapes}</p:spTree>`
const logoPicture = `<p:pic><p:nvPicPr><p:cNvPr id="90" name="Logo"><a:hlinkClick r:id="rIdWeb"/></p:cNvPr><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip r:embed="rIdLogo"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${emu(0.4)}" cy="${emu(0.4)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`

function theme({ colours: [text, ground, accent], fonts: [headings, body] }: MasterPlan): string {
  const colour = (name: string, value: string): string => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`
  const scheme = [
    colour('dk1', text),
    colour('lt1', ground),
    colour('dk2', text),
    colour('lt2', ground),
    ...[1, 2, 3, 4, 5, 6].map((number) => colour(`accent${number}`, accent)),
    colour('hlink', accent),
    colour('folHlink', accent),
  ].join('')
  const font = (name: string, face: string): string =>
    `<a:${name}><a:latin typeface="${face}"/><a:ea typeface=""/><a:cs typeface=""/></a:${name}>`
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
  const line = `<a:ln w="9525">${fill}</a:ln>`
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>'
  return `${xmlStart}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="House"><a:themeElements><a:clrScheme name="House">${scheme}</a:clrScheme><a:fontScheme name="House">${font('majorFont', headings)}${font('minorFont', body)}</a:fontScheme><a:fmtScheme name="House"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
}

/** A presentation as other programs write it, from a plan: several masters, layouts of people's own, odd orders. */
export function deckParts(plan: DeckPlan): Record<string, string | Uint8Array> {
  const parts: Record<string, string | Uint8Array> = {}
  const types: string[] = []
  const add = (path: string, type: string, content: string): void => {
    parts[path] = content
    types.push(`<Override PartName="/${path}" ContentType="${type}"/>`)
  }
  const ordered = <T>(items: readonly T[]): readonly T[] => (plan.backwards === true ? items.toReversed() : items)
  const [width, height] = plan.size
  let layoutNumber = 0
  let partId = 2_147_483_648
  const masterEntries: string[] = []
  const masterRelations: (readonly [string, string, string])[] = []
  for (const [index, master] of plan.masters.entries()) {
    const own = index + 1
    const path = `ppt/slideMasters/slideMaster${own}.xml`
    masterRelations.push([`rIdMaster${own}`, 'slideMaster', `slideMasters/slideMaster${own}.xml`])
    masterEntries.push(`<p:sldMasterId id="${partId++}" r:id="rIdMaster${own}"/>`)
    const layoutIds: string[] = []
    const layoutRelations: (readonly [string, string, string])[] = []
    for (const layout of master.layouts) {
      layoutNumber += 1
      const layoutPath = `ppt/slideLayouts/slideLayout${layoutNumber}.xml`
      layoutIds.push(`<p:sldLayoutId id="${partId++}" r:id="rIdLayout${layoutNumber}"/>`)
      layoutRelations.push([
        `rIdLayout${layoutNumber}`,
        'slideLayout',
        `../slideLayouts/slideLayout${layoutNumber}.xml`,
      ])
      const shapes = layout.holders.map((each, turn) => holder(turn + 2, each)).join('')
      const type = layout.type === undefined ? ' userDrawn="1"' : ` type="${layout.type}"`
      add(
        layoutPath,
        `${slideType}.slideLayout+xml`,
        xml('sldLayout', `<p:cSld name="${layout.name}">${tree(shapes)}</p:cSld>`, type),
      )
      parts[`ppt/slideLayouts/_rels/slideLayout${layoutNumber}.xml.rels`] = relationsPart([
        ['rId1', 'slideMaster', `/ppt/slideMasters/slideMaster${own}.xml`],
      ])
    }
    const bottom = height - 0.5
    const holders = [
      holder(2, { type: 'title', at: [0.5, 0.3, width - 1, 1.1] }),
      holder(3, { type: 'body', idx: 1, at: [0.5, 1.6, width - 1, bottom - 1.9] }),
      holder(4, { type: 'dt', idx: 2, at: [0.5, bottom, 2, 0.3] }),
      holder(5, { type: 'ftr', idx: 3, at: [2.6, bottom, width - 5.2, 0.3] }),
      holder(6, { type: 'sldNum', idx: 4, at: [width - 2.5, bottom, 2, 0.3] }),
    ].join('')
    const titleStyle = `<a:lvl1pPr><a:defRPr sz="${(master.titleSize ?? 36) * 100}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr>`
    const bodyStyle =
      '<a:lvl1pPr marL="228600" indent="-228600"><a:buChar char="•"/><a:defRPr sz="2000"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr>'
    const map =
      '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
    const ground = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    add(
      path,
      `${slideType}.slideMaster+xml`,
      xml(
        'sldMaster',
        `<p:cSld>${ground}${tree(`${plan.extras === true ? logoPicture : ''}${holders}`)}</p:cSld>${map}<p:sldLayoutIdLst>${layoutIds.join('')}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>${titleStyle}</p:titleStyle><p:bodyStyle>${bodyStyle}</p:bodyStyle><p:otherStyle/></p:txStyles>`,
      ),
    )
    add(`ppt/theme/theme${own}.xml`, 'application/vnd.openxmlformats-officedocument.theme+xml', theme(master))
    parts[`ppt/slideMasters/_rels/slideMaster${own}.xml.rels`] = relationsPart(
      ordered([
        ...layoutRelations,
        ['rIdTheme', 'theme', `../theme/theme${own}.xml`] as const,
        ...(plan.extras === true
          ? ([
              ['rIdLogo', 'image', '../media/logo.png'],
              ['rIdWeb', 'hyperlink', 'https://client.example/brand'],
            ] as const)
          : []),
      ]),
    )
  }
  if (plan.extras === true) {
    parts['ppt/media/logo.png'] = onePixel
    add(
      'ppt/slides/slide1.xml',
      `${slideType}.slide+xml`,
      xml('sld', `<p:cSld>${tree(holder(2, { type: 'title' }))}</p:cSld>`),
    )
    parts['ppt/slides/_rels/slide1.xml.rels'] = relationsPart([
      ['rId1', 'slideLayout', '../slideLayouts/slideLayout1.xml'],
    ])
    masterRelations.push(['rIdSlide', 'slide', 'slides/slide1.xml'])
  }
  add(
    'ppt/presentation.xml',
    `${slideType}.template.main+xml`,
    xml(
      'presentation',
      `<p:sldMasterIdLst>${masterEntries.join('')}</p:sldMasterIdLst>${plan.extras === true ? '<p:sldIdLst><p:sldId id="256" r:id="rIdSlide"/></p:sldIdLst>' : ''}<p:sldSz cx="${emu(width)}" cy="${emu(height)}"/><p:notesSz cx="6858000" cy="9144000"/>`,
    ),
  )
  parts['ppt/_rels/presentation.xml.rels'] = relationsPart(ordered(masterRelations))
  parts['_rels/.rels'] = relationsPart([['rId1', 'officeDocument', 'ppt/presentation.xml']])
  parts['[Content_Types].xml'] = contentTypes(types)
  return parts
}

export function contentTypes(overrides: readonly string[]): string {
  return `${xmlStart}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${overrides.join('')}</Types>`
}

const standardLayouts: readonly LayoutPlan[] = [
  {
    name: 'Titelfolie',
    type: 'title',
    holders: [
      { type: 'ctrTitle', at: [1, 2, 8, 1.5] },
      { type: 'subTitle', idx: 1, at: [1, 3.7, 8, 1] },
    ],
  },
  {
    name: 'Titel und Inhalt',
    type: 'obj',
    holders: [
      { type: 'title' },
      { idx: 1 },
      { type: 'dt', idx: 10 },
      { type: 'ftr', idx: 11 },
      { type: 'sldNum', idx: 12 },
    ],
  },
  {
    name: 'Nur Titel',
    type: 'titleOnly',
    holders: [{ type: 'title' }, { type: 'dt', idx: 10 }, { type: 'ftr', idx: 11 }, { type: 'sldNum', idx: 12 }],
  },
]

/** Presentations as clients have them, one for each way in which they differ from our own. */
export const deckPlans: Readonly<Record<string, DeckPlan>> = {
  'two masters, 4:3, a sample slide, a picture and a link': {
    size: [10, 7.5],
    extras: true,
    backwards: true,
    masters: [
      { layouts: standardLayouts, colours: ['1F2A37', 'FFFFFF', '00843D'], fonts: ['Georgia', 'Calibri'] },
      { layouts: standardLayouts.slice(0, 1), colours: ['FFFFFF', '00303C', 'FFB81C'], fonts: ['Georgia', 'Calibri'] },
    ],
  },
  'a dark ground, ten inches wide': {
    size: [10, 5.625],
    masters: [
      {
        layouts: standardLayouts,
        colours: ['FFFFFF', '101820', 'F2A900'],
        fonts: ['Montserrat', 'Open Sans'],
        titleSize: 28,
      },
    ],
  },
  'layouts of their own, without types': {
    size: [13.333, 7.5],
    masters: [
      {
        layouts: [
          { name: 'Agenda', holders: [{ type: 'body', idx: 13, at: [1, 1, 5, 5] }] },
          {
            name: 'Headline',
            holders: [
              { type: 'title', at: [1, 0.5, 11, 1] },
              { type: 'ftr', idx: 20 },
              { type: 'sldNum', idx: 21 },
            ],
          },
          { name: 'Picture', holders: [{ type: 'title' }, { type: 'pic', idx: 14, at: [7, 1.6, 5, 4] }] },
        ],
        colours: ['222222', 'FFFFFF', 'C8102E'],
        fonts: ['Arial Narrow', 'Arial'],
        titleSize: 44,
      },
    ],
  },
}
