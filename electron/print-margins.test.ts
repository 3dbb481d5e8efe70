import { expect, test } from 'vitest'
import { writeHtml } from '../shared/documents/writers/html/write-html.ts'
import { footerTemplate, printsMargins } from './print-margins.ts'

const page = writeHtml({
  id: 'x',
  title: '<img src=x> & "RAG"',
  authors: [],
  date: '2026-11-21',
  blocks: [],
  footer: '',
  confidentiality: 'Acme, confidential',
})

test('the footer says what the document says on every page, as text, and numbers the pages', () => {
  expect(footerTemplate(page)).toMatch(/Acme, confidential.*&lt;img src=x&gt; &amp; &quot;RAG&quot;.*2026-11-21/)
  expect(footerTemplate(page)).toMatch(/pageNumber.*totalPages/)
  expect(footerTemplate('<p>no footer</p>')).toContain('<span></span>')
})

test('an engine that prints the margins of a page needs no second footer', () => {
  expect(['130.0.6723.137', '131.0.0.0', '156.0.1'].map(printsMargins)).toEqual([false, true, true])
})
