import { existsSync, readFileSync } from 'node:fs'
import { deflateRawSync, deflateSync } from 'node:zlib'
import { array, assert, constantFrom, integer, oneof, property, record, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDesign } from '../design/file.ts'
import { runs } from '../design/testing/arbitrary-design.ts'
import { overlaps } from '../layout/box.ts'
import { cardHeight, cardWidth } from '../layout/card.ts'
import { vocabulary } from '../vocabulary.ts'
import { drawIo } from './draw-io.ts'
import { drawingInPng } from './draw-io/carried-drawing.ts'

type Place = readonly [x: number, y: number, w: number, h: number]
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

function shape(id: string, label: string, [x, y, w, h]: Place, style = 'html=1;', parent = '1', more = ''): string {
  const geometry = `<mxGeometry x="${x}" y="${y}" width="${w}" height="${h}" as="geometry"/>`
  return `<mxCell id="${id}" value="${escape(label)}" style="${style}" vertex="1" parent="${parent}" ${more}>${geometry}</mxCell>`
}
function arrow(id: string, source: string, target: string, label = '', style = '', points = ''): string {
  const ends = `${source === '' ? '' : `source="${source}"`} ${target === '' ? '' : `target="${target}"`}`
  const geometry = `<mxGeometry relative="1" as="geometry">${points}</mxGeometry>`
  return `<mxCell id="${id}" value="${label}" style="${style}" edge="1" parent="1" ${ends}>${geometry}</mxCell>`
}
function model(...cells: readonly string[]): string {
  return `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`
}
function file(...pages: readonly (readonly [name: string, body: string])[]): string {
  return `<mxfile>${pages.map(([name, body]) => `<diagram name="${name}">${body}</diagram>`).join('')}</mxfile>`
}
const pack = (xml: string): string => deflateRawSync(Buffer.from(encodeURIComponent(xml))).toString('base64')

function read(text: string) {
  expect(drawIo.recognises(text)).toBe(true)
  const result = drawIo.read(text, 'd-1')
  if (!result.ok) throw new Error(result.problems[0]?.sentence)
  const again = parseDesign(JSON.stringify(result.value.design), { vocabulary })
  expect(again.problems.filter(({ level }) => level === 'error')).toEqual([])
  const { design, readings, leftOut } = result.value
  const names = new Map([...(design.components ?? []), ...(design.boundaries ?? [])].map(({ id, name }) => [id, name]))
  return {
    design,
    readings,
    leftOut,
    components: (design.components ?? []).map(({ name }) => name),
    kinds: Object.fromEntries((design.components ?? []).map(({ name, kind }) => [name, kind])),
    inside: Object.fromEntries(
      [...(design.components ?? []), ...(design.boundaries ?? [])].map((each) => [each.name, names.get(each.in ?? '')]),
    ),
    arrows: (design.flows ?? []).map(({ from, to, name = '' }) =>
      `${names.get(from)} > ${names.get(to)} ${name}`.trim(),
    ),
  }
}

function sentenceOf(text: string): string {
  const result = drawIo.read(text, 'd-1')
  if (result.ok) throw new Error('was read')
  expect(result.problems).toHaveLength(1)
  return result.problems[0]?.sentence ?? ''
}

const two = [shape('a', 'Agent', [0, 0, 120, 60]), shape('b', 'Vector store', [300, 0, 120, 60])]

describe('a drawing', () => {
  it('is known by how it begins', () => {
    const known = [
      '<mxfile/>',
      '\uFEFF<?xml version="1.0"?>\n<!-- saved --><mxfile host="x">',
      ' <mxGraphModel dx="1">',
    ]
    for (const text of known) expect(drawIo.recognises(text)).toBe(true)
    for (const content of ['<svg/>', '<mxfiles/>', 'graph TD', '', {}, 3])
      expect(drawIo.recognises(content)).toBe(false)
  })

  it('is the same, plain, compressed, and as a model alone', () => {
    const plain = model(...two, arrow('f', 'a', 'b', 'asks'))
    const read1 = read(file(['Flows', plain]))
    expect(read1.arrows).toEqual(['Agent > Vector store asks'])
    expect(read1.kinds).toEqual({ Agent: 'agent', 'Vector store': 'vector-store' })
    expect(read(file(['Flows', pack(plain)])).design).toEqual(read1.design)
    expect(read(file(['Flows', encodeURIComponent(plain)])).design).toEqual(read1.design)
    expect(read(`\uFEFF<?xml version="1.0"?>${plain}`).arrows).toEqual(read1.arrows)
  })

  it('is its first page with shapes; the others are named', () => {
    const { design, leftOut } = read(file(['Cover', model()], ['Now', model(...two)], ['Later', model(...two)]))
    expect(design.name).toBe('Now')
    expect(leftOut).toEqual([expect.stringContaining('"Later" was left out')])
  })
})

