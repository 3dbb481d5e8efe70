import { expect, test } from 'vitest'
import { footerTemplate, headerTemplate } from './print-margins.ts'

test('a title is text, whatever stands in it', () => {
  expect(headerTemplate('<img src=x> & "RAG"')).toContain('&lt;img src=x&gt; &amp; &quot;RAG&quot;')
})

test('the footer numbers the pages', () => {
  expect(footerTemplate('Acme, confidential')).toMatch(/Acme, confidential.*pageNumber.*totalPages/)
})
