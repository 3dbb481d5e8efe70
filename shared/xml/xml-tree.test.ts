import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { childrenOf, findAll, findChild, parseXml, plainText, printXml, withAttributes } from './xml-tree.ts'

describe('a well formed text', () => {
  it('becomes a tree that prints as it was', () => {
    const text = '<a><b c="1 &lt; 2"/>words &amp; more<b><d e=\'"\'/></b></a>'
    const tree = parseXml(`\uFEFF<?xml version="1.0"?><!-- a comment -->\n${text}`)
    expect(tree && printXml(tree)).toBe(text.replace(`'"'`, '"&quot;"'))
    expect(childrenOf(tree, 'b')).toHaveLength(2)
    expect(findChild(tree, 'b')?.attributes.get('c')).toBe('1 &lt; 2')
    expect(tree && findAll(tree, 'd')).toHaveLength(1)
  })

  it('may name attributes in any language', () => {
    expect(parseXml('<objekt größe="12"/>')?.attributes.get('größe')).toBe('12')
  })

  it('keeps what stands in a CDATA section as words', () => {
    expect(parseXml('<a><![CDATA[<b>]]></a>')?.children).toEqual(['&lt;b&gt;'])
  })

  it('changes attributes without touching the first', () => {
    const tree = parseXml('<a b="1" c="2"/>')
    expect(tree && printXml(withAttributes(tree, { b: undefined, d: '3' }))).toBe('<a c="2" d="3"/>')
    expect(tree && printXml(tree)).toBe('<a b="1" c="2"/>')
  })
})

describe('what is refused', () => {
  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['an element that never ends', '<a><b></a>'],
    ['two roots', '<a/><b/>'],
    ['words outside', 'words<a/>'],
    ['a bracket in a value', '<a b="<"/>'],
    ['nothing at all', ''],
    ['a million attributes', `<a ${'b="1" '.repeat(1_000_000)}/>`],
    ['201 levels', '<a>'.repeat(201) + '</a>'.repeat(201)],
  ])('%s', (_, text) => {
    expect(parseXml(text)).toBeUndefined()
  })

  it('200 levels are read', () => {
    expect(parseXml('<a>'.repeat(200) + '</a>'.repeat(200))).toBeDefined()
  })
})

describe('plain text', () => {
  it.each([
    ['&lt;b&gt; &quot;A&quot; &apos;B&apos; &amp;', `<b> "A" 'B' &`],
    ['a&#10;b&#xa;c&#x1F600;', 'a\nb\nc\u{1F600}'],
    ['&amp;lt; is decoded once', '&lt; is decoded once'],
    ['&#99999999; is no character', '\u{10FFFF} is no character'],
    ['&unknown; stays', '&unknown; stays'],
  ])('%s', (escaped, words) => {
    expect(plainText(escaped)).toBe(words)
  })

  it('gives back what was escaped', () => {
    const escape = (text: string): string =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
    assert(property(string(), (text) => plainText(escape(text)) === text))
  })
})