/** A picture with a text chunk before its points, which nobody looks at here. */
function png(type: string, words: Uint8Array): Uint8Array {
  const chunk = (name: string, data: Uint8Array): Buffer => {
    const head = Buffer.alloc(8)
    head.writeUInt32BE(data.length)
    head.write(name, 4, 'latin1')
    return Buffer.concat([head, data, Buffer.alloc(4)])
  }
  const start = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([start, chunk('IHDR', Buffer.alloc(13)), chunk(type, words), chunk('IDAT', Buffer.alloc(9))])
}

describe('a picture with its drawing in it', () => {
  const text = file(['Flows', model(...two, arrow('f', 'a', 'b', 'asks'))])
  const encoded = Buffer.from(encodeURIComponent(text))

  it('is read, as SVG', () => {
    const svg = `<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">\n<svg version="1.1" content="${escape(text)}" width="9"><g/></svg>`
    expect(read(svg).arrows).toEqual(['Agent > Vector store asks'])
    for (const other of ['<svg/>', '<svg content="&lt;p&gt;"/>', `<html>${svg.slice(200)}</html>`])
      expect(drawIo.recognises(other)).toBe(false)
  })

  it.each([
    ['as it is', 'tEXt', Buffer.concat([Buffer.from('mxfile\0'), encoded])],
    ['packed', 'zTXt', Buffer.concat([Buffer.from('mxGraphModel\0\0'), deflateRawSync(encoded)])],
    ['packed as the standard says', 'zTXt', Buffer.concat([Buffer.from('mxfile\0\0'), deflateSync(encoded)])],
  ])('is read, as PNG: %s', (_, type, words) => {
    expect(drawingInPng(png(type, words))).toBe(text)
  })

  it('is none where the picture carries other words, or is damaged', () => {
    const whole = png('tEXt', Buffer.concat([Buffer.from('mxfile\0'), encoded]))
    expect(drawingInPng(png('tEXt', Buffer.from('Author\0Ada')))).toBeUndefined()
    expect(drawingInPng(png('zTXt', Buffer.from('mxfile\0\0no deflate')))).toBeUndefined()
    expect(drawingInPng(Buffer.from(text))).toBeUndefined()
    assert(
      property(integer({ min: 0, max: whole.length }), integer({ min: 0, max: 255 }), (at, byte) => {
        const broken = Uint8Array.from(whole.subarray(0, at))
        if (at > 12) broken[at % 12] = byte
        drawingInPng(broken)
      }),
      runs(200),
    )
  })
})

