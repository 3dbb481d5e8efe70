import { describe, expect, it } from 'vitest'
import { shape, model, read, two } from '../testing/draw-io.ts'

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
