import type { OpenPackage } from '../../ooxml/open-package.ts'
import { openPackage, relationshipsOf, xmlOf } from '../../ooxml/open-package.ts'
import type { Theme } from '../../ooxml/theme.ts'
import { readTheme } from '../../ooxml/theme.ts'
import type { XmlElement } from '../../../../xml/xml-tree.ts'
import { childrenOf, findAll, findChild, plainText } from '../../../../xml/xml-tree.ts'

/** A client's Word file as the base of documents: its styles, its page, its headers and footers. */
export interface WordTemplate {
  readonly file: OpenPackage
  readonly document: XmlElement
  readonly styles: XmlElement
  readonly theme: Theme
  /** The last section's properties: page, margins, headers and footers; Word gives them to a new document. */
  readonly section?: XmlElement
  readonly found: readonly FoundStyle[]
}

export interface FoundStyle {
  readonly id: string
  /** As the file says, in Word's own English for its built-in styles, whatever language Word speaks. */
  readonly name: string
  readonly type: string
  readonly element: XmlElement
}

export type WordTemplateReading =
  | { readonly ok: true; readonly value: WordTemplate }
  | { readonly ok: false; readonly problem: string }

const fail = (problem: string): WordTemplateReading => ({ ok: false, problem })

/** Opens a .dotx or .docx. Failures are one sentence that names the remedy. */
export async function openWordTemplate(bytes: Uint8Array): Promise<WordTemplateReading> {
  const opened = await openPackage(bytes)
  if (!opened.ok) return opened
  const file = opened.value
  const document = xmlOf(file.parts, file.main)
  if (document?.name !== 'w:document') return fail('The file is no Word document. Choose a .dotx or .docx file.')
  const relations = relationshipsOf(file.parts, file.main)
  const partOf = (type: string): XmlElement | undefined => {
    const target = relations.find((relation) => relation.type === type)?.target
    return target === undefined ? undefined : xmlOf(file.parts, target)
  }
  const styles = partOf('styles')
  if (styles?.name !== 'w:styles')
    return fail('The Word file has no styles to take over. Open it in Word and save it again.')
  const section = childrenOf(findChild(document, 'w:body'), 'w:sectPr').at(-1) ?? findAll(document, 'w:sectPr').at(-1)
  const found = childrenOf(styles, 'w:style').map((element): FoundStyle => ({
    id: element.attributes.get('w:styleId') ?? '',
    name: plainText(findChild(element, 'w:name')?.attributes.get('w:val') ?? ''),
    type: element.attributes.get('w:type') ?? 'paragraph',
    element,
  }))
  return {
    ok: true,
    value: {
      file,
      document,
      styles,
      theme: readTheme(partOf('theme')),
      found: found.filter(({ id, name }) => id !== '' && name !== ''),
      ...(section === undefined ? {} : { section }),
    },
  }
}

/** The style of a name, as Word compares them: whatever its capitals. */
export function styleNamed({ found }: WordTemplate, name: string, type = 'paragraph'): FoundStyle | undefined {
  return found.find((style) => style.type === type && style.name.toLowerCase() === name.toLowerCase())
}