describe('shapes', () => {
  it('say by name, icon or form what they are', () => {
    const { kinds, readings } = read(
      model(
        shape('a', 'Reports', [0, 0, 78, 78], 'shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.s3;'),
        shape('b', 'Orders', [200, 0, 60, 80], 'shape=cylinder3;'),
        shape('c', 'Ada', [400, 0, 30, 60], 'shape=umlActor;'),
        shape('d', 'Partner', [600, 0, 120, 80], 'ellipse;shape=cloud;'),
        shape('e', 'Foo', [800, 0, 120, 60]),
        shape('f', '', [1000, 0, 60, 60], 'image;image=img/lib/azure2/security/Key_Vault.svg;'),
      ),
    )
    expect(kinds).toEqual({
      Reports: 'object-store',
      Orders: 'relational-db',
      Ada: 'user',
      Partner: 'external-system',
      Foo: 'unknown',
      'Key vault': 'secret-store',
    })
    const of = (name: string) => readings.find((reading) => reading.name === name)
    expect(of('Reports')).toMatchObject({ confidence: 'likely', why: 'Its icon says "s3".' })
    expect(of('Orders')).toMatchObject({ confidence: 'guess', why: expect.stringContaining('"cylinder"') as string })
  })

  it('are what their icon shows where the name speaks of another thing', () => {
    const { kinds, readings } = read(
      model(
        shape('a', 'Audit DB', [0, 0, 60, 80], 'shape=cylinder3;'),
        shape('b', 'Audit logs', [200, 0, 78, 78], 'shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.s3;'),
        shape('c', 'Customer events', [400, 0, 78, 78], 'shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.sqs;'),
        shape('d', 'Embedding service', [600, 0, 78, 78], 'shape=mxgraph.aws4.lambda;'),
        shape('e', 'Redis cache', [800, 0, 60, 80], 'shape=cylinder3;'),
        shape('f', 'Embedding cylinder', [1000, 0, 60, 80], 'shape=cylinder3;'),
        shape('g', 'Vector index', [1200, 0, 78, 78], 'shape=mxgraph.aws4.rds;'),
      ),
    )
    expect(kinds).toEqual({
      'Audit DB': 'relational-db',
      'Audit logs': 'observability',
      'Customer events': 'queue',
      'Embedding service': 'embedding',
      'Redis cache': 'cache',
      'Embedding cylinder': 'relational-db',
      'Vector index': 'vector-store',
    })
    expect(readings.find(({ name }) => name === 'Customer events')?.why).toBe('Its icon says "sqs".')
  })

  it('have names in HTML; what stands under a long one is a note', () => {
    const label =
      '<div style="color: red"><b>Claims&nbsp;&amp; policies</b></div><div>[Container: Spring Boot]</div>Answers questions of customers'
    const { design } = read(model(shape('a', label, [0, 0, 120, 60]), shape('b', 'Vector<br>store', [300, 0, 120, 60])))
    expect(design.components?.[0]).toMatchObject({
      name: 'Claims & policies',
      notes: '[Container: Spring Boot]\nAnswers questions of customers',
    })
    expect(design.components?.[1]?.name).toBe('Vector store')
    expect(read(model(shape('a', 'a <b> c', [0, 0, 9, 9], ''))).components).toEqual(['a <b> c'])
  })

  it('may have their name under them, in them, and an icon inside', () => {
    const { components, kinds, leftOut } = read(
      model(
        shape('a', '', [0, 0, 78, 78], 'shape=mxgraph.aws4.lambda;'),
        shape('b', 'Scoring', [-20, 80, 120, 20], 'text;html=1;'),
        shape('c', '', [300, 0, 120, 60]),
        shape('d', 'Front desk', [310, 20, 100, 20], 'text;html=1;'),
        shape('e', 'Ledger', [600, 0, 120, 60]),
        shape('f', '', [610, 10, 20, 20], 'shape=cylinder3;'),
      ),
    )
    expect(components.toSorted()).toEqual(['Front desk', 'Ledger', 'Scoring'])
    expect(kinds['Scoring']).toBe('ml-endpoint')
    expect(leftOut).toEqual([])
  })

  it('keep what a person wrote beside the label', () => {
    const inner =
      '<mxCell style="html=1;" vertex="1" parent="1"><mxGeometry width="9" height="9" as="geometry"/></mxCell>'
    const { design, leftOut } = read(
      model(
        `<UserObject id="a" label="&lt;b&gt;%who%&lt;/b&gt; agent" placeholders="1" who="Support">${inner}</UserObject>`,
      ),
    )
    expect(design.components?.[0]).toMatchObject({ name: 'Support agent', x: { 'draw-io': { who: 'Support' } } })
    expect(leftOut).toEqual(['One element says "who": kept with the element, and read by no rule.'])
  })

  it('that are texts stand in the notes, and frames without words in nothing', () => {
    const { design, leftOut } = read(
      model(
        ...two,
        shape('t', 'Draft of May', [0, 400, 90, 20], 'text;html=1;'),
        shape('l', '', [0, 900, 900, 2], 'line;'),
      ),
    )
    expect(design.views?.[0]?.notes).toBe('Draft of May')
    expect(leftOut).toEqual([expect.stringContaining('One shape without words was left out')])
  })

  it('that are hidden are left out and counted; locked ones stay locked; layers become one', () => {
    const layer = '<mxCell id="2" value="Later" parent="0" visible="0"/><mxCell id="3" value="Front" parent="0"/>'
    const { design, components, leftOut } = read(
      model(
        layer,
        shape('a', 'Agent', [0, 0, 120, 60], 'locked=1;'),
        shape('b', 'Ghost', [0, 200, 120, 60], '', '2'),
        shape('c', 'Shadow', [0, 400, 120, 60], '', '1', 'visible="0"'),
        shape('d', 'Client', [0, 600, 120, 60], '', '3'),
      ),
    )
    expect(components).toEqual(['Agent', 'Client'])
    expect(Object.values(design.views?.[0]?.places ?? {})[0]?.locked).toBe(true)
    expect(leftOut.join(' ')).toContain('One hidden shape was left out of the layer "Later"')
    expect(leftOut.join(' ')).toContain('One hidden shape was left out: show')
    expect(leftOut.join(' ')).toContain('"Background", "Front" became one drawing')
  })
})

