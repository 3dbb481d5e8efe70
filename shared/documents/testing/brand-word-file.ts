import { contentTypes, onePixel, relationsPart, xmlStart } from './brand-files.ts'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** A Word file as clients have them: a German Word's ids, a header with a picture, a letter page, a table style. */
export function wordParts(): Record<string, string | Uint8Array> {
  const spacesOfWord =
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
  const style = (id: string, name: string, rest: string, type = 'paragraph'): string =>
    `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`
  const styles = [
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/><w:rPr><w:rFonts w:ascii="Cambria" w:hAnsi="Cambria"/></w:rPr></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="NormaleTabelle"><w:name w:val="Normal Table"/></w:style>',
    style('Titel', 'Title', '<w:basedOn w:val="Standard"/><w:rPr><w:color w:val="00843D"/><w:sz w:val="60"/></w:rPr>'),
    ...[1, 2].map((level) =>
      style(
        `berschrift${level}`,
        `heading ${level}`,
        `<w:basedOn w:val="Standard"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:color w:val="00843D"/></w:rPr>`,
      ),
    ),
    style(
      'Aufzhlungszeichen',
      'List Bullet',
      '<w:basedOn w:val="Standard"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>',
    ),
    style('Haustabelle', 'House table', '<w:basedOn w:val="NormaleTabelle"/>', 'table').replace(
      '<w:style ',
      '<w:style w:customStyle="1" ',
    ),
  ].join('')
  const picture = `<w:r><w:drawing><wp:inline><wp:extent cx="360000" cy="360000"/><wp:docPr id="1" name="Logo"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
  return {
    '[Content_Types].xml': contentTypes([
      `<Override PartName="/word/document.xml" ContentType="${wordType}.template.main+xml"/>`,
      `<Override PartName="/word/styles.xml" ContentType="${wordType}.styles+xml"/>`,
      `<Override PartName="/word/numbering.xml" ContentType="${wordType}.numbering+xml"/>`,
      `<Override PartName="/word/header1.xml" ContentType="${wordType}.header+xml"/>`,
      `<Override PartName="/word/footer1.xml" ContentType="${wordType}.footer+xml"/>`,
    ]),
    '_rels/.rels': relationsPart([['rId1', 'officeDocument', '/word/document.xml']]),
    'word/document.xml': `${xmlStart}<w:document ${spacesOfWord}><w:body><w:p><w:r><w:t>Sample text of the client</w:t></w:r></w:p><w:sectPr><w:headerReference w:type="default" r:id="rId9"/><w:footerReference w:type="default" r:id="rId8"/><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1700" w:right="1300" w:bottom="1300" w:left="1500" w:header="700" w:footer="600" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    'word/_rels/document.xml.rels': relationsPart([
      ['rId9', 'header', 'header1.xml'],
      ['rId8', 'footer', 'footer1.xml'],
      ['rId7', 'numbering', 'numbering.xml'],
      ['rId3', 'styles', 'styles.xml'],
      ['rId2', 'attachedTemplate', 'file:///C:/Users/jane/Normal.dotm'],
    ]),
    'word/styles.xml': `${xmlStart}<w:styles ${spacesOfWord}>${styles}</w:styles>`,
    'word/numbering.xml': `${xmlStart}<w:numbering ${spacesOfWord}><w:abstractNum w:abstractNumId="4"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="Aufzhlungszeichen"/><w:lvlText w:val="■"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num></w:numbering>`,
    'word/header1.xml': `${xmlStart}<w:hdr ${spacesOfWord}><w:p>${picture}</w:p></w:hdr>`,
    'word/_rels/header1.xml.rels': relationsPart([['rId1', 'image', 'media/logo.png']]),
    'word/footer1.xml': `${xmlStart}<w:ftr ${spacesOfWord}><w:p><w:r><w:t>Client Holding AG</w:t></w:r></w:p></w:ftr>`,
    'word/media/logo.png': onePixel,
  }
}