describe('what stands in what', () => {
  it('is read from the file, by parents, at any depth', () => {
    const { inside, design } = read(
      model(
        shape('v', 'Cloud account', [100, 100, 900, 700], 'swimlane;html=1;'),
        shape('w', 'Subnet', [50, 50, 500, 400], 'container=1;', 'v'),
        shape('g', '', [20, 20, 400, 200], 'group', 'w'),
        shape('a', 'Agent', [10, 10, 120, 60], 'html=1;', 'g'),
      ),
    )
    expect(inside).toEqual({ 'Cloud account': undefined, Subnet: 'Cloud account', Agent: 'Subnet' })
    const places = design.views?.[0]?.places ?? {}
    const of = (name: string) =>
      places[[...(design.components ?? []), ...(design.boundaries ?? [])].find((each) => each.name === name)?.id ?? '']
    // It grows with what stands in it: a card is wider than the shape was.
    expect(of('Cloud account')).toEqual({ x: 84, y: 94, w: 916, h: 706 })
    expect(of('Subnet')).toEqual({ x: 112, y: 134, w: 538, h: 416 })
    // Its middle is at 240, 210.
    expect(of('Agent')).toEqual({ x: 140, y: 174 })
  })

  it('is read from the drawing where the file does not say', () => {
    const { inside, readings } = read(
      model(
        shape('v', 'Back office', [0, 0, 900, 700]),
        shape('a', 'Agent', [100, 100, 120, 60]),
        shape('n', '', [300, 300, 400, 300]),
        shape('t', 'Data zone', [310, 305, 100, 20], 'text;'),
        shape('b', 'Vector store', [400, 400, 120, 60]),
      ),
    )
    expect(inside).toEqual({
      'Back office': undefined,
      'Data zone': 'Back office',
      Agent: 'Back office',
      'Vector store': 'Data zone',
    })
    expect(readings.find(({ name }) => name === 'Back office')).toMatchObject({ confidence: 'likely' })
  })

  it('a class with rows and a table are components', () => {
    const { components, design } = read(
      model(
        shape('c', 'Order', [0, 0, 160, 90], 'swimlane;childLayout=stackLayout;'),
        shape('r', 'id: number', [0, 30, 160, 20], 'text;', 'c'),
        shape('t', 'Customer', [400, 0, 160, 90], 'shape=table;container=1;'),
        shape('u', '', [0, 30, 160, 30], 'shape=tableRow;', 't'),
        shape('k', 'key', [0, 0, 60, 30], 'shape=partialRectangle;', 'u'),
        arrow('f', 'r', 'c'),
        arrow('g', 'r', 't'),
      ),
    )
    expect(components).toEqual(['Order', 'Customer'])
    expect(design.components?.[0]?.notes).toBe('id: number')
    expect(design.flows).toHaveLength(1)
  })

  it('cards lie on none another however close the icons are, and boundaries cover theirs', () => {
    const icons = Array.from({ length: 12 }, (_, index) =>
      shape(`i${index}`, `Agent ${index}`, [30 + (index % 4) * 120, 30 + Math.floor(index / 4) * 110, 48, 48], '', 'v'),
    )
    const { design } = read(model(shape('v', 'Zone', [0, 0, 520, 400], 'container=1;'), ...icons))
    const places = design.views?.[0]?.places ?? {}
    const cards = (design.components ?? []).map(({ id }) => ({
      w: cardWidth,
      h: cardHeight,
      x: 0,
      y: 0,
      ...places[id],
    }))
    const pairs = cards.flatMap((card, index) => cards.slice(index + 1).map((other) => overlaps(card, other)))
    expect(pairs).toHaveLength(66)
    expect(pairs).not.toContain(true)
    const zone = places[design.boundaries?.[0]?.id ?? '']
    expect(cards.every(({ x, y }) => zone !== undefined && x > zone.x && y > zone.y)).toBe(true)
  })
})

describe('arrows', () => {
  it('have labels of their own and on them, and lead where their heads are', () => {
    const label = shape('l', 'over TLS', [0, 0, 0, 0], 'edgeLabel;', 'f')
    const { arrows, readings } = read(
      model(
        ...two,
        arrow('f', 'a', 'b', 'asks'),
        label,
        arrow('g', 'a', 'b', 'back', 'startArrow=classic;endArrow=none;'),
        arrow('h', 'a', 'b', 'line', 'endArrow=none;'),
      ),
    )
    expect(arrows).toEqual([
      'Agent > Vector store asks, over TLS',
      'Vector store > Agent back',
      'Agent > Vector store line',
    ])
    expect(readings.find(({ name }) => name === 'line')).toMatchObject({ confidence: 'guess' })
  })

  it('keep the bends that a hand made, from start to end, apart as the cards are', () => {
    const bends = (...points: readonly (readonly [number, number])[]): string =>
      `<Array as="points">${points.map(([x, y]) => `<mxPoint x="${x}" y="${y}"/>`).join('')}</Array>`
    const { design } = read(
      model(
        ...two,
        arrow('f', 'a', 'b', '', '', bends([60, 200], [360, 200])),
        arrow('g', 'a', 'b', '', 'startArrow=classic;endArrow=none;', bends([60, -200], [360, -300])),
        arrow('h', 'a', 'b', '', '', bends([70, 30])),
      ),
    )
    const [first, turned, covered] = (design.flows ?? []).map(({ id }) => design.views?.[0]?.routes?.[id]?.points)
    expect(first).toEqual([
      [60, 200],
      [360, 200],
    ])
    expect(turned).toEqual([
      [360, -300],
      [60, -200],
    ])
    expect(covered).toBeUndefined()
  })

  it('mean what an end is drawn close to; others are listed with the reason', () => {
    const point = (x: number, y: number, as: string): string => `<mxPoint x="${x}" y="${y}" as="${as}"/>`
    const { arrows, leftOut } = read(
      model(
        ...two,
        shape('z', 'Zone', [0, 300, 400, 300], 'swimlane;'),
        shape('c', 'Cache', [20, 40, 120, 60], '', 'z'),
        arrow('near', 'a', '', 'near', '', point(290, 30, 'targetPoint')),
        arrow('far', 'a', '', '', '', point(900, 900, 'targetPoint')),
        arrow('loose', '', '', 'loose', '', point(900, 900, 'sourcePoint')),
        arrow('zone', 'a', 'z', 'zone'),
        arrow('self', 'a', 'a', 'self'),
      ),
    )
    expect(arrows).toEqual(['Agent > Vector store near'])
    expect(leftOut).toEqual([
      'The arrow from "Agent" was left out: its end is joined to nothing.',
      'The arrow "loose" was left out: each end is joined to nothing.',
      'The arrow "zone" was left out: its end is joined to the boundary "Zone", and arrows join components.',
      'The arrow "self" was left out: it leads to where it starts.',
    ])
  })
})

describe('what is refused, in one sentence', () => {
  const nested = Array.from({ length: 70 }, (_, level) =>
    shape(`n${level}`, 'Box', [0, 0, 9, 9], '', level === 0 ? '1' : `n${level - 1}`),
  )
  it.each([
    ['a document type', () => `<!DOCTYPE mxfile [<!ENTITY a "b">]>${file(['A', model(...two)])}`, /document type/],
    ['XML that does not end', () => '<mxfile><diagram>', /damaged/],
    ['no page', () => '<mxfile/>', /no page/],
    ['no shape', () => file(['A', model()]), /no shapes/],
    ['no name', () => model(shape('a', '', [0, 0, 9, 9])), /has a name/],
    ['damaged packing', () => file(['A', 'bm90IGRlZmxhdGVk']), /Compressed/],
    ['a bomb', () => file(['A', pack(model(' '.repeat(10_000_000)))]), /cannot be unpacked/],
    ['11 million characters', () => `<mxfile>${' '.repeat(11_000_000)}</mxfile>`, /10 million/],
    ['too many cells', () => model('<mxCell vertex="1" value="a"/>'.repeat(5001)), /5,000/],
    ['too deep', () => model(...nested), /60 levels/],
  ])('%s', (_, text, sentence) => {
    expect(sentenceOf(text())).toMatch(sentence)
  })
})

describe('any content, however broken', () => {
  const id = constantFrom('0', '1', 'a', 'b', 'c', 'd', '__proto__')
  const style = constantFrom(
    '',
    'text;',
    'swimlane;',
    'group',
    'container=1;',
    'shape=table;',
    'shape=cylinder3;',
    'endArrow=none;',
  )
  const size = oneof(integer({ min: -50, max: 400 }), constantFrom(1e9, -1e308, 0))
  const cell = record({
    id,
    parent: id,
    source: id,
    target: id,
    style,
    x: size,
    y: size,
    w: size,
    h: size,
    label: constantFrom('', 'Agent', 'S3'),
  }).chain(({ id: own, parent, source, target, style: look, x, y, w, h, label }) =>
    constantFrom(
      shape(own, label, [x, y, w, h], look, parent),
      arrow(own, source, target, label, look),
      shape(own, label, [x, y, w, h], look, parent, 'collapsed="1"'),
    ),
  )

  it('is read to a sound design or refused, and never throws', () => {
    assert(
      property(array(cell, { maxLength: 9 }), (cells) => {
        const text = model(...cells)
        const result = drawIo.read(text, 'd-1')
        if (result.ok) read(text)
        else expect(result.problems).toHaveLength(1)
      }),
      runs(1500),
    )
  })

  it('does not throw where the text is cut, doubled or strewn with other signs', () => {
    const whole = file(['Flows', model(...two, arrow('f', 'a', 'b'))], ['Packed', pack(model(...two))])
    assert(
      property(
        integer({ min: 0, max: whole.length }),
        integer({ min: 0, max: 40 }),
        string({ maxLength: 12 }),
        (at, cut, put) => {
          const result = drawIo.read(whole.slice(0, at) + put + whole.slice(at + cut), 'd-1')
          if (!result.ok) expect(result.problems).toHaveLength(1)
        },
      ),
      runs(1000),
    )
    assert(
      property(string(), (text) => {
        expect(drawIo.recognises(text)).toBe(false)
        expect(drawIo.read(`<mxfile>${text}`, 'd-1').ok).toBe(false)
      }),
      runs(300),
    )
  })
})

const sample = new URL('../../../shared/samples/drawio/drawio_aws.drawio', import.meta.url)

it.skipIf(!existsSync(sample))('a drawing of others (skipped where the folder of samples is absent)', () => {
  const { design, leftOut, inside } = read(readFileSync(sample, 'utf8'))
  expect(design.components).toHaveLength(16)
  expect(design.boundaries).toHaveLength(4)
  expect(design.flows).toHaveLength(17)
  expect(leftOut).toEqual([])
  expect(inside['Audit DB']).toBe('VPC')
})
